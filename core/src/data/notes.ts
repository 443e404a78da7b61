/** What one step of reading has to say beside its value. */

import type { Finding, Question, Repair, Severity, Where } from "./finding.ts";

export interface Notes {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
}

/** A value with what was noticed on the way to it. */
export interface Noted<Value> {
  readonly value: Value;
  readonly notes: Notes;
}

/** The file and sheet that every place of one table shares. */
export interface Source {
  readonly file: string;
  readonly sheet: string | null;
}

export const NO_NOTES: Notes = { findings: [], questions: [], repairs: [] };

/** All notes in the order given. */
export function joinNotes(...parts: readonly Notes[]): Notes {
  return joinAll(parts);
}

/** The same of a list, which may be as long as a column: too many arguments would overflow the stack. */
export function joinAll(parts: readonly Notes[]): Notes {
  return {
    findings: parts.flatMap((part) => part.findings),
    questions: parts.flatMap((part) => part.questions),
    repairs: parts.flatMap((part) => part.repairs),
  };
}

/** A place in the user's file; `cell` null means the whole table. */
export function at(source: Source, cell: string | null): Where {
  return { file: source.file, sheet: source.sheet, cell };
}

/** Notes that hold one finding. */
export function found(
  severity: Severity,
  code: string,
  where: Where,
  message: string,
  remedy: string,
): Notes {
  return { ...NO_NOTES, findings: [{ code, severity, where, message, remedy }] };
}

/** True when nothing may be computed: a finding stops, or a question is open (decisions §5). */
export function stands(notes: Notes): boolean {
  return notes.questions.length > 0 || notes.findings.some((finding) => finding.severity === "stop");
}
