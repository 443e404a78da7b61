/** `marginal audit`: is the data good enough, what is missing, and what would mend it? */

import { writeFile } from "node:fs/promises";
import {
  type AuditReport,
  auditJson,
  auditReadiness,
  auditReport,
  auditWorkbook,
  type Methodology,
  type Reading,
  type Scorecard,
} from "@mmm/core";
import { type Command as AnyCommand, Command, InvalidArgumentError } from "commander";
import type { Console } from "../io/console.ts";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { auditInventoryFile } from "./audit-inventory-file.ts";
import { sayReport } from "./audit-lines.ts";
import type { AuditOptions } from "./audit-options.ts";
import { EXIT_BAD_INPUT, type Exit } from "./exit.ts";
import { openInputs, readAloud, withInputs } from "./inputs.ts";
import { readReconciliationFile } from "./reconciliation-file.ts";

const EXAMPLES = `
Examples:
  $ marginal audit spend.csv
  $ marginal audit google.csv meta.csv shop.csv --out audit.xlsx
  $ marginal audit spend.xlsx --sheet Weekly --brief brief.yaml
  $ marginal audit spend.csv --reconcile ledger.csv     month, channel, platform, warehouse, GL
  $ marginal audit --inventory tables.csv               table, grain, first, last, owner, fields: no data needed
  $ marginal audit spend.csv --json > audit.json

A brief is YAML; every key is optional:
  currency: USD
  kpiKind: money
  table: {date: week_start, kpi: revenue}
  channels: [{name: TV, spend: tv_spend, group: brand}]
`;

/** Scores the tables' readiness; nothing is fitted. */
export function auditCommand(console: Console, setExit: (exit: Exit) => void): Command {
  return withOptions(
    withInputs(
      new Command("audit").description("Score how ready the data are for a marketing mix model."),
      "[files...]",
    ),
  )
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: AuditOptions) => setExit(await audit(paths, options, console)));
}

function withOptions(command: AnyCommand): Command {
  return command
    .option("--out <file>", "the audit as a workbook, .xlsx")
    .option("--inventory <file>", "a typed list of tables instead of data (A-22)")
    .option("--reconcile <file>", "platform, warehouse and ledger side by side (A-51)")
    .option("--start <date>", "first day of the 60-day plan (default: today)", isoDay)
    .option(
      "--day-rate <number>",
      "what a working day costs, for the gaps (default: an assumption of 500)",
      rate,
    );
}

function isoDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError("must be a date, YYYY-MM-DD");
  return text;
}

function rate(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 10_000)) throw new InvalidArgumentError("must be between 0 and 10,000");
  return value;
}

async function audit(paths: readonly string[], options: AuditOptions, console: Console): Promise<Exit> {
  if (options.inventory !== undefined && paths.length > 0) {
    console.say("--inventory stands for data that are not there yet\n  → give either files or an inventory");
    return EXIT_BAD_INPUT;
  }
  if (options.inventory !== undefined) return auditInventoryFile(options.inventory, options, console);
  if (paths.length === 0) {
    console.say("No file to audit\n  → name the tables, or give a list of them with --inventory");
    return EXIT_BAD_INPUT;
  }
  const inputs = await openInputs(paths, options, console);
  if (inputs === null) return EXIT_BAD_INPUT;
  const method = inputs.methodology;
  const reading = readAloud(inputs, console);
  const books = await readReconciliationFile(options.reconcile, method, console);
  if (books === "unreadable") return EXIT_BAD_INPUT;
  const { history } = reading;
  if (history === null) {
    if (options.json) console.result(JSON.stringify(auditJson(null, reading, null), null, 2));
    return EXIT_BAD_INPUT;
  }
  const { rules } = method;
  const scorecard = auditReadiness(history, rules.audit, reading, books);
  const report = auditReport(history, scorecard, rules.audit, options.start ?? console.today, books, reading);
  await writeAudit({ reading, scorecard, report, method }, options, console);
  return 0;
}

interface Audited {
  readonly reading: Reading;
  readonly scorecard: Scorecard;
  readonly report: AuditReport;
  readonly method: Methodology;
}

async function writeAudit(
  { reading, scorecard, report, method }: Audited,
  options: AuditOptions,
  console: Console,
): Promise<void> {
  if (options.json) console.result(JSON.stringify(auditJson(scorecard, reading, report), null, 2));
  else sayReport(scorecard, report, console);
  const { history } = reading;
  if (options.out === undefined || history === null) return;
  const audited = { history, scorecard, report, repairs: reading.repairs };
  const plan = auditWorkbook(audited, method.rules.audit, method.version, console.now);
  await writeFile(options.out, await writeWorkbook(plan));
  console.say(`Audit: ${options.out}`);
}
