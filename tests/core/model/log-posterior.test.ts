import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { evaluate, logPosterior } from "@mmm/core/model/log-posterior.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { dimensionOf } from "@mmm/core/model/parameters.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { oracleLiftLikelihood } from "../../oracles/lift-oracle.ts";
import {
  oracleCollapsedLikelihood,
  oracleConditionalOfGamma,
  oracleLogJacobian,
  oracleLogLikelihood,
  oracleLogPrior,
  oracleLogPriorOfGamma,
  oracleNatural,
} from "../../oracles/media-mix-oracle.ts";
import { FAMILY_MODELS } from "./example-families.ts";
import { exampleHistory } from "./example-history.ts";

const RULES = defaultRules(MODEL_ROWS);
const MODEL = specifyModel(exampleHistory({ weeks: 40, channels: 3, seed: 1 }), RULES, 36);
const COEFFICIENT_MODEL: MediaMixModel = {
  ...MODEL,
  channels: MODEL.channels.map((channel) => ({ ...channel, effect: { kind: "coefficient", scale: 0.3 } })),
};

/** N(0, 1) positions times `spread`: ordinary ones at 1, far corners at 4. */
function positions(count: number, spread: number, model: MediaMixModel = MODEL): Float64Array[] {
  const random = createRandom(7, 1);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimensionOf(model) }, () => spread * random.normal()),
  );
}

function densityAt(model: MediaMixModel): (position: Float64Array) => number {
  const posterior = logPosterior(model);
  const gradient = new Float64Array(dimensionOf(model));
  return (position) => evaluate(posterior, position, gradient);
}

