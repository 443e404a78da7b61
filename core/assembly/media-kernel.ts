/**
 * The weekly part of the log density for two channels at a time: AssemblyScript, not TypeScript.
 *
 * Same operations in the same order as core/src/model/kernel/{carry-over,saturate,typescript-kernel}.ts, lane by lane,
 * so that both kernels give the same bits. Compiled by tools/build-kernel.mjs into core/src/model/kernel/wasm-bytes.ts.
 * Lane 0 is the pair's first channel, lane 1 its second; every series is [week][lane]. Addresses are in bytes.
 */

/** Places in a channel's settings, in bytes, as in media-kernel.ts and wasm-kernel.ts of core/src/model/kernel. */
const RETENTION: usize = 0;
const STEEPNESS: usize = 16;
const NORM_DRAG: usize = 24;
const COEFFICIENT: usize = 32;
const LEAVING_WEIGHT: usize = 40;
const LEAVING_SLOPE: usize = 48;
const INVERSE_HALF_POINT: usize = 56;
/** Bytes of one channel's settings, and of its four sums. */
const SETTINGS: usize = 64;
const SUMS: usize = 32;

/** A week of a pair's results: reached, answer, bend and drag of two channels fill one cache line. */
const RESULT: usize = 64;
/** A week of a pair's spend, and of one week of a plain series. */
const PAIR: usize = 16;
const NUMBER: usize = 8;

const NOTHING: f64 = 1e-10;
const FLAT: f64 = 690;
const NEAR_ZERO: f64 = 0.0625;

/** The curves, as wasm-kernel.ts numbers them. */
const HILL: i32 = 0;
const LOGISTIC: i32 = 1;

const LN2: f64 = Math.LN2;
const LN2_REST: f64 = 2.3190468138462996e-17;
const CELLS_PER_UNIT: f64 = 64 / LN2;
const CELL_HIGH: f64 = 0.010830424726009369;
const CELL_LOW: f64 = (LN2 - 64 * CELL_HIGH + LN2_REST) / 64;
const ROUNDER: f64 = 6755399441055744;
/** 2^52 as bits: a whole number written into its low bits is that number plus 2^52, exactly. */
const WHOLE_BITS: i64 = 0x4330000000000000;
/** 2^52 plus the bias of a double's exponent. */
const WHOLE_AND_BIAS: f64 = 4503599627371519;
const MANTISSA: i64 = 0x000fffffffffffff;
const ONE_BITS: i64 = 0x3ff0000000000000;
/** Bytes from the table of logarithms, [128][2], to that of exponentials, [64]. */
const ROOTS: usize = 2048;

/** The same setting of a pair's two channels. */
function both(at: usize): v128 {
  return f64x2.replace_lane(v128.load64_splat(at), 1, load<f64>(at + SETTINGS));
}

/** A sum for each of a pair's two channels. */
function spread(at: usize, value: v128): void {
  store<f64>(at, f64x2.extract_lane(value, 0));
  store<f64>(at + SUMS, f64x2.extract_lane(value, 1));
}

/** tableLog of numerics/table-elementary.ts, for numbers in [1e-300, 1e300]. */
function logOf(x: v128, tables: usize): v128 {
  const a = v128.load(tables + (<usize>(i64x2.extract_lane(x, 0) >> 41) & 0x7f0));
  const b = v128.load(tables + (<usize>(i64x2.extract_lane(x, 1) >> 41) & 0x7f0));
  const mantissa = v128.or(v128.and(x, i64x2.splat(MANTISSA)), i64x2.splat(ONE_BITS));
  const power = f64x2.sub(v128.or(i64x2.shr_u(x, 52), i64x2.splat(WHOLE_BITS)), f64x2.splat(WHOLE_AND_BIAS));
  const r = f64x2.sub(f64x2.mul(mantissa, v128.shuffle<f64>(a, b, 0, 2)), f64x2.splat(1));
  let series = f64x2.add(f64x2.splat(0.2), f64x2.mul(r, f64x2.splat(-0.16666666666666666)));
  series = f64x2.add(f64x2.splat(-0.25), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(0.3333333333333333), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(-0.5), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(1), f64x2.mul(r, series));
  const fraction = f64x2.add(v128.shuffle<f64>(a, b, 1, 3), f64x2.mul(r, series));
  return f64x2.add(f64x2.mul(power, f64x2.splat(LN2)), fraction);
}

