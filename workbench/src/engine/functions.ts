/** Custom functions of the engine: row-major in, row-major out. */

import "./polyfill.ts";
import { addFunction } from "@odoo/o-spreadsheet";
import type { Cell } from "./engine.ts";

/** A parameter of a custom function; a matrix arrives as rows of cells. */
interface Argument {
  readonly name: string;
  readonly description: string;
  readonly matrix: boolean;
  readonly optional: boolean;
}

/** A custom function as a spreadsheet knows it: rows in, a cell or rows out. */
interface CustomFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Argument[];
  readonly compute: (...cells: never[]) => Cell | readonly (readonly Cell[])[] | CellError;
  /** What a blank cell arrives as: 0 on old desktop builds of Excel, null on the web (office-js #4702). */
  readonly blank: 0 | null;
}

/** A spreadsheet's error with what the user reads of it. */
interface CellError {
  readonly error: string;
  readonly message: string;
}

function isError(result: unknown): result is CellError {
  return typeof result === "object" && result !== null && "error" in result;
}

type EngineCell = { readonly value?: Cell } | undefined;

/**
 * Teaches the engine a function, whose name may hold a dot; several rows spill.
 * A thrown error becomes "#ERROR" with its message. The engine is column-major: the only transposition is here.
 */
export function registerFunction({ name, description, parameters, compute, blank }: CustomFunction): void {
  const cellOf = (cell: EngineCell) => cell?.value ?? blank;
  const cellsOf = (given: unknown, matrix: boolean) => {
    if (Array.isArray(given)) return transpose(given as EngineCell[][]).map((row) => row.map(cellOf));
    return matrix ? [[cellOf(given as EngineCell)]] : ((given as EngineCell)?.value ?? null);
  };
  addFunction(name, {
    description,
    category: "MMM",
    args: parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.description,
      type: [parameter.matrix ? "RANGE<ANY>" : "ANY"],
      acceptMatrix: parameter.matrix,
      optional: parameter.optional,
    })),
    isExported: false,
    compute: (...given: unknown[]) => {
      try {
        const cells = given.map((one, index) => cellsOf(one, parameters[index]?.matrix ?? false));
        const result = compute(...(cells as never[]));
        if (isError(result)) return { value: result.error, message: result.message };
        return isRows(result)
          ? transpose(result).map((column) => column.map((value) => ({ value })))
          : { value: result };
      } catch (error) {
        return { value: "#ERROR", message: error instanceof Error ? error.message : String(error) };
      }
    },
  } as never);
}

function isRows(result: Cell | readonly (readonly Cell[])[]): result is readonly (readonly Cell[])[] {
  return Array.isArray(result);
}

function transpose<T>(rows: readonly (readonly T[])[]): T[][] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] as T));
}
