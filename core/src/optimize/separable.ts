/** Maximizes a sum of one-dimensional curves under a fixed total: the global best, certified by an upper bound. */

import { type CurvePoint, concaveEnvelope, type EnvelopeSegment } from "./concave-envelope.ts";
import { exchange } from "./exchange.ts";

/** One curve tabulated between its bounds; spends ascend strictly, or one point where nothing may move. */
export interface CurveTable {
  readonly points: readonly CurvePoint[];
}

export interface SeparableOptimum {
  /** [curve] */
  readonly spends: readonly number[];
  readonly value: number;
  /** No split on these tables is worth more than this. */
  readonly bound: number;
}

/** Stop when the bound is this close to the best split found, relative to its value (sampler.md §10). */
const CLOSED_GAP = 1e-6;

/** Branches explored at most; 3 was the most ever needed over 60 problems (sampler.md §7). */
const MAX_BRANCHES = 400;

interface Branch {
  readonly tables: readonly CurveTable[];
  readonly relaxed: Relaxed;
}

/**
 * The best split of a total over tabulated curves, S-shaped ones included.
 *
 * @param tables - [curve] points between each curve's least and most spend; between points the curve is linear.
 * @param total - what the spends must sum to; must lie between the sums of least and most.
 * @returns spends that sum to the total, their value and the Lagrangian bound; e.g. two identical concave curves
 *   each get half.
 * @throws RangeError when the bounds cannot hold the total.
 * Method: the concave envelopes give a bound and a split off by at most one curve (Shapley–Folkman; Starr 1969),
 *   pairwise exchange makes it feasible and better, branching on the one curve inside an envelope gap closes the rest.
 */
export function maximizeSeparable(tables: readonly CurveTable[], total: number): SeparableOptimum {
  const relaxed = relax(tables, total);
  if (relaxed === null) throw new RangeError(`bounds cannot hold a total of ${total}`);
  let best = incumbent(tables, relaxed.spends);
  let open: Branch[] = [{ tables, relaxed }];
  for (let explored = 0; explored < MAX_BRANCHES && open.length > 0; explored++) {
    const highest = open.reduce((a, b) => (b.relaxed.bound > a.relaxed.bound ? b : a));
    const children = split(highest, total);
    best = [best, ...children.map((child) => incumbent(tables, child.relaxed.spends))].reduce(better);
    open = [...open.filter((branch) => branch !== highest), ...children];
    open = open.filter((branch) => !isClosed(branch.relaxed.bound, best.value));
  }
  const closed = best.value + CLOSED_GAP * Math.abs(best.value);
  return { ...best, bound: Math.max(closed, ...open.map((branch) => branch.relaxed.bound)) };
}

function better(first: Incumbent, second: Incumbent): Incumbent {
  return second.value > first.value ? second : first;
}

function isClosed(bound: number, value: number): boolean {
  return bound - value <= CLOSED_GAP * Math.max(Math.abs(value), Number.MIN_VALUE);
}

interface Incumbent {
  readonly spends: readonly number[];
  readonly value: number;
}

function incumbent(tables: readonly CurveTable[], spends: readonly number[]): Incumbent {
  const polished = exchange(
    tables.map((table) => ({
      least: firstPoint(table).spend,
      most: lastPoint(table).spend,
      valueAt: (spend: number) => interpolate(table, spend),
    })),
    spends,
  );
  return {
    spends: polished,
    value: sumOf(polished.map((spend, curve) => interpolate(tables[curve], spend))),
  };
}

interface Relaxed {
  readonly spends: readonly number[];
  readonly bound: number;
  /** The curve that the total left inside an envelope segment that skips points, or null: then the bound is attained. */
  readonly gap: { readonly curve: number; readonly spend: number } | null;
}

/** Bounds that equal the total up to this share of it do hold it. */
const SUM_ROUNDING = 1e-9;

/** Fills envelope segments in falling slope until the total is spent. */
function relax(tables: readonly CurveTable[], total: number): Relaxed | null {
  const spends = tables.map((table) => firstPoint(table).spend);
  let bound = sumOf(tables.map((table) => firstPoint(table).value));
  let left = total - sumOf(spends);
  const room = sumOf(tables.map((table) => lastPoint(table).spend)) - total;
  const rounding = SUM_ROUNDING * Math.max(1, Math.abs(total));
  if (left < -rounding || room < -rounding) return null;
  const segments = tables
    .flatMap((table, curve) => concaveEnvelope(table.points).map((segment) => ({ ...segment, curve })))
    .sort((first, second) => second.slope - first.slope || first.curve - second.curve);
  let gap: Relaxed["gap"] = null;
  for (const segment of segments) {
    if (left <= 0) break;
    const taken = Math.min(left, segment.length);
    spends[segment.curve] += taken;
    bound += taken * segment.slope;
    left -= taken;
    if (taken < segment.length && skipsPoints(segment))
      gap = { curve: segment.curve, spend: spends[segment.curve] };
  }
  return { spends, bound, gap };
}

function skipsPoints(segment: EnvelopeSegment): boolean {
  return segment.skipped > 0;
}

/** The two halves of a branch: the curve inside the gap kept below, or kept above, where the relaxation put it. */
function split(branch: Branch, total: number): Branch[] {
  const { gap } = branch.relaxed;
  if (gap === null) return [];
  const points = branch.tables[gap.curve].points;
  const at = { spend: gap.spend, value: interpolate(branch.tables[gap.curve], gap.spend) };
  const below = [...points.filter((point) => point.spend < gap.spend), at];
  const above = [at, ...points.filter((point) => point.spend > gap.spend)];
  return [below, above].flatMap((half) => {
    const tables = branch.tables.map((table, curve) => (curve === gap.curve ? { points: half } : table));
    const relaxed = relax(tables, total);
    return relaxed === null ? [] : [{ tables, relaxed }];
  });
}

/** Linear interpolation on a table; the ends hold beyond them. */
function interpolate(table: CurveTable, spend: number): number {
  const { points } = table;
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle].spend <= spend) low = middle;
    else high = middle;
  }
  const width = points[high].spend - points[low].spend;
  if (width <= 0) return points[low].value;
  const share = Math.min(1, Math.max(0, (spend - points[low].spend) / width));
  return points[low].value + share * (points[high].value - points[low].value);
}

function firstPoint(table: CurveTable): CurvePoint {
  return table.points[0];
}

function lastPoint(table: CurveTable): CurvePoint {
  return table.points[table.points.length - 1];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
