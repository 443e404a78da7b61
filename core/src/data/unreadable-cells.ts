/** Cells that can not be read are no blanks: while they stand, nobody can say what is missing. */

import type { Notes } from "./notes.ts";

const UNREADABLE = new Set(["IN-12", "IN-14", "IN-16", "IN-19", "IN-30", "IN-44"]);
const MISSING = new Set(["IN-23", "IN-38"]);

/**
 * The notes without questions about blanks and missing weeks, where a stop says that cells can not be read.
 *
 * @returns e.g. for "#REF!" in F12 the stop IN-12 alone, not also "F12 is blank: what was it?".
 */
export function askingOfReadCells(notes: Notes): Notes {
  const isUnread = notes.findings.some(({ severity, code }) => severity === "stop" && UNREADABLE.has(code));
  if (!isUnread) return notes;
  return { ...notes, questions: notes.questions.filter(({ code }) => !MISSING.has(code)) };
}
