/** From a rectangle of cells to named columns: header found, blank, total and foreign rows set aside. */

import type { Cell, Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import type { Brief } from "./brief.ts";
import type { Column, Frame } from "./column.ts";
import { looksLikeDate } from "./date-text.ts";
import { type Grid, isEmptyCell, uprightGrid } from "./grid.ts";
import { findHeaderRows, type HeaderRows, looksLikeNumber } from "./header-row.ts";
import { plainHeader } from "./header-tokens.ts";
import { at, found, joinNotes, mended, NO_NOTES, type Noted, type Notes } from "./notes.ts";
import { visibleText } from "./number-text.ts";
import type { DataRules } from "./rules.ts";
import { counted, listed } from "./wording.ts";

const TOTAL = /^(?:grand\s+)?(?:total|totals|sum|subtotal|average|avg|mean)\b/i;

/**
 * The table as named columns (IN-01 … IN-07, IN-09, IN-65).
 *
 * @returns null when no column can be named; otherwise columns of equal length with each cell's own place.
 */
export function frameTable(table: Table, brief: Brief, rules: DataRules): Noted<Frame | null> {
  const upright = uprightGrid(table, brief.answers);
  const grid = upright.value;
  if (grid.rows.every((row) => row.every(isEmptyCell))) {
    const remedy = "Choose the file or sheet with one row per week: a date, the KPI and spend per channel.";
    return {
      value: null,
      notes: found("stop", "IN-01", at(table, null), "IN-01 The table is empty.", remedy),
    };
  }
  const rows = findHeaderRows(grid.rows, statedNames(brief));
  const named = nameColumns(grid, rows, brief);
  const kept = keptRows(grid, rows.firstData);
  const columns = named.value.map((column) => ({
    header: column.header,
    headerCell: column.headerCell,
    cells: kept.value.map((row) => grid.rows[row]?.[column.index] ?? null),
    places: kept.value.map((row) => grid.place(row, column.index)),
  }));
  return {
    value: { file: table.file, sheet: table.sheet, columns },
    notes: joinNotes(
      upright.notes,
      tooLarge(grid, rules),
      named.notes,
      preamble(grid, rows),
      kept.notes,
      duplicateNames(table, columns),
    ),
  };
}

function statedNames(brief: Brief): Set<string> {
  const { date, kpi, geo, revenuePerKpi, ignore } = brief.table;
  const names = [date, kpi, geo, typeof revenuePerKpi === "string" ? revenuePerKpi : null, ...ignore]
    .concat(brief.channels.flatMap((channel) => [channel.spend, channel.exposure]))
    .concat(brief.controls.map((control) => control.column))
    .concat(brief.events.map((event) => event.column));
  return new Set(names.filter((name) => name !== null).map(plainHeader));
}

function tooLarge(grid: Grid, rules: DataRules): Notes {
  const [rows, columns] = [grid.rows.length, grid.rows[0]?.length ?? 0];
  if (rows <= rules.rowsMax && columns <= rules.columnsMax) return NO_NOTES;
  return found(
    "warn",
    "IN-65",
    at(grid, null),
    `IN-65 The table has ${counted(rows, "row")} and ${counted(columns, "column")}; reading it takes long.`,
    "Sum it to one row per week, with one column per channel.",
  );
}

interface NamedColumn {
  readonly header: string;
  readonly headerCell: string;
  readonly index: number;
}

function nameColumns(grid: Grid, rows: HeaderRows, brief: Brief): Noted<NamedColumn[]> {
  const width = grid.rows[0]?.length ?? 0;
  const used = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !grid.rows.slice(rows.header ?? 0).every((row) => isEmptyCell(row[index] ?? null)),
  );
  if (rows.header === null) return askForHeader(grid, used, brief);
  const header = rows.header;
  const group = rows.group === null ? null : spreadRight(grid.rows[rows.group] ?? []);
  const named = used.map((index) => {
    const own = headerText(grid.rows[header]?.[index] ?? null);
    const above = group === null ? "" : headerText(group[index] ?? null);
    const joined = [above, own].filter((text) => text !== "").join(" / ");
    return {
      header: joined === "" ? letters(grid, index) : joined,
      headerCell: grid.place(header, index),
      index,
    };
  });
  const joinedNotes =
    rows.group === null
      ? NO_NOTES
      : mended(
          "IN-04",
          at(grid, grid.place(rows.group, 0)),
          `header in rows ${rows.group + 1} and ${header + 1}`,
          `names joined, e.g. "${named.at(-1)?.header ?? ""}"`,
        );
  return { value: named, notes: joinedNotes };
}

