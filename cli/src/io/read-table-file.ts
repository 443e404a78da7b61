/** A .csv, .tsv, .txt or .xlsx file → a table. */

import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Table } from "@mmm/core";
import { readWorkbookTable } from "../xlsx/read-table.ts";
import { parseCsv } from "./parse-csv.ts";
import { type FileProblem, problem } from "./problem.ts";
import { streamCsv } from "./stream-csv.ts";

const MEGABYTE = 2 ** 20;
/** Ten years of daily rows for 60 columns are under 3 MB; a workbook beyond this is not a weekly table. */
const LARGEST_WORKBOOK = 50 * MEGABYTE;
/** Text above this is added up while it is read: held row by row it would take some thirty times its size. */
const LARGEST_WHOLE = 8 * MEGABYTE;

/** Reads a table from disk; what a user can get wrong comes back as a problem. */
export async function readTableFile(path: string, sheet: string | undefined): Promise<Table | FileProblem> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (isText(path) && size > LARGEST_WHOLE) return await streamCsv(path, basename(path));
    if (size > LARGEST_WORKBOOK) {
      return problem(
        `${path} is ${Math.round(size / MEGABYTE)} MB, over the limit of 50 MB`,
        "export weekly rows only",
      );
    }
    bytes = await readFile(path);
  } catch {
    return problem(`${path} can not be opened`, "check the path and that the file is not locked");
  }
  switch (extname(path).toLowerCase()) {
    case ".csv":
    case ".tsv":
    case ".txt":
      return parseCsv(bytes, basename(path));
    case ".xlsx":
      return readWorkbookTable(bytes, basename(path), sheet);
    default:
      return problem(`${path} is neither .csv nor .xlsx`, "save the table as CSV or .xlsx");
  }
}

function isText(path: string): boolean {
  return [".csv", ".tsv", ".txt"].includes(extname(path).toLowerCase());
}
