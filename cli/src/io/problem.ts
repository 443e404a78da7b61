/** What can be wrong with a file before it is a table: said as a value, in the user's words. */

export interface FileProblem {
  readonly kind: "problem";
  readonly message: string;
  readonly remedy: string;
}

/** A problem with its remedy. */
export function problem(message: string, remedy: string): FileProblem {
  return { kind: "problem", message, remedy };
}
