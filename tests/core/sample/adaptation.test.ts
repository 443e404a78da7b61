import { createRandom } from "@mmm/core/numerics/random.ts";
import { firstStepSize } from "@mmm/core/sample/first-step-size.ts";
import { adaptMetric } from "@mmm/core/sample/metric-adaptation.ts";
import { createPhasePoint } from "@mmm/core/sample/phase-point.ts";
import { adaptStepSize } from "@mmm/core/sample/step-size.ts";
import { scheduleWarmup } from "@mmm/core/sample/warmup-schedule.ts";
import fc from "fast-check";
import { CORRELATED_NORMAL, knownTarget } from "./known-targets.ts";

describe("dual averaging", () => {
  it("takes the first step of Hoffman & Gelman's equation 6 by hand", () => {
    const adaptation = adaptStepSize(0.8);
    adaptation.restart(1);
    // center ln 10; shortfall (0.8 − 0.3)/11; step exp(ln 10 − shortfall · √1 / 0.05)
    const byHand = 10 * Math.exp(-(0.5 / 11) / 0.05);
    expect(adaptation.update(0.3)).toBeCloseTo(byHand, 12);
    expect(adaptation.averaged()).toBeCloseTo(byHand, 12); // the first weight is 1
  });

  it("finds the step at which a falling acceptance curve meets the target", () => {
    const adaptation = adaptStepSize(0.8);
    adaptation.restart(0.1);
    let step = 0.1;
    for (let transition = 0; transition < 2000; transition++) step = adaptation.update(Math.exp(-step));
    // e^−step = 0.8 at step = 0.2231; the average forgets its early steps like count^−0.75
    expect(adaptation.averaged()).toBeCloseTo(-Math.log(0.8), 2);
  });

  it("forgets at a restart", () => {
    const adaptation = adaptStepSize(0.8);
    adaptation.restart(5);
    adaptation.update(0.1);
    adaptation.restart(0.3);
    expect(adaptation.averaged()).toBeCloseTo(0.3, 14);
  });
});

describe("the first step size", () => {
  it("is of the order of the scale of the target, from any guess", () => {
    for (const scale of [1e-3, 1, 1e3]) {
      const target = knownTarget({
        dimension: 1,
        logDensity(x, gradient) {
          gradient[0] = -x[0] / scale ** 2;
          return -0.5 * (x[0] / scale) ** 2;
        },
        moments: [],
      });
      const start = createPhasePoint(1);
      start.position[0] = scale;
      start.logDensity = target.logDensity(start.position, start.gradient);
      for (const guess of [1e-4, 1, 1e4]) {
        const found = firstStepSize(
          target,
          { variance: Float64Array.of(1) },
          start,
          guess,
          createRandom(1, 0),
        );
        // a leapfrog on a normal is stable below twice its sd
        expect(found.stepSize / scale).toBeGreaterThan(0.05);
        expect(found.stepSize / scale).toBeLessThan(16);
        expect(found.gradientEvaluations).toBeGreaterThan(0);
      }
    }
  });
});

