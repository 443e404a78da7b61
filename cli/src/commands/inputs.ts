/** The arguments that every reading command shares, and what they are read into. */

import { extname } from "node:path";
import {
  type Brief,
  briefChanges,
  type Finding,
  type Methodology,
  mappingSentences,
  methodology,
  type Question,
  type Reading,
  readFx,
  readHistories,
  type Table,
} from "@mmm/core";
import { type Command, InvalidArgumentError } from "commander";
import type { Console } from "../io/console.ts";
import { type BriefReading, readBriefFile } from "../io/read-brief-file.ts";
import { readLiftFile } from "../io/read-lift-file.ts";
import { readTableFile } from "../io/read-table-file.ts";

/** Options shared by audit, fit and defend. */
export interface InputOptions {
  readonly brief?: string;
  readonly sheet?: string;
  /** File of exchange rates by month. */
  readonly fx?: string;
  readonly seed?: number;
  readonly allowShort?: true;
  /** Of `audit` alone: what a working day costs. */
  readonly dayRate?: number;
  readonly json?: true;
}

/** What a command works on. */
export interface Inputs {
  readonly tables: readonly Table[];
  readonly brief: Brief;
  readonly methodology: Methodology;
}

/** What --fx takes, in every command. */
export const FX = "exchange rates: currency, month, rate, source (IN-33)";

/** Adds the shared arguments to a command. */
export function withInputs(command: Command, files = "<files...>"): Command {
  return command
    .argument(files, "tables by day, week or month, .csv or .xlsx; lift tests, .json")
    .option(
      "--brief <file>",
      "brief.yaml: columns, channels, budget, answers (without it the columns are detected)",
    )
    .option("--sheet <name>", "sheet of an .xlsx file (default: the first)")
    .option("--fx <file>", FX)
    .option("--seed <number>", "seed of every random number (default: the brief's, else 1)", wholeNumber)
    .option("--allow-short", "13 to 29 weeks: go on with output that rests on assumptions and says so (X-01)")
    .option("--json", "one JSON value on stdout; everything else goes to stderr");
}

/** Reads a whole number of 0 or more from the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("must be a whole number of 0 or more");
  return Number(text);
}

/** Opens tables and brief; says what is wrong and returns null when any of them can not be used. */
export async function openInputs(
  paths: readonly string[],
  options: InputOptions,
  console: Console,
): Promise<Inputs | null> {
  const opened = await openFiles(paths, options, console);
  if (opened === null) return null;
  const brief = opened.brief;
  const sampling = { ...brief.brief.sampling, ...(options.seed === undefined ? {} : { seed: options.seed }) };
  return {
    tables: opened.tables,
    brief: { ...brief.brief, sampling },
    methodology: methodology({
      ...briefChanges(brief.brief),
      ...(options.allowShort ? { "audit.allowShort": 1 } : {}),
      ...dayRateChange(options),
    }),
  };
}

/** The methodology's change that a day rate on the command line makes. */
export function dayRateChange({ dayRate }: Pick<InputOptions, "dayRate">): Readonly<Record<string, number>> {
  return dayRate === undefined ? {} : { "audit.dayRate": dayRate };
}

type StatedBrief = Extract<BriefReading, { readonly kind: "brief" }>;

/** The tables among the files, and the brief with the lift tests among them; null when any can not be used. */
export async function openFiles(
  paths: readonly string[],
  options: Pick<InputOptions, "brief" | "sheet" | "fx">,
  console: Console,
): Promise<{ readonly tables: readonly Table[]; readonly brief: StatedBrief } | null> {
  const isLift = (path: string) => extname(path).toLowerCase() === ".json";
  const lifts = await Promise.all(paths.filter(isLift).map(readLiftFile));
  const entries = lifts.flatMap((lift) => (lift.kind === "lifts" ? lift.entries : []));
  const brief = await readBriefFile(options.brief, entries);
  const tables = await Promise.all(
    paths.filter((path) => !isLift(path)).map((path) => readTableFile(path, options.sheet)),
  );
  const wrong = [...lifts, brief, ...tables].filter((one) => "kind" in one && one.kind === "problem");
  for (const one of wrong) if ("remedy" in one) console.say(`${one.message}\n  → ${one.remedy}`);
  if (brief.kind === "problems") for (const finding of brief.problems) sayFinding(finding, console);
  const rates = await readRates(options.fx, console);
  if (brief.kind !== "brief" || wrong.length > 0 || rates === null) return null;
  const known = { ...brief, brief: { ...brief.brief, fx: [...brief.brief.fx, ...rates] } };
  return { tables: tables.filter((table): table is Table => !("kind" in table)), brief: known };
}

/** The rates of a file; null after its fault was said, empty without a file. */
async function readRates(path: string | undefined, console: Console): Promise<Brief["fx"] | null> {
  if (path === undefined) return [];
  const table = await readTableFile(path, undefined);
  if ("kind" in table) {
    console.say(`${table.message}\n  → ${table.remedy}`);
    return null;
  }
  const { value, notes } = readFx(table, methodology({}).rules.data);
  for (const finding of notes.findings) sayFinding(finding, console);
  return value;
}

/** Reads the history and says what was guessed, found, mended and asked on the way. */
export function readAloud(inputs: Inputs, console: Console): Reading {
  const reading = readHistories(inputs.tables, inputs.brief, inputs.methodology.rules.data, console.today);
  sayReading(reading, console);
  return reading;
}

const CALENDAR = "C-08"; // columns that the brief's holidays add

/** Says a reading: the guess, findings, repairs in numbers, and open questions with how to answer them. */
export function sayReading(reading: Reading, console: Console): void {
  if (reading.mapping.guessed) {
    console.say("No brief names these columns, so they were detected:");
    for (const sentence of mappingSentences(reading.mapping)) console.say(`  ${sentence}`);
  }
  for (const finding of reading.findings) sayFinding(finding, console);
  const added = reading.repairs.filter(({ code }) => code === CALENDAR);
  const mended = reading.repairs.length - added.length;
  if (mended > 0)
    console.say(
      `Repairs in our copy: ${mended}. Your file is unchanged; --json lists them, "marginal clean" writes them out.`,
    );
  for (const { after } of added) console.say(`Calendar: ${after}.`);
  for (const question of reading.questions) sayQuestion(question, console);
}

export function sayFinding(finding: Finding, console: Console): void {
  console.say(`${placeOf(finding.where)}${finding.message}\n  → ${finding.remedy}`);
}

function sayQuestion(question: Question, console: Console): void {
  console.say(`${placeOf(question.where)}${question.message}`);
  console.say(
    `  → answer in the brief, e.g.\n      answers: {"${question.id}": ${question.default}}\n    choices: ${question.choices.join(", ")}`,
  );
}

export function placeOf(where: Finding["where"]): string {
  const sheet = where.sheet === null ? "" : `!${where.sheet}`;
  const cell = where.cell === null ? "" : `!${where.cell}`;
  return where.file === "" ? "" : `${where.file}${sheet}${cell}: `;
}