/** tableExp of numerics/table-elementary.ts, for numbers in [−700, 700]. */
function expOf(x: v128, tables: usize): v128 {
  const whole = f64x2.add(f64x2.mul(x, f64x2.splat(CELLS_PER_UNIT)), f64x2.splat(ROUNDER));
  const nearest = f64x2.sub(whole, f64x2.splat(ROUNDER));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(nearest, f64x2.splat(CELL_HIGH))),
    f64x2.mul(nearest, f64x2.splat(CELL_LOW)),
  );
  const a = <usize>i64x2.extract_lane(whole, 0) & 63;
  const b = <usize>i64x2.extract_lane(whole, 1) & 63;
  const root = f64x2.replace_lane(
    v128.load64_splat(tables + ROOTS + a * NUMBER),
    1,
    load<f64>(tables + ROOTS + b * NUMBER),
  );
  let series = f64x2.add(f64x2.splat(0.041666666666666664), f64x2.mul(r, f64x2.splat(0.008333333333333333)));
  series = f64x2.add(f64x2.splat(0.16666666666666666), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(0.5), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(1), f64x2.mul(r, series));
  series = f64x2.add(f64x2.splat(1), f64x2.mul(r, series));
  // whole's low bits are a whole number of 64ths: above the lowest six stands the power of two
  return f64x2.mul(i64x2.add(root, i64x2.shl(i64x2.shr_u(whole, 6), 52)), series);
}

/** x within [-FLAT, FLAT]. */
function clamp(x: v128): v128 {
  return f64x2.pmin(f64x2.pmax(x, f64x2.splat(-FLAT)), f64x2.splat(FLAT));
}

/** Stores a week's results; where nothing is carried all are 0. */
function storeWeek(out: usize, h: v128, w: v128, distance: v128, pull: v128, some: v128): void {
  const answer = v128.and(w, some);
  v128.store(out, v128.and(h, some));
  v128.store(out, answer, 16);
  v128.store(out, v128.and(f64x2.mul(answer, distance), some), 32);
  v128.store(out, v128.and(f64x2.mul(answer, pull), some), 48);
}

/** u^n / (1 + u^n) with one division for 1 / (1 + u^−n) and 1 / exposure. */
function hillWeek(
  out: usize,
  exposure: v128,
  some: v128,
  carriedSlope: v128,
  inverseHalfPoint: v128,
  slope: v128,
  normDrag: v128,
  tables: usize,
): void {
  const one = f64x2.splat(1);
  const distance = logOf(f64x2.mul(exposure, inverseHalfPoint), tables);
  const inverse = f64x2.add(one, expOf(f64x2.neg(clamp(f64x2.mul(slope, distance))), tables));
  const shared = f64x2.div(one, f64x2.mul(inverse, exposure));
  const h = f64x2.mul(shared, exposure);
  const pull = f64x2.sub(f64x2.mul(f64x2.mul(carriedSlope, shared), inverse), normDrag);
  storeWeek(out, h, f64x2.mul(h, f64x2.sub(one, h)), distance, pull, some);
}

/** tanh(u / 2) for u below NEAR_ZERO; a number without meaning above it. */
function halfTangent(u: v128): v128 {
  const z = f64x2.mul(f64x2.splat(0.5), u);
  const square = f64x2.mul(z, z);
  let series = f64x2.add(
    f64x2.splat(-0.05396825396825397),
    f64x2.mul(square, f64x2.splat(0.021869488536155203)),
  );
  series = f64x2.add(f64x2.splat(0.13333333333333333), f64x2.mul(square, series));
  series = f64x2.add(f64x2.splat(-0.3333333333333333), f64x2.mul(square, series));
  series = f64x2.add(f64x2.splat(1), f64x2.mul(square, series));
  return f64x2.mul(z, series);
}

/** (1 − e^−u) / (1 + e^−u). */
function logisticWeek(
  out: usize,
  exposure: v128,
  some: v128,
  carriedSlope: v128,
  inverseHalfPoint: v128,
  normDrag: v128,
  tables: usize,
): void {
  const one = f64x2.splat(1);
  const u = f64x2.pmin(f64x2.mul(exposure, inverseHalfPoint), f64x2.splat(FLAT));
  const left = expOf(f64x2.neg(u), tables);
  const inverse = f64x2.div(one, f64x2.add(one, left));
  const far = f64x2.mul(f64x2.sub(one, left), inverse);
  const h = v128.bitselect(halfTangent(u), far, f64x2.lt(u, f64x2.splat(NEAR_ZERO)));
  const w = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.mul(f64x2.splat(2), u), left), inverse), inverse);
  const pull = f64x2.sub(f64x2.div(carriedSlope, exposure), normDrag);
  storeWeek(out, h, w, f64x2.splat(0), pull, some);
}

/** u^exponent. */
function powerWeek(
  out: usize,
  exposure: v128,
  some: v128,
  carriedSlope: v128,
  inverseHalfPoint: v128,
  exponent: v128,
  normDrag: v128,
  tables: usize,
): void {
  const distance = logOf(f64x2.mul(exposure, inverseHalfPoint), tables);
  const h = expOf(clamp(f64x2.mul(exponent, distance)), tables);
  const pull = f64x2.sub(f64x2.div(carriedSlope, exposure), normDrag);
  storeWeek(out, h, h, distance, pull, some);
}

