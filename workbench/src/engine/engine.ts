/** The one door to o-spreadsheet: values, formulas, sheets and undo. */

import "./polyfill.ts";
import { helpers, Model, registries, UIPlugin } from "@odoo/o-spreadsheet";

/** What a cell holds: blank is null, never 0. */
export type Cell = number | string | boolean | null;

/** A rectangle of cells, zero-based, both ends included. */
interface Zone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Update {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
  readonly content: string;
}

// More updates in one command overflow the engine's stack (measured: 300 000 at once fail, 15 000 pass).
const UPDATES_PER_COMMAND = 15_000;
const FIRST_ROWS = 300;
const FIRST_COLUMNS = 26;

// Single dispatches cost 6 to 8 ms each on a large sheet; one outer command evaluates and undoes once.
class BulkUpdate extends UIPlugin {
  static override getters = [] as const;

  override handle(command: { readonly type: string; readonly updates?: readonly Update[] }): void {
    if (command.type !== "MARGINAL_BULK_UPDATE") return;
    for (const update of command.updates ?? []) this.dispatch("UPDATE_CELL", update);
  }
}
registries.featurePluginRegistry.add("marginalBulkUpdate", BulkUpdate as never);

/**
 * The one door to o-spreadsheet: nothing else in the workbench names it, so that another engine can take its place.
 * Matrices are row-major; zones are zero-based. A refused command throws the engine's own reasons.
 * @example const engine = new Engine(); engine.write("Sheet1", "A1:B1", [[1, "=A1+1"]]); engine.read("Sheet1", "B1") // [[2]]
 */
export class Engine {
  readonly #model = new Model({
    sheets: [{ id: "sheet1", name: "Sheet1", colNumber: FIRST_COLUMNS, rowNumber: FIRST_ROWS }],
  });
  #made = 0;

  /** The names of the sheets, left to right. */
  sheets(): readonly string[] {
    return this.#model.getters.getSheetIds().map((id) => this.#model.getters.getSheetName(id));
  }

  addSheet(name: string): void {
    this.#made += 1;
    this.#dispatch("CREATE_SHEET", {
      sheetId: `made${this.#made}`,
      position: this.sheets().length,
      name,
      cols: FIRST_COLUMNS,
      rows: FIRST_ROWS,
    });
  }

  renameSheet(name: string, newName: string): void {
    this.#dispatch("RENAME_SHEET", { sheetId: this.#id(name), oldName: name, newName });
  }

  deleteSheet(name: string): void {
    this.#dispatch("DELETE_SHEET", { sheetId: this.#id(name), sheetName: name });
  }

  /** The computed values of a range; an error cell reads as its code, such as "#DIV/0!". */
  read(sheet: string, range: string): Cell[][] {
    const sheetId = this.#id(sheet);
    return this.#map(range, (row, col) => this.#model.getters.getEvaluatedCell({ sheetId, row, col }).value);
  }

  /** The formulas of a range; a cell without one reads as its value. */
  readFormulas(sheet: string, range: string): Cell[][] {
    const sheetId = this.#id(sheet);
    return this.#map(range, (row, col) => {
      const position = { sheetId, row, col };
      return this.#model.getters.getCell(position)?.isFormula
        ? this.#model.getters.getCellText(position, { showFormula: true })
        : this.#model.getters.getEvaluatedCell(position).value;
    });
  }

  /** Writes values or formulas: null leaves a cell as it is, "" clears it (Excel's rule). Throws when the shapes differ. */
  write(sheet: string, range: string, cells: readonly (readonly Cell[])[]): void {
    const sheetId = this.#id(sheet);
    const { top, left, bottom, right } = zoneOf(range);
    const fits = cells.length === bottom - top + 1 && cells.every((row) => row.length === right - left + 1);
    if (!fits) throw new RangeError(`the cells do not have the shape of ${range}`);
    this.#grow(sheet, bottom + 1, right + 1);
    const updates = cells.flatMap((row, i) =>
      row.flatMap((cell, j) =>
        cell === null ? [] : [{ sheetId, row: top + i, col: left + j, content: contentOf(cell) }],
      ),
    );
    for (let at = 0; at < updates.length; at += UPDATES_PER_COMMAND)
      this.#dispatch("MARGINAL_BULK_UPDATE", { updates: updates.slice(at, at + UPDATES_PER_COMMAND) });
  }

  undo(): void {
    this.#dispatch("REQUEST_UNDO", {});
  }

  #map<T>(range: string, cellAt: (row: number, col: number) => T): T[][] {
    const { top, left, bottom, right } = zoneOf(range);
    return Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (_, j) => cellAt(top + i, left + j)),
    );
  }

  #grow(sheet: string, rows: number, columns: number): void {
    const size = this.#model.getters.getSheetSize(this.#id(sheet));
    this.#lengthen(sheet, "ROW", size.numberOfRows, rows);
    this.#lengthen(sheet, "COL", size.numberOfCols, columns);
  }

  #lengthen(sheet: string, dimension: "ROW" | "COL", has: number, needs: number): void {
    if (needs <= has) return;
    const where = { sheetId: this.#id(sheet), sheetName: sheet, base: has - 1, position: "after" };
    this.#dispatch("ADD_COLUMNS_ROWS", { ...where, dimension, quantity: needs - has });
  }

  #id(sheet: string): string {
    const id = this.#model.getters.getSheetIdByName(sheet);
    if (id === undefined) throw new RangeError(`no sheet is called ${sheet}`);
    return id;
  }

  #dispatch(type: string, payload: object): void {
    const result = this.#model.dispatch(type as never, payload as never);
    if (!result.isSuccessful) throw new Error(`${type}: ${result.reasons.join(", ")}`);
  }
}

function zoneOf(range: string): Zone {
  return helpers.toZone(range);
}

// The engine parses text as if typed: a leading apostrophe keeps "1-2" and "00123" the text they are.
function contentOf(cell: Exclude<Cell, null>): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number" || cell === "" || cell.startsWith("=")) return String(cell);
  return /^['+\-.$€£(\d]|^(true|false)$/i.test(cell) ? `'${cell}` : cell;
}
