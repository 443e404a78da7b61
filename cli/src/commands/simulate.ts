/** `marginal simulate`: data with known truth. */

import { writeFile } from "node:fs/promises";
import type { Cell } from "@mmm/core";
import { Command, InvalidArgumentError } from "commander";
import type { Console } from "../io/console.ts";
import { DEFAULT_SIMULATION, type SimulationOptions, simulateHistory } from "../simulate/simulate-history.ts";
import { EXIT_BAD_INPUT, type Exit } from "./exit.ts";
import { wholeNumber } from "./inputs.ts";

const EXAMPLES = `
Examples:
  $ marginal simulate --out data.csv --truth truth.json
  $ marginal simulate --weeks 104 --channels 4 --seed 7 --confounding 0.3 --zero-weeks 0.2 --out data.csv --truth truth.json
  $ marginal defend data.csv        then compare with truth.json
`;

interface SimulateOptions extends SimulationOptions {
  readonly out: string;
  readonly truth: string;
  readonly json?: true;
}

/** Writes a weekly table of a made-up brand, and beside it what is true of it. */
export function simulateCommand(console: Console, setExit: (exit: Exit) => void): Command {
  const defaults = DEFAULT_SIMULATION;
  return new Command("simulate")
    .description("Make weekly data whose truth is known.")
    .option("--weeks <number>", "weeks", wholeNumber, defaults.weeks)
    .option("--channels <number>", "channels", wholeNumber, defaults.channels)
    .option("--seed <number>", "seed", wholeNumber, defaults.seed)
    .option("--noise <share>", "weekly noise as a share of the mean KPI", share, defaults.noise)
    .option(
      "--confounding <strength>",
      "how far spend follows demand: 0 not at all, 0.3 strongly",
      share,
      defaults.confounding,
    )
    .option("--zero-weeks <share>", "chance of a week without spend, per channel", share, defaults.zeroWeeks)
    .option("--start-date <date>", "first Monday", defaults.startDate)
    .option("--out <file>", "where the table goes", "data.csv")
    .option("--truth <file>", "where the truth goes", "truth.json")
    .option("--json", "the truth on stdout as well")
    .addHelpText("after", EXAMPLES)
    .action(async (options: SimulateOptions) => setExit(await simulate(options, console)));
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value < 1))
    throw new InvalidArgumentError("must be at least 0 and below 1");
  return value;
}

async function simulate(
  { out, truth: truthPath, json, ...options }: SimulateOptions,
  console: Console,
): Promise<Exit> {
  let simulated: ReturnType<typeof simulateHistory>;
  try {
    simulated = simulateHistory(options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.say(error.message);
    return EXIT_BAD_INPUT;
  }
  const truth = JSON.stringify(simulated.truth, null, 2);
  await writeFile(out, csvOf(simulated.table.rows));
  await writeFile(truthPath, `${truth}\n`);
  if (json) console.result(truth);
  console.say(`Data: ${out}\nTruth: ${truthPath}`);
  return 0;
}

/** Our own names and numbers hold no separator, quote or leading sign, so none needs escaping. */
function csvOf(rows: ReadonlyArray<readonly Cell[]>): string {
  return `${rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n")}\n`;
}