function askForHeader(grid: Grid, used: readonly number[], brief: Brief): Noted<NamedColumn[]> {
  const firstRow = used.map((index) => String(grid.rows[0]?.[index] ?? "")).filter((text) => text !== "");
  const settled = settle(
    {
      id: "IN-01",
      code: "IN-01",
      where: at(grid, grid.place(0, 0)),
      message: `IN-01 The table has no row of column names; its first row is: ${listed(firstRow)}. Shall the columns be called by their letters?`,
      choices: ["letters", "stop"],
      default: "letters",
    },
    brief.answers,
  );
  const named = used.map((index) => ({
    header: letters(grid, index),
    headerCell: grid.place(0, index),
    index,
  }));
  return { value: named, notes: settled.notes };
}

function letters(grid: Grid, index: number): string {
  return grid.place(0, index).replace(/1$/, "");
}

function headerText(cell: Cell): string {
  return cell === null ? "" : visibleText(String(cell)).replace(/\s+/g, " ");
}

/** A merged cell keeps its text in its first cell only: it holds for the blank cells to its right (IN-03). */
function spreadRight(cells: readonly Cell[]): Cell[] {
  let last: Cell = null;
  return cells.map((cell) => {
    last = isEmptyCell(cell) ? last : cell;
    return last;
  });
}

function preamble(grid: Grid, rows: HeaderRows): Notes {
  const skipped = grid.rows
    .map((_, row) => row)
    .filter((row) => row < rows.firstData && row !== rows.header && row !== rows.group)
    .filter((row) => !grid.rows[row]?.every(isEmptyCell));
  return joinNotes(
    ...skipped.map((row) =>
      mended("IN-02", at(grid, grid.place(row, 0)), rowText(grid, row), "(row skipped)"),
    ),
  );
}

function rowText(grid: Grid, row: number): string {
  return listed((grid.rows[row] ?? []).filter((cell) => !isEmptyCell(cell)).map(String));
}

function keptRows(grid: Grid, firstData: number): Noted<number[]> {
  const rows = grid.rows.map((_, row) => row).filter((row) => row >= firstData);
  const filled = rows.filter((row) => !grid.rows[row]?.every(isEmptyCell));
  const last = filled.at(-1) ?? firstData;
  const blank = rows.filter((row) => row < last && grid.rows[row]?.every(isEmptyCell));
  const totals = filled.filter((row) => isTotal(grid.rows[row] ?? []));
  const lastDated = filled.filter((row) =>
    grid.rows[row]?.some((cell) => looksLikeDate(cell) || looksLikeNumber(cell)),
  );
  const end = lastDated.at(-1) ?? last;
  const footer = filled.filter((row) => row > end && !isTotal(grid.rows[row] ?? []));
  const aside = new Set([...totals, ...footer]);
  return {
    value: filled.filter((row) => !aside.has(row)),
    notes: joinNotes(
      ...blank.map((row) => mended("IN-06", at(grid, grid.place(row, 0)), "(blank row)", "(row dropped)")),
      ...footer.map((row) =>
        mended("IN-02", at(grid, grid.place(row, 0)), rowText(grid, row), "(row skipped)"),
      ),
      ...totals.map((row) => totalRow(grid, row)),
    ),
  };
}

function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => !isEmptyCell(cell)) ?? null;
  return typeof first === "string" && TOTAL.test(visibleText(first)) && !cells.some(looksLikeDate);
}

function totalRow(grid: Grid, row: number): Notes {
  const where = at(grid, grid.place(row, 0));
  const message = `IN-07 Row ${where.cell ?? ""} is a total, not a week; it is left out.`;
  return joinNotes(
    mended("IN-07", where, rowText(grid, row), "(row left out)"),
    found("warn", "IN-07", where, message, "Delete the total row if it is not needed in the file."),
  );
}

function duplicateNames(table: Table, columns: readonly Column[]): Notes {
  const byName = new Map<string, Column[]>();
  for (const column of columns) byName.set(column.header, [...(byName.get(column.header) ?? []), column]);
  const twice = [...byName.values()].filter((same) => same.length > 1);
  return joinNotes(
    ...twice.map((same) => {
      const cells = same.map((column) => column.headerCell);
      const message = `IN-05 ${counted(same.length, "column")} are named "${same[0]?.header ?? ""}": ${listed(cells)}.`;
      return found(
        "stop",
        "IN-05",
        at(table, cells[1] ?? null),
        message,
        "Give each column its own name and run again.",
      );
    }),
  );
}
