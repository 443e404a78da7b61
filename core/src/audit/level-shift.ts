/** A lasting change of the KPI's level that trend and season do not explain (IN-59). */

import { Matrix, QrDecomposition } from "ml-matrix";

export interface LevelShift {
  /** Last week before the change. */
  readonly week: number;
  /** Wald statistic of the best step, largest over all weeks tried. */
  readonly statistic: number;
  /** Height of the step, in KPI units. */
  readonly shift: number;
}

const WEEKS_PER_YEAR = 52.18; // decisions §2
const PERSISTENCE_MOST = 0.97; // Andrews & Monahan (1992): beyond it the variance is a guess
const SMOOTH = 4; // intercept, trend, wave (2)
const FITTED = 6; // intercept, trend, wave (2), step, persistence

/**
 * The step that explains most beside intercept, linear trend and one yearly wave.
 *
 * @param values - [week] KPI.
 * @param trim - share of the weeks at either end in which no step is tried, in (0, 0.5).
 * @param known - [column][week] what explains the KPI already: a step that the brief names is not found again.
 * @returns null for a series that trend and season explain to the last digit. Without a break the statistic stays
 * below 8.85 in 95 % and 12.35 in 99 % of stationary series at trim 0.15. Its scale is the long-run variance of what
 * the step leaves, so that a large break does not hide itself. Source: Andrews (1993), "Tests for parameter
 * instability and structural change with unknown change point", sup-Wald, p = 1; Andrews & Monahan (1992).
 */
export function levelShift(
  values: Float64Array,
  trim: number,
  known: readonly Float64Array[] = [],
): LevelShift | null {
  const weeks = values.length;
  const smooth = withColumns(smoothBasis(weeks), known);
  const rest = withoutSmooth(values, smooth);
  if (squares(rest) <= squares(values) * Number.EPSILON) return null;
  let best = { week: 0, shift: 0, explained: 0 };
  for (let week = Math.ceil(trim * weeks) - 1; week < weeks - Math.ceil(trim * weeks); week++) {
    const step = withoutSmooth(stepAfter(week, weeks), smooth);
    const [product, length] = [dot(step, rest), squares(step)];
    const explained = length > LOST * weeks ? product ** 2 / length : 0;
    if (explained > best.explained) best = { week, shift: product / length, explained };
  }
  const step = withoutSmooth(stepAfter(best.week, weeks), smooth);
  const variance = longRunVariance(
    rest.map((value, week) => value - best.shift * (step[week] ?? 0)),
    FITTED + smooth.length - SMOOTH,
  );
  // Where the step explains all to the last digit, its rounding stands for the variance.
  const scale = Math.max(variance, squares(rest) * Number.EPSILON);
  return { week: best.week, statistic: best.explained / scale, shift: best.shift };
}

const LOST = 1e-12; // squares below it are rounding: the column lies in the span of the others

/** [4][week] orthonormal columns that span intercept, trend and the yearly wave. */
function smoothBasis(weeks: number): Float64Array[] {
  const design = Array.from({ length: weeks }, (_, week) => {
    const turn = (2 * Math.PI * week) / WEEKS_PER_YEAR;
    return [1, week / weeks, Math.cos(turn), Math.sin(turn)];
  });
  const columns = new QrDecomposition(new Matrix(design)).orthogonalMatrix.transpose().to2DArray();
  return columns.map((column) => Float64Array.from(column));
}

/** The basis and what further columns add to its span. */
function withColumns(basis: readonly Float64Array[], columns: readonly Float64Array[]): Float64Array[] {
  const wider = [...basis];
  for (const column of columns) {
    // twice, since one pass leaves a rest that is not quite orthogonal (Kahan's "twice is enough")
    const rest = withoutSmooth(withoutSmooth(column, wider), wider);
    const length = squares(rest);
    if (length > LOST * squares(column)) wider.push(rest.map((value) => value / Math.sqrt(length)));
  }
  return wider;
}

function withoutSmooth(values: Float64Array, smooth: readonly Float64Array[]): Float64Array {
  const rest = values.slice();
  for (const column of smooth) {
    const product = dot(values, column);
    column.forEach((value, week) => {
      rest[week] = (rest[week] ?? 0) - product * value;
    });
  }
  return rest;
}

function stepAfter(last: number, weeks: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, week) => (week > last ? 1 : 0));
}

function dot(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let sum = 0;
  for (let week = 0; week < first.length; week++) sum += (first[week] ?? 0) * (second[week] ?? 0);
  return sum;
}

function squares(values: Float64Array): number {
  return dot(values, values);
}

/** Of a first-order autoregression fitted to the residuals, which short series estimate with less bias than sums. */
function longRunVariance(residuals: Float64Array, fitted: number): number {
  const weeks = residuals.length;
  const before = residuals.subarray(0, weeks - 1);
  const persistence = Math.max(
    0,
    Math.min(PERSISTENCE_MOST, dot(residuals.subarray(1), before) / squares(before)),
  );
  let innovations = 0;
  for (let week = 1; week < weeks; week++) {
    innovations += ((residuals[week] ?? 0) - persistence * (residuals[week - 1] ?? 0)) ** 2;
  }
  return innovations / Math.max(1, weeks - 1 - fitted) / (1 - persistence) ** 2;
}
