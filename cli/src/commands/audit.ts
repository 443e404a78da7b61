/** `marginal audit`: is the data good enough? */

import { auditJson, auditReadiness, type Scorecard } from "@mmm/core";
import { Command } from "commander";
import type { Console } from "../io/console.ts";
import { EXIT_BAD_INPUT, type Exit } from "./exit.ts";
import { type InputOptions, openInputs, readAloud, withInputs } from "./inputs.ts";

const EXAMPLES = `
Examples:
  $ marginal audit spend.csv
  $ marginal audit spend.xlsx --sheet Weekly --brief brief.yaml
  $ marginal audit spend.csv --json > audit.json

A brief is YAML; every key is optional:
  currency: USD
  kpiKind: money
  table: {date: week_start, kpi: revenue}
  channels: [{name: TV, spend: tv_spend, group: brand}]
`;

/** Scores the table's readiness; nothing is fitted. */
export function auditCommand(console: Console, setExit: (exit: Exit) => void): Command {
  return withInputs(
    new Command("audit").description("Score how ready a weekly table is for a marketing mix model."),
  )
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: InputOptions) => setExit(await audit(paths, options, console)));
}

async function audit(paths: readonly string[], options: InputOptions, console: Console): Promise<Exit> {
  const inputs = await openInputs(paths, options, console);
  if (inputs === null) return EXIT_BAD_INPUT;
  const reading = readAloud(inputs, console);
  const scorecard =
    reading.history && auditReadiness(reading.history, inputs.methodology.rules.audit, reading);
  if (options.json) console.result(JSON.stringify(auditJson(scorecard, reading), null, 2));
  else if (scorecard !== null) sayScorecard(scorecard, console);
  return scorecard === null ? EXIT_BAD_INPUT : 0;
}

function sayScorecard(scorecard: Scorecard, console: Console): void {
  console.result(`Readiness ${scorecard.overall} of 5, tier: ${scorecard.tier}`);
  for (const { id, score, evidence } of scorecard.dimensions)
    console.result(`  ${id.padEnd(11)} ${score}  ${evidence}`);
  for (const { message, remedy } of scorecard.findings) console.result(`  ${message}\n    → ${remedy}`);
  if (scorecard.refusal !== null)
    console.result(`${scorecard.refusal.reason}\n  → ${scorecard.refusal.remedy}`);
  if (scorecard.biggestUnlock !== null) console.result(`Biggest unlock: ${scorecard.biggestUnlock.action}`);
}
