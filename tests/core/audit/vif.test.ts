import { varianceInflation } from "@mmm/core/audit/vif.ts";
import { correlation } from "@mmm/core/numerics/moments.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import fc from "fast-check";

/** The textbook way: regress a column on an intercept and the others by normal equations, and read R². */
function byRegression(columns: ReadonlyArray<readonly number[]>, target: number): number {
  const y = columns[target];
  const x = [y.map(() => 1), ...columns.filter((_, column) => column !== target)];
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, row) => sum + value * b[row], 0);
  const system = x.map((row) => [...x.map((column) => dot(row, column)), dot(row, y)]);
  for (let pivot = 0; pivot < system.length; pivot++) {
    const best = system
      .slice(pivot)
      .reduce(
        (top, row, offset) => (Math.abs(row[pivot]) > Math.abs(system[top][pivot]) ? pivot + offset : top),
        pivot,
      );
    [system[pivot], system[best]] = [system[best], system[pivot]];
    for (let row = 0; row < system.length; row++) {
      if (row === pivot) continue;
      const factor = system[row][pivot] / system[pivot][pivot];
      system[row] = system[row].map((value, column) => value - factor * system[pivot][column]);
    }
  }
  const weights = system.map((row, place) => row[system.length] / row[place]);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const residual = y.reduce(
    (sum, value, row) =>
      sum +
      (value -
        dot(
          weights,
          x.map((column) => column[row]),
        )) **
        2,
    0,
  );
  return y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / residual;
}

const correlationsOf = (columns: ReadonlyArray<readonly number[]>) =>
  columns.map((first, row) =>
    columns.map((second, column) => (row === column ? 1 : correlation(first, second))),
  );

describe("varianceInflation", () => {
  it("is 1 / (1 - r²) for a pair: 2.7778 at r = 0.8", () => {
    const [first, second] = varianceInflation([
      [1, 0.8],
      [0.8, 1],
    ]); // prettier-ignore
    expect(first).toBeCloseTo(1 / 0.36, 12);
    expect(second).toBeCloseTo(1 / 0.36, 12);
  });

  it("is 1 for a channel alone and for channels that have nothing to do with each other", () => {
    expect(varianceInflation([[1]])).toEqual([1]);
    expect(
      varianceInflation([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([1, 1]); // prettier-ignore
  });

  it("equals the regression on an intercept and the other channels", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 3, noNaN: true }), (seed, shared) => {
        const random = createRandom(seed, 0);
        const common = Array.from({ length: 30 }, () => shared * random.normal());
        const columns = [0, 1, 2].map(() => common.map((value) => value + random.normal()));
        const inflation = varianceInflation(correlationsOf(columns));
        columns.forEach((_, target) => {
          expect(inflation[target] / byRegression(columns, target)).toBeCloseTo(1, 6); // normal equations keep half the digits
        });
      }),
      { numRuns: 50 },
    );
  });

  it("is huge but finite for a channel that the others add up to", () => {
    const first = [1, 2, 3, 4, 9];
    const second = [2, 1, 5, 0, 3];
    const both = first.map((value, row) => value + second[row]);
    for (const vif of varianceInflation(correlationsOf([first, second, both]))) {
      expect(vif).toBeGreaterThan(1e6);
      expect(Number.isFinite(vif)).toBe(true);
    }
  });
});
