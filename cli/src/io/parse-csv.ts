/** Text with separators → rows of cells. */

import type { Cell, Table } from "@mmm/core";
import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";
import { type FileProblem, problem } from "./problem.ts";

// The comma comes last: where decimals are written with it, it cuts as many fields as the separator at most.
const SEPARATORS = ["\t", ";", "|", ","] as const;
const SAMPLE = 20_000; // characters, about a hundred lines: enough to see the table beneath any preamble

/**
 * Reads separated text.
 *
 * @param bytes - in an encoding that `decodeText` knows.
 * @returns a table whose empty fields are null, e.g. "a;b\n1;" gives [["a", "b"], ["1", null]].
 */
export function parseCsv(bytes: Uint8Array, file: string): Table | FileProblem {
  const text = decodeText(bytes);
  try {
    const rows: string[][] = parse(text.replace(/^sep=.\r?\n/i, ""), {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      skip_records_with_error: false,
    });
    return { file, sheet: null, rows: rows.map((row) => row.map(toCell)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return problem(
      `${file} can not be read as a table: ${error.message}`,
      "save it as CSV (UTF-8) or .xlsx and try again",
    );
  }
}

/**
 * Excel's own "sep=;" line, else the separator that cuts most of the first lines into equally many fields: a title line
 * or a comma in a text has none of that.
 */
export function separatorOf(text: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const scores = SEPARATORS.map((separator) => alike(lines.map((line) => line.split(separator).length)));
  const best = scores.reduce((first, second) =>
    second.lines > first.lines || (second.lines === first.lines && second.fields > first.fields)
      ? second
      : first,
  );
  return SEPARATORS[scores.indexOf(best)] ?? ",";
}

/**
 * The longest run of lines with one number of fields, and that number; nothing where nothing is cut. Neither the commas
 * of a title line nor those of "1,234,567" or "12,50" in a tab-separated file make a run that holds the header too.
 */
function alike(counts: readonly number[]): { readonly lines: number; readonly fields: number } {
  let best = { lines: 0, fields: 0 };
  let run = { lines: 0, fields: 0 };
  for (const fields of counts) {
    run = { lines: fields === run.fields ? run.lines + 1 : 1, fields };
    if (fields > 1 && run.lines > best.lines) best = run;
  }
  return best;
}

/** Fields stay text: only a whole column's evidence tells "1.234" the number from "1.234" the thousand (IN-31). */
export function toCell(field: string): Cell {
  return field.trim() === "" ? null : field;
}