/** Fourth-order central difference: error of order step⁴, rounding about 1e-16 · |density| / step. */
function slopeAlong(
  density: (position: Float64Array) => number,
  position: Float64Array,
  coordinate: number,
): number {
  const step = 1e-3;
  const at = (by: number): number => {
    const moved = position.slice();
    moved[coordinate] += by;
    return density(moved);
  };
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

function expectGradientMatches(model: MediaMixModel, position: Float64Array, tolerance: number): void {
  const gradient = new Float64Array(position.length);
  const value = evaluate(logPosterior(model), position, gradient);
  const density = densityAt(model);
  for (let coordinate = 0; coordinate < position.length; coordinate++) {
    const numeric = slopeAlong(density, position, coordinate);
    // a density of 1e7 rounds at some 100 ulp = 1e-7, which the step of 1e-3 makes 1e-4
    const scale = Math.max(1, Math.abs(numeric), 1e-6 * Math.abs(value));
    expect(Math.abs(gradient[coordinate] - numeric) / scale).toBeLessThan(tolerance);
  }
}

describe("the gradient of the collapsed log posterior", () => {
  // 1e-7: step⁴ = 1e-12 times a fifth derivative of up to 1e4, plus rounding 1e-16 · 1e3 / 1e-3 = 1e-10
  it("is the slope of the density at ordinary positions", () => {
    for (const position of positions(20, 1)) expectGradientMatches(MODEL, position, 1e-7);
  });

  it("is the slope of the density when the prior is the coefficient's", () => {
    for (const position of positions(20, 1)) expectGradientMatches(COEFFICIENT_MODEL, position, 1e-7);
  });

  // steep curves have fifth derivatives that grow with slope⁵, so the corner's tolerance is wider
  it.each([
    ["no carryover", 0, -12],
    ["carryover that never ends", 0, 12],
    ["an S-curve nearly a step", 2, 6],
    ["a nearly flat curve", 2, -8],
    ["a half-saturation far beyond the data", 1, 6],
    ["a half-saturation far below the data", 1, -6],
    ["next to no effect", 3, -6],
    ["an effect far beyond its prior", 3, 6],
  ])("is the slope of the density at %s", (_, kind, value) => {
    const position = positions(1, 0.5)[0];
    for (let channel = 0; channel < 3; channel++) position[4 * channel + kind] = value;
    expectGradientMatches(MODEL, position, 1e-5);
  });
});

describe.each(FAMILY_MODELS)("the log posterior with $name", ({ model }) => {
  it("has the gradient that is the slope of the density", () => {
    for (const position of positions(12, 1, model)) expectGradientMatches(model, position, 1e-6);
  });

  it("has the gradient that is the slope of the density far out", () => {
    for (const position of positions(12, 3, model)) expectGradientMatches(model, position, 1e-4);
  });

  it("differs from the dense T × T normal, the lift tests and the priors by a constant only", () => {
    const density = densityAt(model);
    const constants = positions(6, 1, model).map((position) => {
      const natural = oracleNatural(model, position);
      const dense =
        oracleCollapsedLikelihood(model, natural) +
        oracleLiftLikelihood(model, natural) +
        oracleLogPrior(model, natural);
      return density(position) - dense - oracleLogJacobian(model, position);
    });
    // 1e-6: the oracle's Jacobian is itself a central difference (error about 1e-9 per coordinate)
    for (const constant of constants) expect(Math.abs(constant - constants[0])).toBeLessThan(1e-6);
  });

  it("is finite with a finite gradient, or −Infinity, wherever a chain may stray", () => {
    const posterior = logPosterior(model);
    const gradient = new Float64Array(dimensionOf(model));
    const corners = [-101, -100, -50, -37, 0, 37, 50, 100, 101, Number.NaN];
    const places = positions(200, 30, model);
    for (let coordinate = 0; coordinate < dimensionOf(model); coordinate++)
      for (const corner of corners) {
        const position = new Float64Array(dimensionOf(model));
        position[coordinate] = corner;
        places.push(position);
      }
    for (const position of places) {
      const value = evaluate(posterior, position, gradient);
      expect(Number.isFinite(value) || value === Number.NEGATIVE_INFINITY).toBe(true);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the collapsed log posterior", () => {
  it("differs from the dense T × T normal times the priors by a constant only", () => {
    const density = densityAt(MODEL);
    const constants = positions(6, 1).map((position) => {
      const natural = oracleNatural(MODEL, position);
      const dense = oracleCollapsedLikelihood(MODEL, natural) + oracleLogPrior(MODEL, natural);
      return density(position) - dense - oracleLogJacobian(MODEL, position);
    });
    // 1e-6: the oracle's Jacobian is itself a central difference (13 of them, error about 1e-9 each)
    for (const constant of constants) expect(Math.abs(constant - constants[0])).toBeLessThan(1e-6);
  });

  it("has exactly the likelihood of the dense T × T normal", () => {
    const density = densityAt(MODEL);
    // changing data but not the position cancels priors and Jacobian: what is left is likelihood alone
    const other: MediaMixModel = { ...MODEL, kpi: MODEL.kpi.map((value, week) => value + 0.1 * (week % 3)) };
    const otherDensity = densityAt(other);
    for (const position of positions(6, 1)) {
      const natural = oracleNatural(MODEL, position);
      const ours = otherDensity(position) - density(position);
      const dense = oracleCollapsedLikelihood(other, natural) - oracleCollapsedLikelihood(MODEL, natural);
      expect(Math.abs(ours - dense) / Math.max(1, Math.abs(dense))).toBeLessThan(1e-9);
    }
  });

  it("equals the full posterior once the conditional of the linear block is taken off", () => {
    const random = createRandom(3, 0);
    for (const position of positions(4, 1)) {
      const natural = oracleNatural(MODEL, position);
      const gamma = MODEL.columns.map((column) => column.priorMean + column.priorSd * random.normal());
      const full = oracleLogLikelihood(MODEL, natural, gamma) + oracleLogPriorOfGamma(MODEL, gamma);
      const collapsed = full - oracleConditionalOfGamma(MODEL, natural, gamma);
      const dense = oracleCollapsedLikelihood(MODEL, natural);
      expect(Math.abs(collapsed - dense) / Math.abs(dense)).toBeLessThan(1e-9);
    }
  });

  it("stays exact when two columns are nearly the same", () => {
    const nearly = MODEL.columns[4].values.map((value, week) => value + 1e-6 * Math.sin(week));
    const collinear: MediaMixModel = {
      ...MODEL,
      columns: [...MODEL.columns, { ...MODEL.columns[4], name: "twin", values: nearly }],
    };
    const shifted: MediaMixModel = {
      ...collinear,
      kpi: collinear.kpi.map((value, week) => value + 0.02 * (week % 5)),
    };
    const [ours, theirs] = [densityAt(collinear), densityAt(shifted)];
    for (const position of positions(3, 1)) {
      const natural = oracleNatural(collinear, position);
      const dense =
        oracleCollapsedLikelihood(shifted, natural) - oracleCollapsedLikelihood(collinear, natural);
      const change = theirs(position) - ours(position);
      expect(Math.abs(change - dense) / Math.max(1, Math.abs(dense))).toBeLessThan(1e-8);
    }
  });

  it("is finite or −Infinity, never NaN, wherever a chain may stray", () => {
    const density = densityAt(MODEL);
    const corners = [
      -1e6,
      -101,
      -100,
      -50,
      -37,
      0,
      37,
      50,
      100,
      101,
      1e6,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ];
    for (let coordinate = 0; coordinate < dimensionOf(MODEL); coordinate++) {
      for (const corner of corners) {
        const position = new Float64Array(dimensionOf(MODEL));
        position[coordinate] = corner;
        const value = density(position);
        expect(Number.isFinite(value) || value === Number.NEGATIVE_INFINITY).toBe(true);
      }
    }
    for (const position of positions(200, 50)) {
      const value = density(position);
      expect(Number.isFinite(value) || value === Number.NEGATIVE_INFINITY).toBe(true);
    }
  });

  it("has a finite gradient wherever it is finite", () => {
    const posterior = logPosterior(MODEL);
    const gradient = new Float64Array(dimensionOf(MODEL));
    for (const position of positions(300, 30)) {
      evaluate(posterior, position, gradient);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });

  it("does not look at held-out weeks", () => {
    const changed: MediaMixModel = { ...MODEL, kpi: MODEL.kpi.map((value, week) => (week < 36 ? value : 9)) };
    const position = positions(1, 1)[0];
    expect(densityAt(changed)(position)).toBe(densityAt(MODEL)(position));
  });

  it("does not change the position", () => {
    const position = positions(1, 1)[0];
    const before = position.slice();
    densityAt(MODEL)(position);
    expect(position).toEqual(before);
  });

  it("refuses a position of the wrong length", () => {
    expect(() => densityAt(MODEL)(new Float64Array(5))).toThrow("13 coordinates, not 5");
  });
});
