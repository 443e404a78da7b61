import { methodology } from "@mmm/core/govern/methodology.ts";

describe("methodology", () => {
  it("has every value within its range, with a unit, a source and a reason", () => {
    for (const row of methodology().rows) {
      expect(row.value).toBeGreaterThanOrEqual(row.min);
      expect(row.value).toBeLessThanOrEqual(row.max);
      expect([row.key, row.unit.length > 0, row.source.length > 0, row.reason.length > 0]).toEqual([
        row.key,
        true,
        true,
        true,
      ]);
    }
  });

  it("hands each room its own values", () => {
    const { rules, rows } = methodology();
    expect(rules.optimize.capShare).toBe(0.3);
    expect(rules.sample.chains).toBe(rows.find((row) => row.key === "sample.chains")?.value);
  });

  it("changes its version with a value and only then", () => {
    expect(methodology().version).toBe(methodology({ "optimize.capShare": 0.3 }).version);
    expect(methodology({ "optimize.capShare": 0.2 }).version).not.toBe(methodology().version);
  });

  it("throws for a key or a value that no row allows", () => {
    expect(() => methodology({ "optimize.cap": 0.2 })).toThrow('no methodology key "optimize.cap"');
    expect(() => methodology({ "optimize.capShare": 3 })).toThrow(
      "optimize.capShare must be 0.05 to 1, not 3",
    );
  });
});
