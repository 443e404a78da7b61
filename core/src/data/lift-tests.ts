/** Lift tests of the brief: checked and recorded, not used by this version (IN-62). */

import type { Brief, LiftTest } from "./brief.ts";
import { daysFromIso } from "./calendar.ts";
import type { MediaHistory } from "./media-history.ts";
import { at, found, joinNotes, NO_NOTES, type Notes, type Source } from "./notes.ts";
import { counted } from "./wording.ts";

/** A warning that lift tests do not enter yet, and one for each that could not be used as it stands. */
export function checkLiftTests(source: Source, brief: Brief, history: MediaHistory): Notes {
  if (brief.liftTests.length === 0) return NO_NOTES;
  const message = `${counted(brief.liftTests.length, "lift test")} of the brief are recorded, but this version does not use them in the fit.`;
  const remedy = "Compare the fitted ROAS with the tests' results by hand for now.";
  return joinNotes(
    found("warn", "IN-62", at(source, null), `IN-62 ${message}`, remedy),
    ...brief.liftTests.map((test) => checkTest(source, test, history)),
  );
}

function checkTest(source: Source, test: LiftTest, history: MediaHistory): Notes {
  const known = [...history.channels, ...history.leftOut].some(({ name }) => name === test.channel);
  const first = history.weeks[0] ?? "";
  const last = (daysFromIso(history.weeks.at(-1) ?? "") ?? 0) + 6;
  const outside = test.start < first || (daysFromIso(test.end) ?? 0) > last;
  const problems = [
    known ? null : "its channel is none of the brief's channels",
    outside ? "it lies outside the weeks of the table" : null,
  ].filter((problem) => problem !== null);
  if (problems.length === 0) return NO_NOTES;
  return found(
    "warn",
    "IN-62",
    at(source, null),
    `IN-62 The lift test on "${test.channel}" from ${test.start} to ${test.end} could not be used: ${problems.join(" and ")}.`,
    "Correct the test in the brief.",
  );
}
