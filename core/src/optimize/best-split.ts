/** The best split of a budget over smooth response curves, found on tables and then refined around the optimum. */

import type { BoundedCurve } from "./exchange.ts";
import { type CurveTable, maximizeSeparable } from "./separable.ts";

/** Cells of the first table; its interpolation error is width²/8 · max|f″|, which the refinement then removes. */
const FIRST_CELLS = 256;

/** Each refinement tabulates two cells either side of the optimum anew, so four rounds narrow a cell 65,536-fold. */
const REFINEMENTS = 4;
const CELLS_EITHER_SIDE = 2;
const REFINED_CELLS = 64;

export interface Split {
  /** [curve] spends that sum to the total. */
  readonly spends: readonly number[];
  readonly value: number;
  /** How far the best split can lie above this one, relative to its value: the certificate of the first table. */
  readonly gap: number;
}

/**
 * Splits a total so that the curves' summed value is largest.
 *
 * @param curves - [curve] values and bounds, in one unit of spend.
 * @param total - between the sums of the bounds.
 * @returns e.g. two curves √x with a total of 8 get 4 each.
 * @throws RangeError when the bounds cannot hold the total.
 */
export function bestSplit(curves: readonly BoundedCurve[], total: number): Split {
  const widest = curves.map((curve) => curve.most - curve.least);
  const coarse = maximizeSeparable(
    curves.map((curve) => tabulate(curve, FIRST_CELLS)),
    total,
  );
  let spends = coarse.spends;
  let reach = widest.map((width) => (CELLS_EITHER_SIDE * width) / FIRST_CELLS);
  for (let round = 0; round < REFINEMENTS; round++) {
    const windows = curves.map((curve, index) => around(curve, spends[index], reach[index]));
    spends = maximizeSeparable(
      windows.map((window) => tabulate(window, REFINED_CELLS)),
      total,
    ).spends;
    reach = reach.map((width) => (2 * CELLS_EITHER_SIDE * width) / REFINED_CELLS);
  }
  const value = curves.reduce((sum, curve, index) => sum + curve.valueAt(spends[index]), 0);
  return {
    spends,
    value,
    gap: (coarse.bound - coarse.value) / Math.max(Math.abs(coarse.value), Number.MIN_VALUE),
  };
}

function tabulate(curve: BoundedCurve, cells: number): CurveTable {
  const width = curve.most - curve.least;
  if (width <= 0) return { points: [{ spend: curve.least, value: curve.valueAt(curve.least) }] };
  const spends = Array.from({ length: cells + 1 }, (_, cell) =>
    cell === cells ? curve.most : curve.least + (width * cell) / cells,
  );
  return { points: spends.map((spend) => ({ spend, value: curve.valueAt(spend) })) };
}

function around(curve: BoundedCurve, spend: number, reach: number): BoundedCurve {
  return {
    least: Math.max(curve.least, spend - reach),
    most: Math.min(curve.most, spend + reach),
    valueAt: curve.valueAt,
  };
}
