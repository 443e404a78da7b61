import { createRandom } from "@mmm/core/numerics/random.ts";
import { drawDefensively } from "@mmm/core/sample/defensive-mixture.ts";

describe("the defensive mixture", () => {
  it("has the density that it says: weighing by N(0, 1) over it gives a standard normal's moments", () => {
    const random = createRandom(1, 0);
    const z = new Float64Array(2);
    const draws = 20_000;
    let weights = 0;
    let squares = 0;
    for (let draw = 0; draw < draws; draw++) {
      const logProposal = drawDefensively(random, z);
      const weight = Math.exp(-0.5 * (z[0] * z[0] + z[1] * z[1]) - logProposal);
      weights += weight / draws;
      squares += (weight * z[0] * z[0]) / draws;
    }
    // a weight is at most 1 / 0.7 and has mean 1: its sd is below √(1 / 0.7 − 1) = 0.65; 5 errors of a mean of 20 000
    expect(Math.abs(weights - 1)).toBeLessThan((5 * 0.65) / Math.sqrt(draws));
    // E w² z⁴ ≤ 3 / 0.7: the sd of w z² is below 1.82
    expect(Math.abs(squares - 1)).toBeLessThan((5 * 1.82) / Math.sqrt(draws));
  });

  it("reaches four standard deviations in about one of forty draws", () => {
    const random = createRandom(2, 0);
    const z = new Float64Array(1);
    let far = 0;
    for (let draw = 0; draw < 10_000; draw++) {
      drawDefensively(random, z);
      if (Math.abs(z[0]) > 4) far += 1;
    }
    // 0.2 · P(|z| > 1.6) + 0.1 · P(|z| > 2) = 0.2 · 0.1096 + 0.1 · 0.0455 = 0.0265; 5 errors of a count of 265
    expect(Math.abs(far - 265)).toBeLessThan(5 * Math.sqrt(265));
  });
});
