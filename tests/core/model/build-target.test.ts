import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { quantityLayout } from "@mmm/core/model/quantities.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { conditionalOfGamma, oracleMedia, oracleNatural } from "../../oracles/media-mix-oracle.ts";
import { exampleHistory } from "./example-history.ts";

const MODEL = specifyModel(exampleHistory({ weeks: 50, channels: 3, seed: 1 }), defaultRules(MODEL_ROWS), 45);
const TARGET: Target = buildTarget(MODEL);
const LAYOUT = quantityLayout(MODEL);

function somewhere(seed: number): Float64Array {
  const random = createRandom(seed, 0);
  return Float64Array.from({ length: TARGET.dimension }, () => 0.7 * random.normal());
}

function recordAt(position: Float64Array, stream: number): Float64Array {
  const out = new Float64Array(TARGET.quantities.length);
  TARGET.record(position, createRandom(5, stream), out);
  return out;
}

describe("the quantities that a draw records", () => {
  it("are named by what they are and whose", () => {
    expect(TARGET.quantities.slice(0, 4)).toEqual([
      "retention[Channel 1]",
      "retention[Channel 2]",
      "retention[Channel 3]",
      "halfSaturation[Channel 1]",
    ]);
    expect(TARGET.quantities.slice(-4)).toEqual(["column[sale]", "sigma", "media", "baseline"]);
    expect(new Set(TARGET.quantities).size).toBe(TARGET.quantities.length);
  });

  it("are the parameters in the user's units", () => {
    const position = somewhere(1);
    const natural = oracleNatural(MODEL, position);
    const out = recordAt(position, 0);
    MODEL.channels.forEach(({ spendScale }, channel) => {
      const { retention, halfSaturation, steepness, effect } = natural.channels[channel];
      expect(out[LAYOUT.retention[channel] ?? -1]).toBeCloseTo(retention, 12);
      expect(out[LAYOUT.halfSaturation[channel] ?? -1] / (halfSaturation * spendScale)).toBeCloseTo(1, 12);
      expect(out[LAYOUT.slope[channel] ?? -1]).toBeCloseTo(steepness, 12);
      // the effect coordinate is the mean weekly contribution: times fitted weeks it is the total
      expect(out[LAYOUT.contribution[channel]] / (effect * 45 * MODEL.kpiScale)).toBeCloseTo(1, 10);
    });
    expect(out[LAYOUT.sigma] / (natural.sigma * MODEL.kpiScale)).toBeCloseTo(1, 12);
    const media = oracleMedia(MODEL, natural).reduce((sum, week) => sum + week, 0);
    expect(out[LAYOUT.media] / (media * MODEL.kpiScale)).toBeCloseTo(1, 10);
  });

  it("draw the linear coefficients from their conditional normal", () => {
    const position = somewhere(2);
    const natural = oracleNatural(MODEL, position);
    const { mean } = conditionalOfGamma(MODEL, natural);
    const draws = 4000;
    const out = new Float64Array(TARGET.quantities.length);
    const random = createRandom(8, 0);
    const sums = mean.map(() => [0, 0]);
    for (let draw = 0; draw < draws; draw++) {
      TARGET.record(position, random, out);
      MODEL.columns.forEach(({ unit }, column) => {
        const value = (out[LAYOUT.column[column]] * unit) / MODEL.kpiScale;
        sums[column][0] += value / draws;
        sums[column][1] += (value - mean[column]) ** 2 / draws;
      });
    }
    sums.forEach(([average, square], column) => {
      // independent draws: 5 standard errors of the mean
      expect(Math.abs(average - mean[column])).toBeLessThan(5 * Math.sqrt(square / draws));
    });
  });

  it("have the spread that the conditional's precision gives", () => {
    const position = somewhere(3);
    const { precision } = conditionalOfGamma(MODEL, oracleNatural(MODEL, position));
    const draws = 4000;
    const random = createRandom(9, 0);
    const out = new Float64Array(TARGET.quantities.length);
    const gammas = Array.from({ length: draws }, () => {
      TARGET.record(position, random, out);
      return MODEL.columns.map(({ unit }, column) => (out[LAYOUT.column[column]] * unit) / MODEL.kpiScale);
    });
    const means = MODEL.columns.map(
      (_, column) => gammas.reduce((sum, gamma) => sum + gamma[column], 0) / draws,
    );
    // E[(γ − m)ᵀ Λ (γ − m)] is the number of columns, with variance 2 P per draw
    const quadratic =
      gammas.reduce((sum, gamma) => {
        const away = gamma.map((value, column) => value - means[column]);
        return (
          sum +
          precision.reduce((all, row, i) => all + away[i] * row.reduce((s, p, j) => s + p * away[j], 0), 0)
        );
      }, 0) / draws;
    const columns = MODEL.columns.length;
    expect(Math.abs(quadratic - columns)).toBeLessThan(5 * Math.sqrt((2 * columns) / draws));
  });

  it("depend on the random stream only through the linear block", () => {
    const position = somewhere(4);
    const [one, other] = [recordAt(position, 0), recordAt(position, 1)];
    for (const index of [...LAYOUT.contribution, LAYOUT.sigma, LAYOUT.media])
      expect(one[index]).toBe(other[index]);
    expect(one[LAYOUT.column[0]]).not.toBe(other[LAYOUT.column[0]]);
    expect(recordAt(position, 0)).toEqual(one);
  });

  it("have a baseline that is the columns' own total", () => {
    const out = recordAt(somewhere(5), 0);
    const total = MODEL.columns.reduce((sum, { values, unit }, column) => {
      const coefficient = out[LAYOUT.column[column]] * unit;
      return sum + values.subarray(0, 45).reduce((all, value) => all + coefficient * value, 0);
    }, 0);
    expect(out[LAYOUT.baseline] / total).toBeCloseTo(1, 10);
  });
});

describe("the target", () => {
  it("starts chains where the priors are: mean 0, standard deviation 1", () => {
    expect([...TARGET.start.mean]).toEqual(new Array(13).fill(0));
    expect([...TARGET.start.sd]).toEqual(new Array(13).fill(1));
  });

  it("does not let recording change the walk: the density is the same before and after", () => {
    const position = somewhere(6);
    const gradient = new Float64Array(TARGET.dimension);
    const before = TARGET.logDensity(position, gradient);
    recordAt(somewhere(7), 0);
    expect(TARGET.logDensity(position, gradient)).toBe(before);
  });
});
