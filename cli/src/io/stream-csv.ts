/** A large text file → a table that holds its rows added up, read piece by piece. */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { type Cell, createRowSummer, type Table } from "@mmm/core";
import { parse } from "csv-parse";
import { encodingOf } from "./decode-text.ts";
import { parseCsv, separatorOf, toCell } from "./parse-csv.ts";
import { type FileProblem, problem } from "./problem.ts";

const SAMPLE = 256 * 1024; // bytes: some thousand rows, enough to see header, dates and marks
const BATCH = 5000; // rows read at a time: few enough to stay small, enough for a column to show its decimal mark

/**
 * Reads a long export of any length within the memory of its days and channels.
 *
 * @returns a problem where the file is no long export with dates and spend, or holds what is no number.
 */
export async function streamCsv(path: string, file: string): Promise<Table | FileProblem> {
  const head = await firstLines(path);
  const encoding = encodingOf(head);
  const sample = parseCsv(head, file);
  if ("kind" in sample) return sample;
  const summer = createRowSummer(sample);
  if (summer === null)
    return problem(
      `${file} is too large to be read whole, and not a list with a date and a spend column that could be added up`,
      "export it by week, or with the columns date, channel, spend and impressions only",
    );
  const delimiter = separatorOf(new TextDecoder(encoding).decode(head));
  const rows = Readable.from(textOf(path, encoding)).pipe(
    parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  let batch: Cell[][] = [];
  let { skip } = summer;
  for await (const record of rows as AsyncIterable<string[]>) {
    if (skip > 0) {
      skip--;
      continue;
    }
    batch.push(record.map(toCell));
    if (batch.length < BATCH) continue;
    summer.add(batch);
    batch = [];
  }
  summer.add(batch);
  const summed = summer.finish();
  const [fault] = summed.faults;
  if (fault !== undefined)
    return problem(`${file}: ${summed.faults.join(" ")}`, "mend those cells and run again");
  return summed.table;
}

/** The whole lines among the first bytes; a line of UTF-16 ends with the zero beside its break, or behind it. */
async function firstLines(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  const buffer = new Uint8Array(SAMPLE);
  const { bytesRead } = await handle.read(buffer, 0, SAMPLE, 0);
  await handle.close();
  const head = buffer.subarray(0, bytesRead);
  const end = head.lastIndexOf(0x0a);
  if (end < 0) return head;
  return head.subarray(0, end + (head[end + 1] === 0 ? 2 : 1));
}

async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path))
    yield decoder.decode(bytes as Uint8Array, { stream: true });
  yield decoder.decode();
}
