/** From a rectangle of cells to named columns: header found, blank, total and foreign rows set aside. */

import type { Cell, Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import type { Brief } from "./brief.ts";
import { chooseBlock } from "./choose-block.ts";
import { chooseSheet } from "./choose-sheet.ts";
import type { Column, Frame } from "./column.ts";
import { looksLikeDate } from "./date-text.ts";
import { isEmptyCell } from "./empty-cell.ts";
import { type Grid, uprightGrid } from "./grid.ts";
import { findHeaderRows, type HeaderRows, looksLikeNumber } from "./header-row.ts";
import { plainHeader } from "./header-tokens.ts";
import { linkedCells } from "./linked-cells.ts";
import { at, found, joinAll, joinNotes, NO_NOTES, type Noted, type Notes, stands } from "./notes.ts";
import { visibleText } from "./number-text.ts";
import { isUndone, mended, type RepairCode, unmended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import { saysTotal } from "./total-words.ts";
import { counted, listed } from "./wording.ts";

/**
 * The table as named columns (IN-01 … IN-07, IN-09, IN-11, IN-65).
 *
 * @returns null when no column can be named, or the table may lie on its side; otherwise columns of equal length with each cell's own place.
 */
export function frameTable(workbook: Table, brief: Brief, rules: DataRules): Noted<Frame | null> {
  const sheet = chooseSheet(workbook, brief.answers);
  const table = sheet.value;
  const upright = uprightGrid(table, brief.answers);
  const block = chooseBlock(upright.value, brief.answers);
  const which = joinNotes(sheet.notes, block.notes);
  if (stands(which)) return { value: null, notes: which };
  const grid = block.value;
  // as long as nobody said which way the table runs, whatever else is asked of it may be beside the point
  if (upright.notes.questions.some(({ code }) => code === "IN-09"))
    return { value: null, notes: upright.notes };
  if (grid.rows.every((row) => row.every(isEmptyCell))) {
    const remedy = "Choose the file or sheet with one row per week: a date, the KPI and spend per channel.";
    return {
      value: null,
      notes: found("stop", "IN-01", at(table, null), "IN-01 The table is empty.", remedy),
    };
  }
  const rows = findHeaderRows(grid.rows, statedNames(brief));
  const named = nameColumns(grid, rows, brief);
  const kept = keptRows(grid, rows.firstData, brief.answers);
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
      addedUp(table),
      linkedCells(table),
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

/** Places then name cells of the sums, since the file's own rows are gone. */
function addedUp(table: Table): Notes {
  if (table.addedUp === undefined) return NO_NOTES;
  return mended({
    code: "IN-65",
    where: at(table, null),
    before: counted(table.addedUp, "row"),
    after: `${counted(table.rows.length - 1, "row")}, added up by date and channel; cells are named as they stand among these`,
    fixed: "the file is too large to be held row by row",
  });
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
  const joined = joinedHeader(grid, rows, brief.answers);
  const named = used.map((index) => {
    const own = headerText(grid.rows[header]?.[index] ?? null);
    const above = headerText(joined.value?.[index] ?? null);
    const name = [above, own].filter((text) => text !== "").join(" / ");
    return {
      header: name === "" ? letters(grid, index) : name,
      headerCell: grid.place(header, index),
      index,
    };
  });
  return { value: named, notes: joinNotes(joined.notes, blankColumns(grid, used)) };
}

/** The row of group names above the header, spread over the columns that each spans; null without one. */
function joinedHeader(
  grid: Grid,
  { group, header }: HeaderRows,
  answers: Brief["answers"],
): Noted<readonly Cell[] | null> {
  if (group === null || header === null) return { value: null, notes: NO_NOTES };
  const written = grid.rows[group] ?? [];
  const spread = spreadRight(written);
  const isMerged = spread.some((cell, index) => cell !== null && isEmptyCell(written[index] ?? null));
  const code = isMerged ? "IN-03" : "IN-04";
  const where = at(grid, grid.place(group, 0));
  const before = `header in rows ${group + 1} and ${header + 1}`;
  if (isUndone(answers, code, where.cell)) return { value: null, notes: unmended({ code, where, before }) };
  const last = [headerText(spread.at(-1) ?? null), headerText(grid.rows[header]?.at(-1) ?? null)];
  const after = `names joined, e.g. "${last.filter((text) => text !== "").join(" / ")}"`;
  return { value: spread, notes: mended({ code, where, before, after }) };
}

/** Columns without an entry between others; those at the edges belong to no table. */
function blankColumns(grid: Grid, used: readonly number[]): Notes {
  const [first = 0, last = 0] = [used[0], used.at(-1)];
  const blank = Array.from({ length: Math.max(0, last - first) }, (_, step) => first + step).filter(
    (index) => !used.includes(index),
  );
  return joinNotes(...blank.map((index) => dropped(grid, grid.place(0, index), "column")));
}

function dropped(grid: Grid, place: string, what: "row" | "column"): Notes {
  return mended({
    code: "IN-06",
    where: at(grid, place),
    before: `(blank ${what})`,
    after: `(${what} dropped)`,
    fixed: "there is nothing in it to bring back",
  });
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
      mended({
        code: "IN-02",
        where: at(grid, grid.place(row, 0)),
        before: rowText(grid, row),
        after: "(row skipped)",
        fixed:
          "it stands above the names of the columns; name the columns in the brief if another row is meant",
      }),
    ),
  );
}

function rowText(grid: Grid, row: number): string {
  return listed((grid.rows[row] ?? []).filter((cell) => !isEmptyCell(cell)).map(String));
}

function keptRows(grid: Grid, firstData: number, answers: Brief["answers"]): Noted<number[]> {
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
  const aside = [...footer.map((row) => setAside(grid, row, "IN-02", answers))].concat(
    totals.map((row) => setAside(grid, row, "IN-07", answers)),
  );
  const out = new Set(aside.flatMap(({ value }) => (value === null ? [] : [value])));
  return {
    value: filled.filter((row) => !out.has(row)),
    notes: joinNotes(
      joinAll(blank.map((row) => dropped(grid, grid.place(row, 0), "row"))),
      joinAll(aside.map(({ notes }) => notes)),
    ),
  };
}

/** The row when it is left out, or null when the user took that back: it then counts as a week like any other. */
function setAside(
  grid: Grid,
  row: number,
  code: Extract<RepairCode, "IN-02" | "IN-07">,
  answers: Brief["answers"],
): Noted<number | null> {
  const where = at(grid, grid.place(row, 0));
  const before = rowText(grid, row);
  if (isUndone(answers, code, where.cell)) return { value: null, notes: unmended({ code, where, before }) };
  if (code === "IN-02") return { value: row, notes: mended({ code, where, before, after: "(row skipped)" }) };
  const message = `IN-07 Row ${where.cell ?? ""} is a total, not a week; it is left out.`;
  const remedy = "Delete the total row if it is not needed in the file.";
  const notes = joinNotes(
    mended({ code, where, before, after: "(row left out)" }),
    found("warn", code, where, message, remedy),
  );
  return { value: row, notes };
}

function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => !isEmptyCell(cell)) ?? null;
  return typeof first === "string" && saysTotal(visibleText(first)) && !cells.some(looksLikeDate);
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