describe("the metric from draws and gradients", () => {
  it("is exact on independent normals, whatever the draws", () => {
    const deviations = [0.01, 1, 300];
    const sample = fc.array(fc.tuple(...deviations.map(() => fc.double({ min: -3, max: 3, noNaN: true }))), {
      minLength: 3,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sample, (draws) => {
        fc.pre(
          [0, 1, 2].every((index) => new Set(draws.map((draw) => Math.round(1e3 * draw[index]))).size > 1),
        );
        const adaptation = adaptMetric(3);
        for (const draw of draws) {
          const position = Float64Array.from(draw, (z, index) => z * deviations[index]);
          adaptation.observe(
            position,
            Float64Array.from(draw, (z, index) => -z / deviations[index]),
          );
        }
        const metric = { variance: new Float64Array(3).fill(1) };
        expect(adaptation.writeTo(metric)).toBe(true);
        deviations.forEach((deviation, index) => {
          expect(metric.variance[index] / deviation ** 2).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it("keeps what it had while there are fewer than 3 draws or they do not move", () => {
    const metric = { variance: Float64Array.of(7) };
    const adaptation = adaptMetric(1);
    adaptation.observe(Float64Array.of(1), Float64Array.of(1));
    adaptation.observe(Float64Array.of(2), Float64Array.of(2));
    expect(adaptation.writeTo(metric)).toBe(false);
    const still = adaptMetric(1);
    for (let draw = 0; draw < 5; draw++) still.observe(Float64Array.of(1), Float64Array.of(-1));
    expect(still.writeTo(metric)).toBe(true);
    expect(metric.variance[0]).toBe(7);
  });

  it("answers from the newer window alone once it forgot the older", () => {
    const adaptation = adaptMetric(1);
    const metric = { variance: Float64Array.of(1) };
    for (const z of [-1, 0, 1]) adaptation.observe(Float64Array.of(100 * z), Float64Array.of(-z));
    adaptation.forgetOlder();
    adaptation.forgetOlder();
    expect(adaptation.writeTo(metric)).toBe(false);
    for (const z of [-1, 0, 1]) adaptation.observe(Float64Array.of(4 * z), Float64Array.of(-z / 4));
    adaptation.writeTo(metric);
    expect(metric.variance[0]).toBeCloseTo(16, 12);
  });

  it("takes the geometric mean of the marginal and the conditional variance where coordinates correlate", () => {
    // for a normal sd(draw)/sd(gradient) is √(Σ_ii / (Σ⁻¹)_ii): with correlation ρ it is variance · √(1 − ρ²)
    const { normal } = createRandom(2, 0);
    const adaptation = adaptMetric(3);
    const gradient = new Float64Array(3);
    for (let draw = 0; draw < 20_000; draw++) {
      const a = normal();
      const b = 0.9 * a + Math.sqrt(1 - 0.81) * normal();
      const position = Float64Array.of(0.1 * a, 10 * b, 2 + normal());
      CORRELATED_NORMAL.logDensity(position, gradient);
      adaptation.observe(position, gradient);
    }
    const metric = { variance: new Float64Array(3) };
    adaptation.writeTo(metric);
    const shrunk = Math.sqrt(1 - 0.81);
    // sampling error of a ratio of two sds over 20 000 draws: about 1 %
    expect(Math.abs(metric.variance[0] / (0.01 * shrunk) - 1)).toBeLessThan(0.04);
    expect(Math.abs(metric.variance[1] / (100 * shrunk) - 1)).toBeLessThan(0.04);
    expect(Math.abs(metric.variance[2] - 1)).toBeLessThan(0.04);
  });
});

describe("the warmup schedule", () => {
  it("switches every 10 up to 90 of 300 and rests the metric from 255 on", () => {
    expect(scheduleWarmup(300)).toEqual({ switches: [10, 20, 30, 40, 50, 60, 70, 80, 90], metricUntil: 255 });
  });

  it("lets windows grow by half in a long warmup: 300, then 80 and 120 more of 1000", () => {
    const { switches, metricUntil } = scheduleWarmup(1000);
    // after 500 a window of 180 would leave 170 until the metric rests, and the next would need 270
    expect(switches.slice(-3)).toEqual([300, 380, 500]);
    expect(metricUntil).toBe(850);
  });

  it("rises, ends before the metric rests, and leaves nothing to forget in a short warmup", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (warmup) => {
        const { switches, metricUntil } = scheduleWarmup(warmup);
        expect(metricUntil).toBeLessThanOrEqual(warmup);
        expect([...switches].sort((a, b) => a - b)).toEqual(switches);
        expect(switches.every((at) => at < metricUntil)).toBe(true);
      }),
    );
    expect(scheduleWarmup(0)).toEqual({ switches: [], metricUntil: 0 });
  });
});
