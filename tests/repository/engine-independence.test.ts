/** The rooms whose numbers decide draws use no function that engines may round differently (decisions §9, sampler.md §9). */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** ECMAScript leaves the last bits of these, and of **, to the implementation; sqrt and the arithmetic are exact. */
const IMPLEMENTATION_DEFINED =
  /Math\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)\b|\*\*[^/*]/;

const ROOMS = [
  "core/src/numerics",
  "core/src/model",
  "core/src/sample",
  "core/src/diagnose",
  "core/assembly",
];

function offences(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      const code = lines.map((line) => (/^\s*(\*|\/\*|\/\/)/.test(line) ? "" : line));
      return code.flatMap((line, index) =>
        IMPLEMENTATION_DEFINED.test(line) ? [`${folder}/${file}:${index + 1} ${line.trim()}`] : [],
      );
    });
}

describe("what decides draws", () => {
  it.each(ROOMS)("in %s is plain IEEE arithmetic: the same bits in every engine", (folder) => {
    expect(offences(folder)).toEqual([]);
  });

  it("would be caught: Math.exp, a power, but not a square root", () => {
    expect(IMPLEMENTATION_DEFINED.test("const x = Math.exp(1);")).toBe(true);
    expect(IMPLEMENTATION_DEFINED.test("const x = y ** 2;")).toBe(true);
    expect(IMPLEMENTATION_DEFINED.test("const x = Math.sqrt(y);")).toBe(false);
  });
});
