/** Arguments that are one value: numbers in a range, whole numbers, words from a list, yes or no. */

import type { Cell } from "../../spreadsheet/table.ts";
import type { Parameter } from "../function-spec.ts";
import { type Fault, fault, type Given } from "../outcome.ts";

/** What a number must be. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** Must be above, or below, this. */
  readonly above?: number;
  readonly below?: number;
  readonly whole?: boolean;
}

/** The one cell of a value or a range of one cell; a larger range is no value. */
function single(given: Given): Cell | Fault {
  if (!Array.isArray(given)) return given as Cell;
  const rows = given as ReadonlyArray<readonly Cell[]>;
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0] ?? null;
  return fault("#VALUE!", "one cell is needed, not a range");
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === "";
}

function outside(value: number, { min, max, above, below, whole }: NumberLimits): string | null {
  if (!Number.isFinite(value)) return "a finite number";
  if (whole && !Number.isInteger(value)) return "a whole number";
  if (min !== undefined && value < min) return `at least ${min}`;
  if (max !== undefined && value > max) return `at most ${max}`;
  if (above !== undefined && value <= above) return `above ${above}`;
  return below !== undefined && value >= below ? `below ${below}` : null;
}

function readNumber(name: string, given: Given, limits: NumberLimits): number | Fault {
  const cell = single(given);
  if (typeof cell === "object" && cell !== null) return { ...cell, message: `${name}: ${cell.message}` };
  if (typeof cell !== "number") return fault("#VALUE!", `${name} must be a number`);
  const wanted = outside(cell, limits);
  return wanted === null ? cell : fault("#NUM!", `${name} must be ${wanted}, not ${cell}`);
}

/** A number that must be given. */
export function number(name: string, description: string, limits: NumberLimits = {}): Parameter<number> {
  return {
    name,
    description,
    kind: "number",
    optional: false,
    read: (given) => readNumber(name, given, limits),
  };
}

/** A number with a value where it is left out. */
export function optionalNumber<Fallback extends number | null>(
  name: string,
  description: string,
  fallback: Fallback,
  limits: NumberLimits = {},
): Parameter<number | Fallback> {
  return {
    name,
    description,
    kind: "number",
    optional: true,
    read: (given) => (isBlank(given) ? fallback : readNumber(name, given, limits)),
  };
}

/** A word from a list, in any case; the first of the list where it is left out. */
export function choice<const Choices extends readonly [string, ...string[]]>(
  name: string,
  description: string,
  choices: Choices,
): Parameter<Choices[number]> {
  return {
    name,
    description: `${description}: ${choices.map((each) => `"${each}"`).join(", ")}`,
    kind: "text",
    optional: true,
    read(given) {
      const cell = single(given);
      if (isBlank(cell)) return choices[0];
      const found = choices.find((each) => each === String(cell).trim().toLowerCase());
      return found ?? fault("#VALUE!", `${name} must be one of: ${choices.join(", ")}`);
    },
  };
}

/** Text that must be given. */
export function text(name: string, description: string): Parameter<string> {
  return {
    name,
    description,
    kind: "text",
    optional: false,
    read(given) {
      const cell = single(given);
      return typeof cell === "string" && cell.trim() !== ""
        ? cell.trim()
        : fault("#VALUE!", `${name} must be text`);
    },
  };
}

/** TRUE or FALSE; the fallback where it is left out. */
export function flag(name: string, description: string, fallback: boolean): Parameter<boolean> {
  return {
    name,
    description,
    kind: "boolean",
    optional: true,
    read(given) {
      const cell = single(given);
      if (isBlank(cell)) return fallback;
      if (typeof cell === "boolean") return cell;
      return cell === 0 || cell === 1 ? cell === 1 : fault("#VALUE!", `${name} must be TRUE or FALSE`);
    },
  };
}
