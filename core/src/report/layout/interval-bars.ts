/** Intervals as native bars that every host draws: an invisible base, then low to mean, then mean to high. */

import type { Interval } from "../../numerics/interval.ts";
import type { PlannedCell, PlannedSeries } from "../workbook-plan.ts";
import { type Area, areaAt, near } from "./address.ts";
import { live } from "./cells.ts";
import { PALETTE } from "./palette.ts";
import type { TableColumn } from "./table.ts";

/** Where a row's three numbers stand: the columns of mean, low and high on the same sheet. */
export interface IntervalColumns {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface Segment {
  readonly name: string;
  readonly formula: (mean: string, low: string, high: string) => string;
  readonly value: (interval: Interval) => number;
  readonly color: string | null;
}

/** Stacked from zero outward on either side, so that intervals across zero are drawn right as well. */
const SEGMENTS: readonly Segment[] = [
  {
    name: "base",
    formula: (_mean, low, high) => `IF(${low}>0,${low},IF(${high}<0,${high},0))`,
    value: ({ lo, hi }) => (lo > 0 ? lo : Math.min(hi, 0)),
    color: null,
  },
  {
    name: "low to mean, above 0",
    formula: (mean, low) => `MAX(${mean},0)-MAX(${low},0)`,
    value: ({ mean, lo }) => Math.max(mean, 0) - Math.max(lo, 0),
    color: PALETTE.accent,
  },
  {
    name: "mean to high, above 0",
    formula: (mean, _low, high) => `MAX(${high},0)-MAX(${mean},0)`,
    value: ({ mean, hi }) => Math.max(hi, 0) - Math.max(mean, 0),
    color: PALETTE.accentLight,
  },
  {
    name: "mean to high, below 0",
    formula: (mean, _low, high) => `MIN(${mean},0)-MIN(${high},0)`,
    value: ({ mean, hi }) => Math.min(mean, 0) - Math.min(hi, 0),
    color: PALETTE.accentLight,
  },
  {
    name: "low to mean, below 0",
    formula: (mean, low) => `MIN(${low},0)-MIN(${mean},0)`,
    value: ({ mean, lo }) => Math.min(lo, 0) - Math.min(mean, 0),
    color: PALETTE.accent,
  },
];

/** Columns that the helper table of one interval takes. */
export const INTERVAL_BAR_COLUMNS: number = SEGMENTS.length;

/**
 * Helper columns behind the bars, as formulas of the row's own interval.
 *
 * @param place - the mean, low and high columns of the same row.
 * @param intervalOf - what these three compute to now.
 */
export function intervalBarColumns<Item>(
  place: IntervalColumns,
  intervalOf: (item: Item) => Interval,
  format: string,
): TableColumn<Item>[] {
  return SEGMENTS.map((segment) => ({
    head: segment.name,
    cell: (item, row): PlannedCell => {
      const formula = segment.formula(near(row, place.mean), near(row, place.low), near(row, place.high));
      return live(formula, segment.value(intervalOf(item)), format, "noteNumber");
    },
  }));
}

/**
 * The chart series over the helper columns.
 *
 * @param helpers - the rectangle of helper cells, one column per segment.
 * @param categories - the names beside them.
 */
export function intervalBarSeries(helpers: Area, categories: Area): PlannedSeries[] {
  return SEGMENTS.map((segment, index) => ({
    name: segment.name,
    categories: areaAt(categories),
    values: areaAt({ ...helpers, left: helpers.left + index, right: helpers.left + index }),
    color: segment.color,
    inLegend: false,
  }));
}
