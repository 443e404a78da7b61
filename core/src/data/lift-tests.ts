/** Lift tests of the brief: those that a model can learn from, and a warning for the others (IN-62). */

import type { LiftTest } from "./brief.ts";
import { layLiftTest, type TestedHistory, type Unusable } from "./lay-lift-test.ts";
import type { UsableLiftTest } from "./media-history.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import type { DataRules } from "./rules.ts";
import { plainNumber, shareInWords } from "./wording.ts";

/**
 * The tests that a model can learn from.
 *
 * @param tests - of the brief.
 * @returns the usable ones in the brief's order; a warning for every other one, for what is doubtful in a usable one, and
 *   for a channel whose prior is to be made from tests that it does not have.
 */
export function usableLiftTests(
  source: Source,
  tests: readonly LiftTest[],
  history: TestedHistory,
  rules: DataRules,
): Noted<UsableLiftTest[]> {
  const laid = tests.map((test) => ({ test, outcome: layLiftTest(test, history) }));
  const usable = laid.flatMap(({ outcome }) => ("reason" in outcome ? [] : [outcome]));
  const tested = new Set(usable.map(({ channel }) => channel));
  const untested = history.channels.filter(
    ({ name, prior }) => prior?.kind === "lift-tests" && !tested.has(name),
  );
  return {
    value: usable,
    notes: joinNotes(
      ...laid.map(({ test, outcome }) =>
        "reason" in outcome ? unused(source, test, outcome) : doubts(source, test, rules),
      ),
      ...untested.map(({ name }) => noTest(source, name)),
    ),
  };
}

function noTest(source: Source, name: string): Notes {
  return found(
    "warn",
    "IN-62",
    at(source, null),
    `IN-62 The prior of "${name}" is to be made from its lift tests, but it has none that can be used: the default prior takes its place.`,
    'Add a test of this channel under "liftTests", or state what you believe in words.',
  );
}

function unused(source: Source, test: LiftTest, { reason, remedy }: Unusable): Notes {
  const message = `IN-62 ${nameOf(test)} could not be used: ${reason}.`;
  return found("warn", "IN-62", at(source, null), message, remedy);
}

/** Robyn's own check of a calibration, and a lift in percent that looks like a fraction (requirements §4.2, §5.2). */
function doubts(source: Source, test: LiftTest, rules: DataRules): Notes {
  const { lift, lower, upper, level, unit } = test;
  const warn = (message: string, remedy: string) =>
    found("warn", "IN-62", at(source, null), `IN-62 ${nameOf(test)} ${message}`, remedy);
  const unsure = warn(
    `states its result with ${shareInWords(level)} confidence, below ${shareInWords(rules.liftLevelMin)}; it is used as it is, with its wide interval.`,
    "Use a longer or larger test if you can, or correct its level.",
  );
  const fraction = warn(
    `has a lift of ${lift} percent, that is ${shareInWords(lift / 100)}; it is used like that.`,
    `If ${shareInWords(lift)} is meant, write ${plainNumber(100 * lift)}, and its bounds alike.`,
  );
  const small = unit === "percent" && Math.max(Math.abs(lower), Math.abs(upper)) < 1;
  return joinNotes(level < rules.liftLevelMin ? unsure : NO_NOTES, small ? fraction : NO_NOTES);
}

function nameOf({ channel, start, end }: LiftTest): string {
  return `The lift test on "${channel}" from ${start} to ${end}`;
}
