import { cosOfTurns, sinOfTurns } from "@mmm/core/numerics/turns.ts";
import fc from "fast-check";

const turns = fc.double({ min: -50, max: 50, noNaN: true });

describe("sine and cosine of turns", () => {
  it("are exact at the quarters", () => {
    expect([0, 0.25, 0.5, 0.75, 1, -0.25].map(sinOfTurns)).toEqual([0, 1, 0, -1, 0, -1]);
    expect([0, 0.25, 0.5, 0.75, 1, -0.25].map(cosOfTurns)).toEqual([1, 0, -1, 0, 1, 0]);
  });

  it("know thirty degrees", () => {
    expect(sinOfTurns(1 / 12)).toBeCloseTo(0.5, 15);
    expect(cosOfTurns(1 / 12)).toBeCloseTo(Math.sqrt(3) / 2, 15);
  });

  it("agree with the engine as far as 2π · turns is exact", () => {
    // 2π is rounded by 2.4e-16, which 50 turns magnify to 1.2e-14 in the engine's argument
    fc.assert(
      fc.property(turns, (x) => {
        expect(Math.abs(sinOfTurns(x) - Math.sin(2 * Math.PI * x))).toBeLessThan(6e-14);
        expect(Math.abs(cosOfTurns(x) - Math.cos(2 * Math.PI * x))).toBeLessThan(6e-14);
      }),
    );
  });

  it("lie on the unit circle, within rounding", () => {
    fc.assert(
      fc.property(turns, (x) => {
        expect(Math.abs(sinOfTurns(x) ** 2 + cosOfTurns(x) ** 2 - 1)).toBeLessThan(1e-14);
      }),
    );
  });
});
