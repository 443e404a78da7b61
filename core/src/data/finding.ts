/** What reading or judging the user's data can say: findings, questions and repairs, each with its place. */

/** Where in the user's own file a statement points. */
export interface Where {
  readonly file: string;
  readonly sheet: string | null;
  /** A1 name of a cell or range ("F12", "F12:F208"), or null when the whole table is meant. */
  readonly cell: string | null;
}

/** stop: nothing is computed; ask: needs an answer; repair: mended and logged; warn: computed all the same. */
export type Severity = "stop" | "ask" | "repair" | "warn";

/** One thing found, in the user's words, with what to do about it. */
export interface Finding {
  /** "IN-33" (requirements §5.2) or the id of the rule that found it ("B-17", "X-16"). */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Where;
  readonly message: string;
  readonly remedy: string;
}

/** A question only the user can answer; unanswered, it stops a headless run (decisions §5, §6). */
export interface Question {
  /** The code, plus ":" and the column when the same question is asked of several ("IN-38:Meta spend"). */
  readonly id: string;
  readonly code: string;
  readonly where: Where;
  readonly message: string;
  readonly choices: readonly string[];
  readonly default: string;
}

/** One cell, row or column mended in our copy; the user's own cells are never touched. */
export interface Repair {
  /** The code, plus ":" and its place ("IN-30:F12", "IN-20:week"): the answer under it may be "undo". */
  readonly id: string;
  readonly code: string;
  readonly where: Where;
  readonly before: string;
  /** Equal to `before` when undone. */
  readonly after: string;
  /** What was done, in words. */
  readonly rule: string;
  readonly status: "accepted" | "undone";
  readonly undoable: boolean;
  /** Why it can not be undone, or null. */
  readonly reason: string | null;
}
