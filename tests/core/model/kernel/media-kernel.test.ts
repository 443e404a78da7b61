import { mediaKernel } from "@mmm/core/model/kernel/choose-kernel.ts";
import {
  COEFFICIENT_AT,
  HALF_POINT_AT,
  LEAVING_SLOPE_AT,
  LEAVING_WEIGHT_AT,
  type MediaKernel,
  NORM_DRAG_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
  STEEPNESS_AT,
  SUMS_PER_CHANNEL,
} from "@mmm/core/model/kernel/media-kernel.ts";

/** Three weeks; retention ½ over lags 0 and 1, so that 4, 0, 2 is carried as 4, 2, 2. */
const SPENDS = [Float64Array.of(4, 0, 2), Float64Array.of(1, 1, 1), Float64Array.of(0, 0, 0)];

function filled(name: string): MediaKernel {
  const kernel = mediaKernel(name, {
    channels: SPENDS.map((spend) => ({ spend, carryIn: new Float64Array(0), window: 2, curve: "hill" })),
    weeks: 3,
    weights: Float64Array.of(2, 0, 1),
  });
  SPENDS.forEach((_, channel) => {
    const at = channel * SETTINGS_PER_CHANNEL;
    kernel.settings[at + RETENTION_AT] = channel === 0 ? 0.5 : 0;
    kernel.settings[at + HALF_POINT_AT] = channel === 0 ? 2 : 1;
    kernel.settings[at + STEEPNESS_AT] = 1;
    // retention² and 2 retention: what entered leaves two weeks later
    kernel.settings[at + LEAVING_WEIGHT_AT] = channel === 0 ? 0.25 : 0;
    kernel.settings[at + LEAVING_SLOPE_AT] = channel === 0 ? 1 : 0;
    kernel.settings[at + NORM_DRAG_AT] = channel === 0 ? 1 / 1.5 : 0;
    kernel.settings[at + COEFFICIENT_AT] = [6, 10, 99][channel];
  });
  kernel.saturate();
  return kernel;
}

function expectNear(actual: Float64Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  // each week's logarithm, exponential and division round at 1e-15 of numbers up to 20
  expected.forEach((value, index) => {
    expect(Math.abs(actual[index] - value)).toBeLessThan(1e-13);
  });
}

describe.each(["typescript-1", "wasm-simd-1"])("the weekly part by %s", (name) => {
  it("sums h, h (1 − h), and h (1 − h) times the two logarithmic slopes, by hand", () => {
    const sums = filled(name).sums.subarray(0, 3 * SUMS_PER_CHANNEL);
    // h = 4/6, 2/4, 2/4; log(4/2) = ln 2, twice log(2/2) = 0; d carried / d retention = 0, 4, 0
    const drag = (2 / 9) * (0 - 2 / 3) + (1 / 4) * (4 / 2 - 2 / 3) + (1 / 4) * (0 - 2 / 3);
    expectNear(sums, [
      ...[5 / 3, 2 / 9 + 1 / 2, (2 / 9) * Math.LN2, drag],
      ...[3 / 2, 3 / 4, 0, (1 / 4) * (0 + 1 + 1)],
      ...[0, 0, 0, 0],
    ]);
  });

  it("takes coefficient times h of every channel from the residual", () => {
    const kernel = filled(name);
    kernel.residual.set([20, 20, 20]);
    kernel.subtract();
    expectNear(kernel.residual, [20 - 4 - 5, 20 - 3 - 5, 20 - 3 - 5]);
  });

  it("multiplies the series by the gradient of each week", () => {
    const kernel = filled(name);
    kernel.byWeek.set([3, 0, -1]);
    kernel.reduce();
    const products = kernel.products.subarray(0, 3 * SUMS_PER_CHANNEL);
    expectNear(products, [
      ...[3 * (2 / 3) - 1 / 2, 3 * (2 / 9) - 1 / 4, 3 * (2 / 9) * Math.LN2, -3 * (2 / 9) * (2 / 3) + 1 / 6],
      ...[1, 1 / 2, 0, -1 / 4],
      ...[0, 0, 0, 0],
    ]);
  });

  it("does not change the spend that it was given", () => {
    filled(name);
    expect(SPENDS[0]).toEqual(Float64Array.of(4, 0, 2));
  });
});
