/** An .xlsx file → a table, with dates as ISO text and errors as their text. */

import { type Cell, cellName, type Table } from "@mmm/core";
import { HucreError, type Sheet } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { type FileProblem, problem } from "../io/problem.ts";
import { unpackedSize } from "./unpacked-size.ts";

/** Ten years of daily rows for 60 columns unpack to about 20 MB of XML; ten times that is no weekly table. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/**
 * Reads one sheet, and the other visible ones beside it where none is named (IN-11).
 *
 * @param sheet - its name; the first visible one when not given.
 * @returns the table, or why it can not be read and what to do.
 */
export async function readWorkbookTable(
  bytes: Uint8Array,
  file: string,
  sheet?: string,
): Promise<Table | FileProblem> {
  const size = unpackedSize(bytes, MOST_UNPACKED);
  if (size === "no zip")
    return problem(`${file} is not an .xlsx workbook`, "open it in Excel and save it as .xlsx");
  if (size === "too large") {
    return problem(`${file} unpacks to more than 200 MB`, "copy the weekly table to a workbook of its own");
  }
  try {
    const workbook = await readXlsx(bytes);
    const found =
      sheet === undefined
        ? workbook.sheets.find((candidate) => !isHidden(candidate))
        : workbook.sheets.find((candidate) => candidate.name === sheet);
    if (found === undefined)
      return noSheet(
        file,
        sheet,
        workbook.sheets.map(({ name }) => name),
      );
    const others =
      sheet === undefined ? workbook.sheets.filter((other) => other !== found && !isHidden(other)) : [];
    const otherSheets = others.map((other) => tableOf(file, other));
    return { ...tableOf(file, found), ...(otherSheets.length === 0 ? {} : { otherSheets }) };
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    return problem(
      `${file} can not be read: ${error.message}`,
      "open it in Excel and save it as .xlsx without a password",
    );
  }
}

function isHidden({ hidden, veryHidden }: Sheet): boolean {
  return Boolean(hidden) || Boolean(veryHidden);
}

function tableOf(file: string, sheet: Sheet): Table {
  const rows = sheet.rows.map((row) => row.map(toCell));
  return { file, sheet: sheet.name, rows, ...hiddenIn(sheet), ...linkedIn(sheet) };
}

/** Rows that are hidden, by hand or by a filter. */
function hiddenIn({ rowDefs }: Sheet): Pick<Table, "hiddenRows"> {
  const hiddenRows = [...(rowDefs ?? [])].filter(([, { hidden }]) => hidden).map(([row]) => row);
  return hiddenRows.length === 0 ? {} : { hiddenRows };
}

/** A workbook names others "[1]", "[2]" … in its formulas. */
const OTHER_WORKBOOK = /\[\d+\]/;

function linkedIn({ cells }: Sheet): Pick<Table, "linkedCells"> {
  const linkedCells = [...(cells ?? [])]
    .filter(([, { formula }]) => formula !== undefined && OTHER_WORKBOOK.test(formula))
    .map(([place]) => place.split(",").map(Number))
    .map(([row = 0, column = 0]) => cellName(row, column));
  return linkedCells.length === 0 ? {} : { linkedCells };
}

function noSheet(file: string, sheet: string | undefined, names: readonly string[]): FileProblem {
  if (sheet === undefined)
    return problem(`${file} has no visible sheet`, "unhide the sheet with the weekly table");
  return problem(`${file} has no sheet "${sheet}"`, `its sheets are: ${names.join(", ")}`);
}

function toCell(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === undefined || value === "") return null;
  return value instanceof Date ? isoText(value) : value;
}

/** Workbook dates have no time zone; the library holds them as UTC. */
function isoText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}
