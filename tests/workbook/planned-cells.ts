/** Finding and changing cells of a workbook plan, and reading them back from a file. */

import { dateSerial } from "@mmm/core/report/layout/dates.ts";
import type { PlannedCell, PlannedSheet, WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { readXlsx } from "hucre/xlsx";

/** Sheet name → [row][column] of values, as saved in a file. */
export type Values = Readonly<Record<string, ReadonlyArray<readonly Cell[]>>>;

/** The values of every sheet of a file; errors are their text. */
export async function valuesOf(bytes: Uint8Array): Promise<Values> {
  const { sheets } = await readXlsx(bytes);
  return Object.fromEntries(
    sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => row.map((value) => plain(value)))]),
  );
}

/** Dates as the serial numbers that the plan holds. */
function plain(value: Cell | Date): Cell {
  return value instanceof Date ? dateSerial(value.toISOString()) : value;
}

/** A sheet of a plan by name. */
export function sheetOf(plan: WorkbookPlan, name: string): PlannedSheet {
  const sheet = plan.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new RangeError(`no sheet ${name}`);
  return sheet;
}

/** A planned cell; throws where the plan has none, so that a test can not plant its error beside the target. */
export function cellOf(plan: WorkbookPlan, name: string, row: number, column: number): PlannedCell {
  const cell = sheetOf(plan, name).rows[row]?.[column];
  if (cell === undefined || cell === null) throw new RangeError(`no cell at ${name} ${row},${column}`);
  return cell;
}

/** The plan with one cell typed over: its formula is gone, as when a user types a number. */
export function typedOver(
  plan: WorkbookPlan,
  name: string,
  row: number,
  column: number,
  value: Cell,
): WorkbookPlan {
  const { formula: _gone, ...old } = cellOf(plan, name, row, column);
  return withCell(plan, name, row, column, { ...old, value });
}

/** The plan with one cell replaced. */
export function withCell(
  plan: WorkbookPlan,
  name: string,
  row: number,
  column: number,
  cell: PlannedCell,
): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, at) =>
            at !== row ? cells : cells.map((old, index) => (index === column ? cell : old)),
          ),
        },
  );
  return { ...plan, sheets };
}

/** Every cell of a plan with its place. */
export function everyCell(
  plan: WorkbookPlan,
): Array<{ sheet: string; row: number; column: number; cell: PlannedCell }> {
  return plan.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell === null ? [] : [{ sheet: sheet.name, row, column, cell }])),
    ),
  );
}
