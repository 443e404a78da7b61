import { createRandom } from "@mmm/core/numerics/random.ts";
import { symmetricEigen } from "@mmm/core/numerics/symmetric-eigen.ts";
import fc from "fast-check";

function symmetric(n: number, seed: number): Float64Array {
  const { normal } = createRandom(seed, 0);
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      matrix[row * n + column] = normal();
      matrix[column * n + row] = matrix[row * n + column];
    }
  }
  return matrix;
}

/** Σ_k a_ik w_k a_jk, with the place of a_ik given. */
function outer(
  entries: Float64Array,
  weights: Float64Array,
  n: number,
  place: (row: number, k: number) => number,
): Float64Array {
  return Float64Array.from({ length: n * n }, (_, index) => {
    const row = Math.floor(index / n);
    const column = index % n;
    return weights.reduce(
      (sum, weight, k) => sum + entries[place(row, k)] * weight * entries[place(column, k)],
      0,
    );
  });
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, index) => (index % (n + 1) === 0 ? 1 : 0));
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return Math.max(...a.map((value, index) => Math.abs(value - b[index])));
}

describe("symmetricEigen", () => {
  it("gives 3 and 1 for [[2, 1], [1, 2]], along the diagonals of the square", () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(Math.abs(values[0] - 3) + Math.abs(values[1] - 1)).toBeLessThan(2e-15); // an ulp of each
    const half = Math.SQRT1_2;
    expect(Math.abs(vectors[0] - half) + Math.abs(vectors[2] - half)).toBeLessThan(1e-15);
    expect(Math.abs(vectors[1] + vectors[3])).toBeLessThan(1e-15);
  });

  it("puts any symmetric matrix together again from orthonormal vectors and falling values", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.nat(1000), (n, seed) => {
        const matrix = symmetric(n, seed);
        const { values, vectors } = symmetricEigen(matrix, n);
        expect([...values]).toEqual([...values].sort((a, b) => b - a));
        const ones = new Float64Array(n).fill(1);
        const rebuilt = outer(vectors, values, n, (row, k) => row * n + k);
        const products = outer(vectors, ones, n, (column, k) => k * n + column);
        // entries are about 1, and n² rotations round by an epsilon each
        expect(largestDifference(rebuilt, matrix)).toBeLessThan(1e-12);
        expect(largestDifference(products, identity(n))).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it("finds a rank of one: twice the same column", () => {
    const { values } = symmetricEigen(Float64Array.of(1, 1, 1, 1), 2);
    expect(values[0]).toBeCloseTo(2, 15);
    expect(Math.abs(values[1])).toBeLessThan(1e-15);
  });

  it("does not touch its argument and refuses one of another size", () => {
    const matrix = symmetric(4, 1);
    const copy = matrix.slice();
    symmetricEigen(matrix, 4);
    expect(matrix).toEqual(copy);
    expect(() => symmetricEigen(matrix, 3)).toThrow(RangeError);
  });
});
