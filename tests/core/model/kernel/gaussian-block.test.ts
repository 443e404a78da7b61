import { gaussianBlock, marginalLikelihood, marginalOutput } from "@mmm/core/model/kernel/gaussian-block.ts";
import type { ModelColumn } from "@mmm/core/model/media-mix-model.ts";

function column(values: readonly number[], priorMean: number, priorSd: number): ModelColumn {
  return { name: "x", role: "control", values: Float64Array.from(values), unit: 1, priorMean, priorSd };
}

describe("the linear block, integrated out", () => {
  it("gives the marginal of one intercept over two weeks, by hand", () => {
    // y = γ + ε, γ ~ N(0, 2²), σ = 1: covariance [[5, 4], [4, 5]], determinant 9, inverse [[5, −4], [−4, 5]] / 9
    const block = gaussianBlock([column([1, 1], 0, 2)], 2);
    const value = marginalLikelihood(block, Float64Array.of(3, 1), 1, 0, marginalOutput(block));
    // −½ ln 9 − ½ (5·9 − 2·4·3 + 5·1) / 9 = −ln 3 − 13/9
    expect(value).toBeCloseTo(-Math.log(3) - 13 / 9, 12);
  });

  it("gives its gradient by week: −Σ⁻¹ r taken for the expectation, so + Σ⁻¹ r", () => {
    const block = gaussianBlock([column([1, 1], 0, 2)], 2);
    const out = marginalOutput(block);
    marginalLikelihood(block, Float64Array.of(3, 1), 1, 0, out);
    expect(out.byWeek[0]).toBeCloseTo((5 * 3 - 4 * 1) / 9, 12);
    expect(out.byWeek[1]).toBeCloseTo((5 * 1 - 4 * 3) / 9, 12);
  });

  it("expects what the prior means bring", () => {
    const block = gaussianBlock([column([1, 1], 0.7, 1), column([-1, 2], 0.1, 1)], 2);
    expect(block.expected[0]).toBeCloseTo(0.6, 15);
    expect(block.expected[1]).toBeCloseTo(0.9, 15);
  });

  it("has orthonormal directions, and none where a column repeats another", () => {
    const block = gaussianBlock(
      [column([1, 2, 4], 0, 1), column([1, 2, 4], 0, 1), column([0, 1, 0], 0, 1)],
      3,
    );
    const dot = (a: number, b: number): number =>
      [0, 1, 2].reduce((sum, week) => sum + block.basis[3 * a + week] * block.basis[3 * b + week], 0);
    expect(block.spread[2]).toBe(0);
    const products = [dot(0, 0), dot(1, 1), dot(0, 1), dot(2, 2)];
    products.forEach((product, index) => {
      expect(product).toBeCloseTo(index < 2 ? 1 : 0, 12);
    });
  });

  it("looks at the fitted weeks only", () => {
    const long = gaussianBlock([column([1, 2, 9], 0.5, 1)], 2);
    const short = gaussianBlock([column([1, 2], 0.5, 1)], 2);
    expect(long).toEqual(short);
  });
});
