/** `marginal fit`: what each channel brought in, with its uncertainty. */

import { writeFile } from "node:fs/promises";
import {
  type DefenseHost,
  type DefenseOutcome,
  type DefenseResults,
  defendBudget,
  drawsJson,
  fitJson,
  headline,
  type Methodology,
  refitPriors,
  sensitivityJson,
} from "@mmm/core";
import { Command, Option } from "commander";
import type { Console } from "../io/console.ts";
import { estimateLines } from "./estimate-lines.ts";
import { EXIT_BAD_INPUT, EXIT_REFUSED, type Exit } from "./exit.ts";
import { hostOf, timingOf } from "./host.ts";
import { type InputOptions, openInputs, sayReading, withInputs } from "./inputs.ts";
import { openToAudit } from "./open-to-audit.ts";
import { preview } from "./preview.ts";
import { refitLines } from "./refit-lines.ts";
import { walkWithCheckpoints } from "./walk-with-checkpoints.ts";

const EXAMPLES = `
Examples:
  $ marginal fit spend.csv --brief brief.yaml
  $ marginal fit spend.csv --json > fit.json
  $ marginal fit spend.csv --sensitivity               also under narrower and wider priors
  $ marginal fit spend.csv --draws-out draws.json      at most 2 MB of draws, InferenceData-shaped
  $ marginal fit spend.csv --export-stan audit         the posterior as a Stan program, with its data
  $ marginal fit spend.csv --checkpoint fit.part       Ctrl-C stops it; the same command goes on
  $ marginal fit spend.csv --preview                   a quick look, marked PREVIEW
`;

interface FitOptions extends InputOptions {
  readonly drawsOut?: string;
  readonly sensitivity?: true;
  readonly exportStan?: string;
  readonly checkpoint?: string;
  readonly preview?: true;
}

/** Fits the model and prints its estimates; writes no workbook. */
export function fitCommand(console: Console, worker: URL, setExit: (exit: Exit) => void): Command {
  return withInputs(
    new Command("fit").description("Fit the model and print each channel's return with its interval."),
  )
    .option("--sensitivity", "fit twice more, with narrower and wider priors, and show what moves (C-10)")
    .option(
      "--draws-out <file>",
      "write the draws as InferenceData-shaped JSON, thinned evenly to at most 2 MB, and beside them the log likelihood of every week",
    )
    .option(
      "--export-stan <dir>",
      "write the posterior as a Stan program with data, results and instructions",
    )
    .option("--checkpoint <file>", "keep the unfinished fit there, and go on from it when it exists")
    .addOption(
      new Option(
        "--preview",
        "a look in a second or two: no result, and it says how far to trust it",
      ).conflicts(["checkpoint", "sensitivity", "exportStan"]),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: FitOptions) =>
      setExit(await fit(paths, options, console, worker)),
    );
}

async function fit(
  paths: readonly string[],
  options: FitOptions,
  console: Console,
  worker: URL,
): Promise<Exit> {
  if (options.preview) return preview(paths, options, console);
  const inputs = await openInputs(paths, options, console);
  if (inputs === null) return EXIT_BAD_INPUT;
  const { tables, brief, methodology } = inputs;
  const walk = (host: DefenseHost): Promise<DefenseOutcome> => defendBudget(tables, brief, methodology, host);
  const outcome =
    options.checkpoint === undefined
      ? await walk(hostOf(console, worker))
      : await walkWithCheckpoints(walk, options.checkpoint, console, worker);
  if (outcome === null) return EXIT_BAD_INPUT;
  sayReading(outcome.reading, console);
  if (outcome.kind === "unreadable") return EXIT_BAD_INPUT;
  if (outcome.kind === "refused") {
    const { refusal } = outcome.results;
    if (options.json) console.result(JSON.stringify({ refused: refusal }, null, 2));
    else console.result(`No estimate: ${refusal.reason}\n  → ${refusal.remedy}`);
    return EXIT_REFUSED;
  }
  const refits = options.sensitivity ? await refitted(outcome, methodology, hostOf(console, worker)) : null;
  await writeAside(outcome, options, methodology, console);
  giveOut(outcome, refits, options, console);
  return 0;
}

type Refits = Awaited<ReturnType<typeof refitPriors>>;

type Defended = Extract<DefenseOutcome, { readonly kind: "defended" }>;

/** The fits under other priors, or why there are none. */
function refitted(
  { fit: fitted, results }: Defended,
  { rules }: Methodology,
  host: DefenseHost,
): Promise<Refits> {
  const { history, brief, run } = results;
  return refitPriors({ fit: fitted, history, brief, tier: run.tier }, rules, host);
}

/** Files that were asked for beside the estimates. */
async function writeAside(
  outcome: Defended,
  { drawsOut, exportStan }: FitOptions,
  methodology: Methodology,
  console: Console,
): Promise<void> {
  if (drawsOut !== undefined) {
    const { attribution, run } = outcome.results;
    await writeFile(drawsOut, JSON.stringify(drawsJson(outcome.fit, attribution.observed, run)));
    console.say(`Draws: ${drawsOut}`);
  }
  if (exportStan !== undefined) await openToAudit(outcome, methodology, exportStan, console);
}

function giveOut(
  { fit: fitted, results }: Defended,
  refits: Refits | null,
  options: FitOptions,
  console: Console,
): void {
  if (options.json) {
    const json = fitJson(results, timingOf(fitted.posterior));
    const whole = refits === null ? json : { ...json, sensitivity: partOf(refits, results) };
    console.result(JSON.stringify(whole, null, 2));
    return;
  }
  sayEstimates(results, console);
  if (refits === null) return;
  if ("gate" in refits)
    console.result(`No figures under other priors: ${refits.reason}
  → ${refits.remedy}`);
  else for (const line of refitLines(refits, results.run)) console.result(line);
}

function partOf(refits: Refits, { run }: DefenseResults): object {
  return "gate" in refits ? { refused: refits } : sensitivityJson(refits, run);
}

function sayEstimates(results: DefenseResults, console: Console): void {
  console.result(headline(results));
  for (const line of estimateLines(results.attribution)) console.result(line);
  console.result(`Fit: ${results.health.verdict}`);
  for (const check of results.health.checks)
    if (check.verdict !== "pass") console.result(`  ${check.reason}\n  → ${check.remedy}`);
}
