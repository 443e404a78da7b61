/** A JSON file of lift tests (C-04) → entries as a brief has them. */

import { readFile } from "node:fs/promises";
import { type FileProblem, problem } from "./problem.ts";

/** The names that test platforms give the fields of a lift test, and the brief's. */
const FIELDS: Readonly<Record<string, string>> = {
  ci_lower: "lower",
  ci_upper: "upper",
  spend_delta: "spendDelta",
  start_date: "start",
  end_date: "end",
  confidence: "level",
};

export type LiftReading = { readonly kind: "lifts"; readonly entries: readonly unknown[] } | FileProblem;

/**
 * The tests of a file: one object or a list of them.
 *
 * @returns entries not yet checked, "ci_lower" called "lower" and so on; the brief's reading says what is missing in them.
 */
export async function readLiftFile(path: string): Promise<LiftReading> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return problem(`${path} can not be opened`, "check the path");
  }
  try {
    const parsed: unknown = JSON.parse(text);
    const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return { kind: "lifts", entries: list.map(renamed) };
  } catch {
    return problem(
      `${path} is not valid JSON`,
      "lift tests are a list of {channel, start, end, spendDelta, lift, …}",
    );
  }
}

function renamed(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [FIELDS[key] ?? key, value]));
}
