/** Simulation-based calibration: are ranks of truths among draws uniform? (Talts et al. 2018; decisions §11) */

/** Where a truth stands among the draws of its own posterior: how many lie below it, 0 … draws. */
export function rankOf(truth: number, draws: readonly number[]): number {
  return draws.filter((draw) => draw < truth).length;
}

/**
 * χ² of ranks counted in ten bins of equal width.
 *
 * @param ranks - whole numbers in [0, places), one per data set.
 * @param places - number of possible ranks, one more than the draws; a multiple of 10, so that bins are alike.
 * @returns Σ (count − expected)² / expected, χ² with 9 degrees of freedom where ranks are uniform.
 */
export function decileChiSquare(ranks: readonly number[], places: number): number {
  if (places % 10 !== 0) throw new RangeError(`${places} ranks do not fall into ten bins alike`);
  const counts = new Array<number>(10).fill(0);
  for (const rank of ranks) counts[Math.floor((10 * rank) / places)] += 1;
  const expected = ranks.length / 10;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/**
 * P(χ²₉ > x), by parts: 2 (1 − Φ(√x)) + 2 φ(√x) (√x + √x³/3 + √x⁵/15 + √x⁷/105) (Abramowitz & Stegun 26.4.4).
 *
 * @returns e.g. 0.05 at 16.919.
 */
export function chiSquareTail9(x: number): number {
  const root = Math.sqrt(x);
  const odd = root + root ** 3 / 3 + root ** 5 / 15 + root ** 7 / 105;
  return 2 * normalTail(root) + 2 * normalDensity(root) * odd;
}

function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/** 1 − Φ(x) for x ≥ 0 by Simpson's rule; what lies beyond x + 10 is under 1e−23. */
function normalTail(x: number): number {
  const pieces = 2000;
  const width = 10 / pieces;
  let sum = normalDensity(x) - normalDensity(x + 10);
  for (let piece = 0; piece < pieces; piece++)
    sum += 4 * normalDensity(x + (piece + 0.5) * width) + 2 * normalDensity(x + (piece + 1) * width);
  return (sum * width) / 6;
}
