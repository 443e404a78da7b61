/** A file of platform, warehouse and ledger figures → how far they are apart. */

import { type Methodology, type Reconciliation, readReconciliation, reconcile } from "@mmm/core";
import type { Console } from "../io/console.ts";
import { readTableFile } from "../io/read-table-file.ts";
import { sayFinding } from "./inputs.ts";

/** Null without a file; "unreadable" after its fault was said. */
export async function readReconciliationFile(
  path: string | undefined,
  { rules }: Methodology,
  console: Console,
): Promise<Reconciliation | null | "unreadable"> {
  if (path === undefined) return null;
  const table = await readTableFile(path, undefined);
  if ("kind" in table) {
    console.say(`${table.message}\n  → ${table.remedy}`);
    return "unreadable";
  }
  const { value, notes } = readReconciliation(table, rules.data);
  for (const finding of notes.findings) sayFinding(finding, console);
  const stops = notes.findings.some(({ severity }) => severity === "stop");
  return value === null || stops ? "unreadable" : reconcile(value, rules.audit);
}
