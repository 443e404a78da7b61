import { readFileSync } from "node:fs";
import { excelMetadata } from "@mmm/core/functions/excel-metadata.ts";
import { functionTable } from "@mmm/core/functions/function-table.ts";
import { functionsPage } from "@mmm/core/functions/functions-page.ts";
import { type Given, isFault, type Outcome } from "@mmm/core/functions/outcome.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import fc from "fast-check";
import { CASES, col } from "../../fixtures/function-cases.ts";

const TABLE = functionTable({ audit: defaultRules(AUDIT_ROWS) });

function call(name: string, ...given: readonly Given[]): Outcome {
  const found = TABLE.find((spec) => spec.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found.call(given);
}

const NEAR: ReadonlyArray<readonly [string, readonly Given[], number]> = [
  ["DECAY", [1], 0.5],
  ["CONCAVE", [1.8, 0.118, 4952.6], 5308.299_385_999_2],
  ["LOGSAT", [Math.LN2, 1], 1 / 3],
  ["TANH", [Math.LN2 / 2, 1, 1], 1 / 3],
  ["R2", [col(100, 200), col(110, 180)], 0.9],
];

const FAULTS: ReadonlyArray<readonly [string, readonly Given[], string, string]> = [
  ["ADSTOCK", [col(100, null), 0.5], "#VALUE!", "blank week at row 2"],
  ["ADSTOCK", [col(100, 0), 1], "#NUM!", "below 1"],
  ["ADSTOCK", [col(100, "n/a"), 0.5], "#VALUE!", "row 2"],
  ["HILL", [50, 0, 2], "#NUM!", "above 0"],
  ["HILL", [-1, 50, 2], "#NUM!", "at least 0"],
  ["HILL", [50, "x", 2], "#VALUE!", "half_saturation"],
  ["MARGINAL", [0, "concave", 0.5], "#DIV/0!", "steep"],
  ["MARGINAL", [1, "cubic", 1], "#VALUE!", "hill"],
  ["MARGINAL", [1, "hill", 1], "#VALUE!", "p2"],
  ["WEEKLY", [col("03/04/2024"), col(1)], "#VALUE!", "YYYY-MM-DD"],
  ["WEEKLY", [col("2024-01-01"), col(1, 2)], "#VALUE!", "rows"],
  ["HOLIDAY", [col("2024-12-23"), "Atlantis"], "#N/A", "US"],
  ["EVENT", [col("2024-01-01"), "2024-01-09", "2024-01-01"], "#NUM!", "before it starts"],
  [
    "VIF",
    [
      [
        [1, 2],
        [1, 3],
        [1, 4],
      ],
    ],
    "#NUM!",
    "never changes",
  ],
  [
    "VIF",
    [
      [
        [1, 2],
        [2, 1],
      ],
    ],
    "#N/A",
    "more rows",
  ],
  ["RECON", [col(1), col(0)], "#DIV/0!", "row 1"],
  ["R2", [col(5, 5), col(5, 4)], "#DIV/0!", "never changes"],
  ["RHAT", [[[1], [2], [3]]], "#N/A", "at least 4"],
  ["PARSENUM", ["1.234"], "#N/A", "ambiguous"],
  ["PARSEDATE", ["03/04/2024"], "#N/A", "ambiguous"],
  ["PARSEDATE", ["soon"], "#VALUE!", "no date"],
  ["AGREE", [0, 5], "#DIV/0!", "zero"],
  ["CVMODELS", [col(1, 2)], "#N/A", "two models"],
  ["LIFTPRIOR", [2, 1], "#NUM!", "above ci_lower"],
  ["SHIFT", [col(1, 2), 1, 3, 0.5], "#NUM!", "2 channels"],
  ["BREAKEVEN", [0], "#NUM!", "above 0"],
  ["LIFTROI", [300, 100, 400, 200], "#NUM!", "above hi"],
];

describe("the function table", () => {
  it.each(CASES)("%s %j gives %j", (name, given, expected) => {
    expect(call(name, ...given)).toEqual(expected);
  });

  it.each(NEAR)("%s %j gives about %d", (name, given, expected) => {
    expect(call(name, ...given)).toBeCloseTo(expected, 9);
  });

  it.each(FAULTS)("%s %j is %s with a remedy", (name, given, error, words) => {
    expect(call(name, ...given)).toEqual({ error, message: expect.stringContaining(words) });
  });

  it("gives the VIF of a pair and the outlier of its sources", () => {
    const vif = call("VIF", [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ]) as ReadonlyArray<readonly [string, number]>;
    expect(vif.map(([, value]) => value)).toEqual([expect.closeTo(1.5625, 9), expect.closeTo(1.5625, 9)]);
    const [found] = call("OUTLIERS", col(1, 2, 3, 4, 100), 3, "mad") as ReadonlyArray<readonly number[]>;
    expect(found).toEqual([5, 100, expect.closeTo(65.4, 1)]);
  });

  it("gives a prior and the spread of models of their sources", () => {
    const close = (value: number) => expect.closeTo(value, 4);
    expect(call("LIFTPRIOR", 1, 4, 0.9)).toEqual([
      [close(Math.LN2), close(0.4214), close(2), close(1), close(4)],
    ]);
    expect(call("CVMODELS", [[2, 3]])).toEqual([
      [2.5, close(Math.SQRT1_2), close(0.2828), "moderate", false],
    ]);
  });

  it("has unique names that Excel takes, and says each argument in a sentence", () => {
    expect(new Set(TABLE.map(({ name }) => name)).size).toBe(TABLE.length);
    for (const { name, parameters, summary } of TABLE) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_]{1,}$/);
      expect(summary).toMatch(/\.$/);
      for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(2);
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      if (firstOptional >= 0)
        expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    }
  });

  it("answers whatever it is given with a value, a rectangle or a fault, never NaN and never a throw", () => {
    const cell = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.constant("2024-01-01"),
    );
    const given = fc.oneof(
      cell,
      fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...TABLE), fc.array(given, { maxLength: 5 }), (spec, args) => {
        const outcome = spec.call(args);
        if (isFault(outcome)) return outcome.message !== "";
        const cells = Array.isArray(outcome) ? outcome.flat() : [outcome];
        const widths = Array.isArray(outcome) ? outcome.map((row) => row.length) : [1];
        return (
          new Set(widths).size === 1 && cells.every((one) => typeof one !== "number" || Number.isFinite(one))
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is generated from the table", () => {
  it("is the page docs/functions.md (npm run functions)", () => {
    expect(readFileSync("docs/functions.md", "utf8")).toBe(functionsPage(TABLE));
  });

  it("is Excel's metadata: one entry a function, ranges as matrices, optional arguments marked", () => {
    const { functions } = excelMetadata(TABLE);
    expect(functions.map(({ id, name }) => [id, name])).toEqual(TABLE.map(({ name }) => [name, name]));
    expect(functions.find(({ id }) => id === "ADSTOCK")).toMatchObject({
      parameters: [
        { name: "spend", type: "any", dimensionality: "matrix" },
        { name: "decay" },
        { name: "max_lag", optional: true },
        { optional: true },
        { optional: true },
      ],
      result: { type: "any", dimensionality: "matrix" },
    });
  });
});
