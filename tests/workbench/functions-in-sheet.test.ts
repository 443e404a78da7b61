/** The same functions, called from cells: what the core gives, a sheet shows. */

import { functionTable } from "@mmm/core/functions/function-table.ts";
import type { Given, Outcome } from "@mmm/core/functions/outcome.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { columnLetters } from "@mmm/core/spreadsheet/table.ts";
import { type Cell, Engine, registerTable } from "@mmm/workbench";
import { CASES } from "../fixtures/function-cases.ts";

const TABLE = functionTable({ audit: defaultRules(AUDIT_ROWS) });

/** Where the results stand: right of every argument. */
const RESULT = 20;

beforeAll(() => {
  jest.spyOn(console, "debug").mockImplementation();
  jest.spyOn(console, "info").mockImplementation();
  registerTable(TABLE, "MMM", null);
});

/** Arguments as a user would give them: ranges in cells, single values in the formula. */
function formulaOf(engine: Engine, name: string, given: readonly Given[]): string {
  let column = 0;
  const parts = given.map((one) => {
    if (!Array.isArray(one)) return literal(one as Cell);
    const rows = one as Cell[][];
    const width = rows[0]?.length ?? 1;
    const range = `${columnLetters(column)}1:${columnLetters(column + width - 1)}${rows.length}`;
    engine.write("Sheet1", range, rows);
    column += width + 1;
    return range;
  });
  return `=MMM.${name}(${parts.join(",")})`;
}

function literal(value: Cell): string {
  if (value === null) return "";
  return typeof value === "string" ? `"${value}"` : String(value).toUpperCase();
}

function shown(expected: Outcome): Cell[][] {
  return (Array.isArray(expected) ? expected : [[expected]]) as Cell[][];
}

describe("custom functions in a sheet", () => {
  it.each(CASES)("=MMM.%s with %j shows %j", (name, given, expected) => {
    const engine = new Engine();
    engine.write("Sheet1", `${columnLetters(RESULT)}1`, [[formulaOf(engine, name, given)]]);
    const rows = shown(expected);
    const last = `${columnLetters(RESULT + (rows[0]?.length ?? 1) - 1)}${rows.length}`;
    expect(engine.read("Sheet1", `${columnLetters(RESULT)}1:${last}`)).toEqual(rows);
  });

  it("shows an error code for a blank week, which is never a zero", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1:A3", [[100], [""], [50]]);
    engine.write("Sheet1", "C1", [["=MMM.ADSTOCK(A1:A3,0.5)"]]);
    expect(engine.read("Sheet1", "C1")).toEqual([["#VALUE!"]]);
  });

  it("recalculates when a cell changes", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1", [[50]]);
    engine.write("Sheet1", "C1", [["=MMM.HILL(A1,50,2)*2"]]);
    expect(engine.read("Sheet1", "C1")).toEqual([[1]]);
    engine.write("Sheet1", "A1", [[0]]);
    expect(engine.read("Sheet1", "C1")).toEqual([[0]]);
  });
});
