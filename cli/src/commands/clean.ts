/** `marginal clean`: a dirty export becomes a clean weekly table, with every repair shown and undoable. */

import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import {
  type Brief,
  type CleanTable,
  cleanTable,
  cleanWorkbook,
  completeFields,
  methodology,
  type Reading,
  readHistories,
  repairLines,
  type Table,
} from "@mmm/core";
import { Command } from "commander";
import { stringify } from "yaml";
import type { Console } from "../io/console.ts";
import { readAnswersFile } from "../io/read-answers-file.ts";
import { writeCsv } from "../io/write-csv.ts";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { askQuestions } from "./ask-questions.ts";
import { EXIT_BAD_INPUT, type Exit } from "./exit.ts";
import { FX, openFiles, sayReading } from "./inputs.ts";

const EXAMPLES = `
Examples:
  $ marginal clean export.csv --out data.xlsx
  $ marginal clean google.csv meta.csv tv.xlsx shop.csv --out data.xlsx
  $ marginal clean export.xlsx --out data.csv --answers answers.yaml
  $ marginal clean export.csv --out data.xlsx --save-brief brief.yaml

Questions are asked at the terminal. Elsewhere they are answered from a file, one per line:
  IN-15: dmy
  "IN-38:Meta spend": zero
A repair is undone there too, by its id in the Repairs sheet:
  "IN-30:F12": undo
`;

interface CleanOptions {
  readonly out?: string;
  readonly brief?: string;
  readonly answers?: string;
  readonly saveBrief?: string;
  readonly sheet?: string;
  readonly fx?: string;
  readonly json?: true;
}

/** Cleans a table; the user's file is never changed. */
export function cleanCommand(console: Console, setExit: (exit: Exit) => void): Command {
  return new Command("clean")
    .description("Turn an export into a clean weekly table, with a log of every repair.")
    .argument("<files...>", "tables by day, week or month, .csv or .xlsx; lift tests, .json")
    .option("--out <file>", "the clean table: .xlsx (with its repairs) or .csv (repairs in a second file)")
    .option("--brief <file>", "brief.yaml: columns, channels, answers (without it the columns are detected)")
    .option("--answers <file>", "answers.yaml: question or repair id and choice")
    .option(
      "--save-brief <file>",
      "write the brief with all that was detected and answered, for the next export",
    )
    .option("--sheet <name>", "sheet of an .xlsx file (default: the first)")
    .option("--fx <file>", FX)
    .option("--json", "one JSON value on stdout; everything else goes to stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: CleanOptions) => setExit(await clean(paths, options, console)));
}

async function clean(paths: readonly string[], options: CleanOptions, console: Console): Promise<Exit> {
  if (!isWritable(options, console)) return EXIT_BAD_INPUT;
  const opened = await open(paths, options, console);
  if (opened === null) return EXIT_BAD_INPUT;
  const { tables, brief: stated } = opened;
  const reading = await readAsking(tables, stated.brief, console);
  const cleaned = cleanTable(reading);
  sayReading(reading, console);
  if (options.json) console.result(JSON.stringify(cleaned, null, 2));
  if (cleaned.table === null) {
    if (reading.questions.length > 0)
      console.say("Nothing was written: answer these questions in a file and give it with --answers.");
    return EXIT_BAD_INPUT;
  }
  await writeOut(cleaned, options.out, console);
  if (options.saveBrief !== undefined && reading.brief) {
    await writeFile(options.saveBrief, stringify(completeFields(stated.fields, reading.brief)));
    console.say(`Brief: ${options.saveBrief}`);
  }
  return 0;
}

function isWritable({ out, json }: CleanOptions, console: Console): boolean {
  if (out === undefined && !json) {
    console.say("Nowhere to write the clean table\n  → give --out data.xlsx or data.csv, or --json");
    return false;
  }
  if (out === undefined || [".xlsx", ".csv"].includes(extname(out).toLowerCase())) return true;
  console.say(`${out} is neither .csv nor .xlsx\n  → give --out a name that ends in one of them`);
  return false;
}

/** The tables and the brief, with the answers file laid over the brief's own answers. */
async function open(
  paths: readonly string[],
  options: CleanOptions,
  console: Console,
): Promise<Awaited<ReturnType<typeof openFiles>>> {
  const opened = await openFiles(paths, options, console);
  const answers = await readAnswersFile(options.answers);
  if (answers.kind === "problem") console.say(`${answers.message}\n  → ${answers.remedy}`);
  if (opened === null || answers.kind !== "answers") return null;
  const { brief } = opened;
  const laid = { ...brief.brief, answers: { ...brief.brief.answers, ...answers.answers } };
  return { ...opened, brief: { ...brief, brief: laid } };
}

/** Reads, asks what is open, and reads again until nothing is, or nobody answers. */
async function readAsking(tables: readonly Table[], stated: Brief, console: Console): Promise<Reading> {
  const rules = methodology({}).rules.data;
  let brief = stated;
  for (;;) {
    const reading = readHistories(tables, brief, rules, console.today);
    const answers = reading.questions.length === 0 ? null : await askQuestions(reading.questions, console);
    if (answers === null) return reading;
    brief = { ...brief, answers: { ...brief.answers, ...answers } };
  }
}

async function writeOut(cleaned: CleanTable, out: string | undefined, console: Console): Promise<void> {
  const { table, repairs } = cleaned;
  if (out === undefined || table === null) return;
  if (extname(out).toLowerCase() === ".xlsx") {
    await writeFile(out, await writeWorkbook(cleanWorkbook(table, repairs, console.now)));
    console.say(`Clean table and repairs: ${out}`);
    return;
  }
  const log = out.replace(/\.csv$/i, ".repairs.csv");
  const { heads, rows } = repairLines(repairs);
  await writeFile(out, writeCsv([table.columns, ...table.rows]));
  await writeFile(log, writeCsv([heads, ...rows]));
  console.say(`Clean table: ${out}\nRepairs: ${log}`);
}
