/** Repairs of our copy: each has a name, its rule in words, and can be undone alone by an answer (requirements §5.2). */

import type { Repair, Where } from "./finding.ts";
import { NO_NOTES, type Notes } from "./notes.ts";

/** What each repair does, as the log says it. */
const RULES = {
  "C-06": "weeks that only some of the files cover are left out",
  "C-08": "holidays and retail events of the calendar are added as columns",
  "IN-02": "rows above the header or below the table that hold no week are skipped",
  "IN-03": "a merged header cell holds for the columns that it spans: names are joined",
  "IN-04": "a header of two rows is joined into one name per column",
  "IN-06": "rows and columns without any entry are dropped",
  "IN-07": "totals are left out: they count the same figures twice",
  "IN-08": "hidden rows are taken in or left out as answered",
  "IN-09": "a table with its weeks across the columns is turned",
  "IN-10": "a table with a row per week and channel is laid out with a column per channel",
  "IN-14": "dates written as text are read as dates",
  "IN-17": "serial dates are counted from 1904 as answered",
  "IN-18": "years of two digits are read as 1970 to 2069",
  "IN-19": "week numbers are read as the Monday of the ISO week",
  "IN-20": "times of day are cut off; the date stays as written",
  "IN-21": "rows are sorted by date, oldest first",
  "IN-22": "rows of one channel and week are added up",
  "IN-23": "weeks without a row are filled as answered",
  "IN-24": "weeks that start on another day move to the nearest common one",
  "IN-25":
    "days are added up to weeks (prices and other levels averaged); months are spread over their days as answered",
  "IN-26": "a week that is not over, or not whole, is left out",
  "IN-30": "numbers written as text are read with a decimal point; TRUE is 1, FALSE is 0",
  "IN-31": "numbers written as text are read with a decimal comma",
  "IN-32": "currency signs and codes beside numbers are taken off",
  "IN-33": "amounts in another currency are converted at the rate of their month",
  "IN-34": "K, M and B are thousands, millions and billions",
  "IN-35": "brackets and a minus behind a number make it negative",
  "IN-36": "a percent sign divides by 100",
  "IN-37": "marks for nothing (--, n/a, null) are blanks, never zeros",
  "IN-38": "blank cells are filled as answered",
  "IN-39": "credits are taken off the weeks in which the spend was booked",
  "IN-41": "invisible, non-breaking and full-width characters are read as plain ones",
  "IN-42": "spend in millionths is divided by 1,000,000",
  "IN-44": "scientific notation is read as a number; the rest of a subtraction below 1e-15 is zero",
  "IN-46": "a column that never changes can not enter a model",
  "IN-47": "a channel that never spent is left out of the model",
  "IN-49": "a channel waits until it has spend in enough weeks",
  "IN-50": "spellings of one channel are merged",
  "IN-65": "rows of a large file are added up by date and channel while they are read",
  "IN-60": "weeks whose conversions still come in are left out as answered",
} as const;

/** The codes of repairs. */
export type RepairCode = keyof typeof RULES;

/** The choice that undoes a repair. */
const UNDO = "undo";

/** A repair before it has its name. */
interface Mending {
  readonly code: RepairCode;
  readonly where: Where;
  readonly before: string;
  readonly after: string;
  /** What the id names after the code; without it the cell, e.g. a header for a rule on a whole column. */
  readonly place?: string;
  /** Why it can not be undone; without it, it can. */
  readonly fixed?: string;
}

/** The reason of a repair that follows from an answer: the answer is what can be changed. */
export function answered(question: string): string {
  return `it follows from your answer to ${question}; answer that otherwise`;
}

/**
 * A repair's id, under which the brief's answers undo it (decisions §4): its code plus its place.
 *
 * @returns e.g. "IN-30:F12", or "IN-20:week" for the rule on a column.
 */
export function repairId(code: RepairCode, place: string | null): string {
  return place === null ? code : `${code}:${place}`;
}

/** True when the answers undo the repair, e.g. `{ "IN-30:F12": "undo" }`. */
export function isUndone(
  answers: Readonly<Record<string, string>>,
  code: RepairCode,
  place: string | null,
): boolean {
  const id = repairId(code, place);
  return Object.hasOwn(answers, id) && answers[id] === UNDO;
}

function logged(mending: Mending, status: Repair["status"]): Notes {
  const { code, where, before, after, place, fixed } = mending;
  const id = repairId(code, place ?? where.cell);
  const undoable = fixed === undefined;
  const repair = {
    id,
    code,
    where,
    before,
    after,
    rule: RULES[code],
    status,
    undoable,
    reason: fixed ?? null,
  };
  return { ...NO_NOTES, repairs: [repair] };
}

/** Notes that hold one repair that was made. */
export function mended(mending: Mending): Notes {
  return logged(mending, "accepted");
}

/** Notes that hold one repair that the user took back: the cell stays as it was read. */
export function unmended(mending: Omit<Mending, "after" | "fixed">): Notes {
  return logged({ ...mending, after: mending.before }, "undone");
}
