/** The arguments that every reading command shares, and what they are read into. */

import {
  type Brief,
  briefChanges,
  type Finding,
  type Methodology,
  mappingSentences,
  methodology,
  type Question,
  type Reading,
  readHistory,
  type Table,
} from "@mmm/core";
import { type Command, InvalidArgumentError } from "commander";
import type { Console } from "../io/console.ts";
import { readBriefFile } from "../io/read-brief-file.ts";
import { readTableFile } from "../io/read-table-file.ts";

/** Options shared by audit, fit and defend. */
export interface InputOptions {
  readonly brief?: string;
  readonly sheet?: string;
  readonly seed?: number;
  readonly allowShort?: true;
  readonly json?: true;
}

/** What a command works on. */
export interface Inputs {
  readonly table: Table;
  readonly brief: Brief;
  readonly methodology: Methodology;
}

/** Adds the shared arguments to a command. */
export function withInputs(command: Command): Command {
  return command
    .argument("<data>", "weekly table, .csv or .xlsx")
    .option(
      "--brief <file>",
      "brief.yaml: columns, channels, budget, answers (without it the columns are detected)",
    )
    .option("--sheet <name>", "sheet of an .xlsx file (default: the first)")
    .option("--seed <number>", "seed of every random number (default: the brief's, else 1)", wholeNumber)
    .option("--allow-short", "13 to 29 weeks: go on with output that rests on assumptions and says so (X-01)")
    .option("--json", "one JSON value on stdout; everything else goes to stderr");
}

/** Reads a whole number of 0 or more from the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("must be a whole number of 0 or more");
  return Number(text);
}

/** Opens table and brief; says what is wrong and returns null when either can not be used. */
export async function openInputs(
  path: string,
  options: InputOptions,
  console: Console,
): Promise<Inputs | null> {
  const brief = await readBriefFile(options.brief);
  if (brief.kind === "problems") {
    for (const finding of brief.problems) sayFinding(finding, console);
    return null;
  }
  const table = brief.kind === "brief" ? await readTableFile(path, options.sheet) : brief;
  if ("kind" in table) {
    console.say(`${table.message}\n  → ${table.remedy}`);
    return null;
  }
  if (brief.kind !== "brief") return null;
  const sampling = { ...brief.brief.sampling, ...(options.seed === undefined ? {} : { seed: options.seed }) };
  return {
    table,
    brief: { ...brief.brief, sampling },
    methodology: methodology({
      ...briefChanges(brief.brief),
      ...(options.allowShort ? { "audit.allowShort": 1 } : {}),
    }),
  };
}

/** Reads the history and says what was guessed, found, mended and asked on the way. */
export function readAloud(inputs: Inputs, console: Console): Reading {
  const reading = readHistory(inputs.table, inputs.brief, inputs.methodology.rules.data, console.today);
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
