/** `marginal defend`: the budget-defense workbook. */

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  contributionsJson,
  type DefenseOutcome,
  defendBudget,
  diagnosticsJson,
  fitJson,
  headline,
  optimizationJson,
} from "@mmm/core";
import { Command } from "commander";
import type { Console } from "../io/console.ts";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { EXIT_BAD_INPUT, EXIT_REFUSED, type Exit } from "./exit.ts";
import { hostOf, timingOf } from "./host.ts";
import { type InputOptions, openInputs, sayReading, withInputs } from "./inputs.ts";

const EXAMPLES = `
Examples:
  $ marginal defend spend.csv --brief brief.yaml
  $ marginal defend spend.xlsx --out q3/budget-defense.xlsx --seed 7

Beside the workbook: mmm_channel_contributions.json, mmm_diagnostics.json, mmm_budget_optimization.json
Exit codes: 0 done · 2 bad input or an unanswered question, nothing written · 3 a gate refused, the workbook says why
`;

interface DefendOptions extends InputOptions {
  readonly out: string;
}

/** Fits, judges, allocates and writes the workbook. */
export function defendCommand(console: Console, worker: URL, setExit: (exit: Exit) => void): Command {
  return withInputs(new Command("defend").description("Write the budget-defense workbook."))
    .option("--out <file>", "where the workbook goes", "out/budget-defense.xlsx")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: DefendOptions) =>
      setExit(await defend(paths, options, console, worker)),
    );
}

async function defend(
  paths: readonly string[],
  options: DefendOptions,
  console: Console,
  worker: URL,
): Promise<Exit> {
  const inputs = await openInputs(paths, options, console);
  if (inputs === null) return EXIT_BAD_INPUT;
  const host = hostOf(console, worker);
  const outcome = await defendBudget(inputs.tables, inputs.brief, inputs.methodology, host);
  sayReading(outcome.reading, console);
  if (outcome.kind === "unreadable") return EXIT_BAD_INPUT;
  await writeResults(outcome, options.out);
  const written = `Workbook: ${resolve(options.out)}`;
  if (outcome.kind === "refused") {
    const { refusal } = outcome.results;
    if (options.json) console.result(JSON.stringify({ refused: refusal }, null, 2));
    else console.result(`No estimate: ${refusal.reason}\n  → ${refusal.remedy}`);
    console.say(written);
    return EXIT_REFUSED;
  }
  if (options.json)
    console.result(JSON.stringify(fitJson(outcome.results, timingOf(outcome.fit.posterior)), null, 2));
  else console.result(`${headline(outcome.results)}\nFit: ${outcome.results.health.verdict}`);
  console.say(written);
  return 0;
}

type Written = Exclude<DefenseOutcome, { readonly kind: "unreadable" }>;

async function writeResults(outcome: Written, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  await mkdir(folder, { recursive: true });
  await writeFile(path, await writeWorkbook(outcome.workbook));
  if (outcome.kind === "refused") return;
  const { results } = outcome;
  const contracts = {
    "mmm_channel_contributions.json": contributionsJson(results),
    "mmm_diagnostics.json": diagnosticsJson(results),
    "mmm_budget_optimization.json": optimizationJson(results),
  };
  for (const [name, value] of Object.entries(contracts)) {
    await writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  }
}
