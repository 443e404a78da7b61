/** exp and log by table and short polynomial: for the hot loop, where half a unit in the last place buys nothing. */

import { exp, log } from "./elementary.ts";

// Method: Tang (1989, 1990), "Table-driven implementation of the exponential / logarithm function in IEEE arithmetic".
// Only + − × and table look-ups: the same bits in every engine, and no call that an engine may fail to inline.
const LN2: number = Math.LN2;
/** ln 2 less its nearest double. */
const LN2_REST = 2.3190468138462996e-17;
const EXPONENT_BIAS = 1023;
const EXPONENT_CELLS = 2048;

const LOG_BITS = 7;
const LOG_CELLS = 128;
/** Bits of the upper mantissa word that are left below the table's index. */
const LOG_SHIFT = 20 - LOG_BITS;

const EXP_BITS = 6;
const EXP_CELLS = 64;
const CELLS_PER_UNIT = EXP_CELLS / LN2;
/** ln 2 / 64 in two parts: the first has 24 bits, so that its product with a cell number is exact. */
const CELL_HIGH = 0.010830424726009369;
const CELL_LOW = (LN2 - EXP_CELLS * CELL_HIGH + LN2_REST) / EXP_CELLS;
/** Adding and taking off 1.5 · 2^52 rounds a double to the nearest whole number. */
const ROUNDER = 6755399441055744;

const doubleBits = new Float64Array(1);
const wordBits = new Int32Array(doubleBits.buffer);
/** Which of the two words holds sign and exponent: 1 on little-endian machines. */
const HIGH_WORD = highWord();

/** [exponent + bias] 2^exponent; entry 0, the place of 0 and subnormal numbers, is 0. */
const POWERS: Float64Array = powersOfTwo();
/** [cell] reciprocal of the cell's middle, and minus its logarithm. */
const RECIPROCALS: Float64Array = cells(LOG_CELLS, (cell) => 1 / (1 + (cell + 0.5) / LOG_CELLS));
const CENTERS: Float64Array = RECIPROCALS.map((reciprocal) => -log(reciprocal));
/** [cell] 2^(cell / 64). */
const ROOTS: Float64Array = cells(EXP_CELLS, (cell) => exp((cell * LN2) / EXP_CELLS));

/** Numbers that `fillLogExpTables` writes. */
export const LOG_EXP_TABLE_SIZE: number = 2 * LOG_CELLS + EXP_CELLS;

/**
 * The tables of this file, for an implementation outside JavaScript that must give the same bits.
 *
 * @param out - [320] overwritten: reciprocal and center of each of 128 cells in turn, then the 64 roots.
 */
export function fillLogExpTables(out: Float64Array): void {
  for (let cell = 0; cell < LOG_CELLS; cell++) {
    out[2 * cell] = RECIPROCALS[cell];
    out[2 * cell + 1] = CENTERS[cell];
  }
  out.set(ROOTS, 2 * LOG_CELLS);
}

/**
 * Natural logarithm.
 *
 * @param x - in [1e-300, 1e300]; anything else gives a number without meaning or NaN.
 * @returns within 6e-16 (six roundings of numbers below ln 2) plus 2 ulp; e.g. `tableLog(1)` is 0 to within 6e-16, where `log(1)` is 0.
 */
export function tableLog(x: number): number {
  doubleBits[0] = x;
  const high = wordBits[HIGH_WORD];
  const cell = (high >> LOG_SHIFT) & (LOG_CELLS - 1);
  const power = (high >>> 20) - EXPONENT_BIAS;
  // |r| < 1/256: the series' next term, r⁷/7, is below 2e-18
  const r = x * POWERS[EXPONENT_BIAS - power] * RECIPROCALS[cell] - 1;
  const series =
    1 + r * (-0.5 + r * (0.3333333333333333 + r * (-0.25 + r * (0.2 + r * -0.16666666666666666))));
  return power * LN2 + (CENTERS[cell] + r * series);
}

/**
 * e to the power x.
 *
 * @param x - in [−700, 700]; beyond it a number without meaning or NaN.
 * @returns within 4 ulp; `tableExp(0)` is 1.
 */
export function tableExp(x: number): number {
  const nearest = x * CELLS_PER_UNIT + ROUNDER - ROUNDER;
  const r = x - nearest * CELL_HIGH - nearest * CELL_LOW;
  const cell = nearest | 0;
  // |r| < ln 2 / 128: the series' next term, r⁶/720, is below 4e-17
  const series =
    1 +
    r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333))));
  return POWERS[(cell >> EXP_BITS) + EXPONENT_BIAS] * ROOTS[cell & (EXP_CELLS - 1)] * series;
}

function cells(count: number, at: (cell: number) => number): Float64Array {
  const table = new Float64Array(count);
  for (let cell = 0; cell < count; cell++) table[cell] = at(cell);
  return table;
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(EXPONENT_CELLS);
  powers[EXPONENT_BIAS] = 1;
  for (let index = EXPONENT_BIAS + 1; index < EXPONENT_CELLS - 1; index++)
    powers[index] = 2 * powers[index - 1];
  for (let index = EXPONENT_BIAS - 1; index > 0; index--) powers[index] = 0.5 * powers[index + 1];
  return powers;
}

function highWord(): 0 | 1 {
  doubleBits[0] = 1;
  return wordBits[1] === 0 ? 0 : 1;
}
