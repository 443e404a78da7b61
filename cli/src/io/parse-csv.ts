/** Text with separators → rows of cells. */

import type { Cell, Table } from "@mmm/core";
import { CsvError, parse } from "csv-parse/sync";
import { type FileProblem, problem } from "./problem.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/**
 * Reads separated text; the separator is the one that the first filled line holds most of.
 *
 * @param bytes - UTF-8 or UTF-16 with a byte order mark.
 * @returns a table whose empty fields are null, e.g. "a;b\n1;" gives [["a", "b"], ["1", null]].
 */
export function parseCsv(bytes: Uint8Array, file: string): Table | FileProblem {
  const text = decode(bytes);
  try {
    const rows: string[][] = parse(text, {
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

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((candidate) => candidate.trim() !== "") ?? "";
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/** Fields stay text: only a whole column's evidence tells "1.234" the number from "1.234" the thousand (IN-31). */
function toCell(field: string): Cell {
  return field.trim() === "" ? null : field;
}
