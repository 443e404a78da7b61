/** Variance inflation: how much of each channel the others already say. */

import { Matrix, pseudoInverse } from "ml-matrix";

const UNEXPLAINED_LEAST = 1e-12; // below it rounding decides; the VIF is then "a million millions", not infinite

/**
 * Variance inflation factors, the regression of each channel on the others including an intercept.
 *
 * @param correlations - [channel][channel], 1 on the diagonal; centering by the mean is the intercept.
 * @returns [channel] 1 / (1 − R²), from 1 (unrelated) to 1e12 (a mix of the others); e.g. 2.7778 for both of a pair
 * with r = 0.8. Source: Belsley, Kuh & Welsch (1980), chapter 3.
 */
export function varianceInflation(correlations: ReadonlyArray<readonly number[]>): number[] {
  return correlations.map((row, channel) => {
    const others = row.map((_, other) => other).filter((other) => other !== channel);
    if (others.length === 0) return 1;
    const among = new Matrix(
      others.map((first) => others.map((second) => correlations[first]?.[second] ?? 0)),
    );
    const own = Matrix.columnVector(others.map((other) => row[other] ?? 0));
    const explained = own.transpose().mmul(pseudoInverse(among)).mmul(own).get(0, 0);
    return 1 / Math.max(UNEXPLAINED_LEAST, Math.min(1, 1 - explained));
  });
}
