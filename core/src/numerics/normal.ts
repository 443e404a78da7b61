/** The normal distribution function, its inverse, and the half-normal coordinate. */

import { exp, log } from "./elementary.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** Beyond this the lower tail is below every double; it also keeps Infinity from giving NaN. */
const UNDERFLOW = 40;
const SQRT_32 = 5.656854249492381;

// Rational approximations of Cody (1969), "Rational Chebyshev approximations for the error function"; numerator then denominator.
const CENTER_TOP = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const CENTER_BOTTOM = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const FLANK_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const FLANK_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const TAIL_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const TAIL_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];

// Wichura (1988), algorithm AS 241, PPND16: highest power first.
const QUANTILE_CENTER_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const QUANTILE_CENTER_BOTTOM = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const QUANTILE_FLANK_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const QUANTILE_FLANK_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const QUANTILE_TAIL_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const QUANTILE_TAIL_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/**
 * Density of the standard normal.
 *
 * @returns e.g. `normalDensity(0)` is 1 / √(2π) = 0.3989….
 */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * x * x);
}

/**
 * Probability that a standard normal is below x.
 *
 * @param x - any number; NaN gives NaN.
 * @returns in [0, 1], relative error about 1e-15 in the lower tail too; `normalCdf(0)` is 0.5, `normalCdf(1.959963985)` is 0.975.
 * Source: Cody (1969).
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  if (distance <= 0.67448975) {
    const square = x * x;
    return 0.5 + (x * polynomial(CENTER_TOP, square)) / polynomial(CENTER_BOTTOM, square);
  }
  const below = lowerTail(distance);
  return x < 0 ? below : 1 - below;
}

/**
 * The value below which a standard normal lies with probability p.
 *
 * @param p - in [0, 1]; outside it NaN.
 * @returns −Infinity at 0 and Infinity at 1; `normalQuantile(0.5)` is 0, `normalQuantile(0.975)` is 1.959963985.
 * Source: Wichura (1988), AS 241; relative error about 1e-16.
 */
export function normalQuantile(p: number): number {
  const quantile = upperQuantile(Math.abs(p - 0.5), p < 0.5 ? p : 1 - p);
  return p < 0.5 ? -quantile : quantile;
}

/**
 * The standard half-normal value that stands where v stands in a standard normal: Φ⁻¹((1 + Φ(v)) / 2).
 *
 * A half-normal prior thus becomes N(0, 1) in v (sampler.md §4b). Its derivative is φ(v) / (2 φ(result)).
 *
 * @param v - any number.
 * @returns above 0 while Φ(v) does not underflow; `halfNormalAt(0)` is 0.6744897501960817, the third quartile of a normal.
 */
export function halfNormalAt(v: number): number {
  // both arguments are computed without the subtraction from 1 that would lose the digits of either tail
  return upperQuantile(0.5 * normalCdf(v), 0.5 * normalCdf(-v));
}

/** Quantile at or above the median, from p − ½ and from 1 − p, so that neither loses digits. */
function upperQuantile(aboveCenter: number, tail: number): number {
  if (aboveCenter <= 0.425) {
    const r = 0.180625 - aboveCenter * aboveCenter;
    return (aboveCenter * polynomial(QUANTILE_CENTER_TOP, r)) / polynomial(QUANTILE_CENTER_BOTTOM, r);
  }
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-log(tail));
  if (r <= 5) return polynomial(QUANTILE_FLANK_TOP, r - 1.6) / polynomial(QUANTILE_FLANK_BOTTOM, r - 1.6);
  return polynomial(QUANTILE_TAIL_TOP, r - 5) / polynomial(QUANTILE_TAIL_BOTTOM, r - 5);
}

/** Probability below −distance. */
function lowerTail(distance: number): number {
  if (distance > UNDERFLOW) return 0;
  const ratio = distance <= SQRT_32 ? flankRatio(distance) : tailRatio(distance);
  // x² is split so that exp sees an exact square: −x²/2 alone would lose digits for large x
  const coarse = Math.floor(distance * 16) / 16;
  const rest = (distance - coarse) * (distance + coarse);
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * rest) * ratio;
}

function flankRatio(distance: number): number {
  return polynomial(FLANK_TOP, distance) / polynomial(FLANK_BOTTOM, distance);
}

function tailRatio(distance: number): number {
  const inverseSquare = 1 / (distance * distance);
  const correction =
    (inverseSquare * polynomial(TAIL_TOP, inverseSquare)) / polynomial(TAIL_BOTTOM, inverseSquare);
  return (INVERSE_SQRT_TWO_PI - correction) / distance;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = coefficients[0];
  for (let power = 1; power < coefficients.length; power++) sum = sum * x + coefficients[power];
  return sum;
}