/**
 * Carryover and saturation of a pair of the same curve.
 *
 * @param settings - of the pair's first channel; the second's follow.
 * @param spend - first row that enters the recursion, [row][lane]; the rows before it are 0.
 * @param lead - rows that only carry over before the first week.
 * @param back0 - bytes from a row back to the one whose spend leaves, first lane.
 * @param back1 - the same of the second lane.
 * @param results - [week][4][lane] overwritten.
 * @param sums - [2][4] overwritten.
 */
export function saturatePair(
  curve: i32,
  settings: usize,
  spend: usize,
  lead: i32,
  back0: i32,
  back1: i32,
  results: usize,
  sums: usize,
  tables: usize,
  weeks: i32,
): void {
  const retention = both(settings + RETENTION);
  const inverseHalfPoint = both(settings + INVERSE_HALF_POINT);
  const steepness = both(settings + STEEPNESS);
  const normDrag = both(settings + NORM_DRAG);
  const leavingWeight = both(settings + LEAVING_WEIGHT);
  const leavingSlope = both(settings + LEAVING_SLOPE);
  let sum = f64x2.splat(0);
  let slope = f64x2.splat(0);
  const first = spend + <usize>lead * PAIR;
  const end = first + <usize>weeks * PAIR;
  let out = results;
  for (let at = spend; at < end; at += PAIR) {
    const left = v128.load64_splat(at - <usize>back0);
    const leaving = f64x2.replace_lane(left, 1, load<f64>(at - <usize>back1 + NUMBER));
    slope = f64x2.sub(f64x2.add(sum, f64x2.mul(retention, slope)), f64x2.mul(leavingSlope, leaving));
    sum = f64x2.sub(f64x2.add(v128.load(at), f64x2.mul(retention, sum)), f64x2.mul(leavingWeight, leaving));
    if (at < first) continue;
    const some = f64x2.gt(sum, f64x2.splat(NOTHING));
    const exposure = v128.bitselect(sum, f64x2.splat(1), some);
    if (curve === HILL) hillWeek(out, exposure, some, slope, inverseHalfPoint, steepness, normDrag, tables);
    else if (curve === LOGISTIC) logisticWeek(out, exposure, some, slope, inverseHalfPoint, normDrag, tables);
    else powerWeek(out, exposure, some, slope, inverseHalfPoint, steepness, normDrag, tables);
    out += RESULT;
  }
  sumWeeks(results, sums, weeks);
}

/** Sums of a pair's results over the weeks, [2][4] overwritten. */
function sumWeeks(results: usize, sums: usize, weeks: i32): void {
  let reached = f64x2.splat(0);
  let answer = f64x2.splat(0);
  let bend = f64x2.splat(0);
  let drag = f64x2.splat(0);
  const end = results + <usize>weeks * RESULT;
  for (let at = results; at < end; at += RESULT) {
    reached = f64x2.add(reached, v128.load(at));
    answer = f64x2.add(answer, v128.load(at, 16));
    bend = f64x2.add(bend, v128.load(at, 32));
    drag = f64x2.add(drag, v128.load(at, 48));
  }
  spread(sums, reached);
  spread(sums + 8, answer);
  spread(sums + 16, bend);
  spread(sums + 24, drag);
}

/** Takes the weekly effects of a pair from the residual, the first channel's first. */
export function subtractPair(settings: usize, results: usize, residual: usize, weeks: i32): void {
  const coefficients = both(settings + COEFFICIENT);
  const end = residual + <usize>weeks * NUMBER;
  let at = results;
  for (let week = residual; week < end; week += NUMBER) {
    const effect = f64x2.mul(coefficients, v128.load(at));
    const left = load<f64>(week) - f64x2.extract_lane(effect, 0);
    store<f64>(week, left - f64x2.extract_lane(effect, 1));
    at += RESULT;
  }
}

/** Products of a pair's results with the gradient by week, [2][4] overwritten. */
export function reducePair(results: usize, byWeek: usize, products: usize, weeks: i32): void {
  let byReached = f64x2.splat(0);
  let byAnswer = f64x2.splat(0);
  let byBend = f64x2.splat(0);
  let byDrag = f64x2.splat(0);
  const end = byWeek + <usize>weeks * NUMBER;
  let at = results;
  for (let week = byWeek; week < end; week += NUMBER) {
    const g = v128.load64_splat(week);
    byReached = f64x2.add(byReached, f64x2.mul(g, v128.load(at)));
    byAnswer = f64x2.add(byAnswer, f64x2.mul(g, v128.load(at, 16)));
    byBend = f64x2.add(byBend, f64x2.mul(g, v128.load(at, 32)));
    byDrag = f64x2.add(byDrag, f64x2.mul(g, v128.load(at, 48)));
    at += RESULT;
  }
  spread(products, byReached);
  spread(products + 8, byAnswer);
  spread(products + 16, byBend);
  spread(products + 24, byDrag);
}
