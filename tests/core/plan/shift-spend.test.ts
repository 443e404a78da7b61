import type { SpendRange } from "@mmm/core/optimize/spend-limits.ts";
import { shiftSpend } from "@mmm/core/plan/shift-spend.ts";
import fc from "fast-check";

function range(current: number, least = 0, most = 10 * current): SpendRange {
  return { current, least, most, leastBy: "minimum", mostBy: "observed" };
}

describe("shiftSpend", () => {
  it("takes the offset from the lowest marginal value down to the floor first, by hand", () => {
    const shifted = shiftSpend(
      [
        { role: "receives", range: range(100), marginal: 3 },
        { role: "gives", range: range(50), marginal: 2 },
        { role: "gives", range: range(50), marginal: 1 },
      ],
      0.25,
      0.7,
    );
    expect(shifted.spends).toEqual([125, 40, 35]);
    expect(shifted.feasible).toBeCloseTo(0.25, 12);
  });

  it("says the largest feasible shift when the floors cannot cover it", () => {
    const shifted = shiftSpend(
      [
        { role: "receives", range: range(100), marginal: 3 },
        { role: "gives", range: range(50), marginal: 1 },
      ],
      0.25,
      0.7,
    );
    // 30 % of 50 is 15, which is 15 % of 100
    expect(shifted.spends).toEqual([115, 35]);
    expect(shifted.feasible).toBeCloseTo(0.15, 12);
  });

  it("lets the other receivers make up for a contracted one", () => {
    const shifted = shiftSpend(
      [
        { role: "receives", range: range(100, 100, 100), marginal: 3 },
        { role: "receives", range: range(100), marginal: 3 },
        { role: "gives", range: range(400), marginal: 1 },
      ],
      0.25,
      0.7,
    );
    expect(shifted.spends).toEqual([100, 150, 350]);
  });

  it("leaves channels that stay, and everything when nobody receives", () => {
    const channels = [
      { role: "stays" as const, range: range(10), marginal: 1 },
      { role: "gives" as const, range: range(10), marginal: 1 },
    ];
    expect(shiftSpend(channels, 0.25, 0.7)).toEqual({ spends: [10, 10], wanted: 0.25, feasible: 0 });
  });

  it("keeps the total, every range and every floor", () => {
    const channel = fc.record({
      role: fc.constantFrom("receives" as const, "gives" as const, "stays" as const),
      range: fc
        .tuple(
          fc.double({ min: 0, max: 100, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 1, max: 3, noNaN: true }),
        )
        .map(([current, down, up]) => range(current, current * down, current * up)),
      marginal: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(channel, { minLength: 1, maxLength: 8 }), (channels) => {
        const { spends, feasible, wanted } = shiftSpend(channels, 0.25, 0.7);
        const before = channels.reduce((sum, one) => sum + one.range.current, 0);
        expect(spends.reduce((sum, spend) => sum + spend, 0)).toBeCloseTo(before, 8);
        expect(feasible).toBeLessThanOrEqual(wanted + 1e-12);
        channels.forEach(({ role, range: limits }, index) => {
          expect(spends[index]).toBeLessThanOrEqual(limits.most + 1e-9);
          expect(spends[index]).toBeGreaterThanOrEqual(limits.least - 1e-9);
          if (role === "gives") expect(spends[index]).toBeGreaterThanOrEqual(0.7 * limits.current - 1e-9);
        });
      }),
      { seed: 1 },
    );
  });
});
