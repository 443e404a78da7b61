/** `marginal audit --inventory`: the scorecard of data that are not here yet. */

import { writeFile } from "node:fs/promises";
import {
  auditInventory,
  inventoryJson,
  inventoryReport,
  inventoryWorkbook,
  methodology,
  readInventory,
} from "@mmm/core";
import type { Console } from "../io/console.ts";
import { readTableFile } from "../io/read-table-file.ts";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { sayPlan, sayScores } from "./audit-lines.ts";
import type { AuditOptions } from "./audit-options.ts";
import { EXIT_BAD_INPUT, type Exit } from "./exit.ts";
import { dayRateChange, sayFinding } from "./inputs.ts";

/** Scores a typed list of tables, prints it and writes it where asked. */
export async function auditInventoryFile(
  path: string,
  options: AuditOptions,
  console: Console,
): Promise<Exit> {
  const table = await readTableFile(path, options.sheet);
  if ("kind" in table) {
    console.say(`${table.message}\n  → ${table.remedy}`);
    return EXIT_BAD_INPUT;
  }
  const { rules, version } = methodology(dayRateChange(options));
  const { value: entries, notes } = readInventory(table, rules.data);
  for (const finding of notes.findings) sayFinding(finding, console);
  if (entries === null) return EXIT_BAD_INPUT;
  const audit = auditInventory(entries, rules.audit);
  const report = inventoryReport(audit, rules.audit, options.start ?? console.today);
  if (options.json) console.result(JSON.stringify(inventoryJson(audit, report), null, 2));
  else {
    sayScores(audit, console);
    sayPlan(audit, report, console);
  }
  if (options.out !== undefined) {
    const plan = inventoryWorkbook(audit, entries, report, rules.audit, version, console.now);
    await writeFile(options.out, await writeWorkbook(plan));
    console.say(`Audit: ${options.out}`);
  }
  return 0;
}
