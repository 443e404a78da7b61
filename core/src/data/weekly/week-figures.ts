/** Figures of single days as figures of weeks. */

import { decimalSum } from "../../numerics/decimal-sum.ts";
import type { ColumnRole } from "../fill-blanks.ts";
import { isTotal } from "./column-roles.ts";
import type { DayFigures } from "./day-figures.ts";

const WEEK = 7;

export interface WeekFigures {
  /** [week] null where a day of the week has no figure. */
  readonly values: ReadonlyArray<number | null>;
  /** Weeks with a day that was filled in or split. */
  readonly estimated: readonly number[];
}

/**
 * Totals are added up, levels averaged over the seven days.
 *
 * @param starts - [week] first day.
 * @param weights - day → weight of a level, e.g. the KPI for its value per unit; null or all zero: days count alike.
 * @returns e.g. 0.10 on each day is 0.7 for a total and 0.1 for a level.
 */
export function weekFigures(
  { values, estimated }: DayFigures,
  role: ColumnRole,
  starts: readonly number[],
  weights: ReadonlyMap<number, number> | null,
): WeekFigures {
  const weeks = starts.map((start) => Array.from({ length: WEEK }, (_, day) => start + day));
  return {
    values: weeks.map((days) => {
      if (!days.every((day) => values.has(day))) return null;
      const figures = days.map((day) => values.get(day) ?? 0);
      return isTotal(role) ? decimalSum(figures) : level(figures, weightsOf(days, weights));
    }),
    estimated: weeks.flatMap((days, week) =>
      days.some((day) => values.has(day) && estimated.has(day)) ? [week] : [],
    ),
  };
}

function weightsOf(days: readonly number[], weights: ReadonlyMap<number, number> | null): readonly number[] {
  const written = days.map((day) => Math.max(0, weights?.get(day) ?? 0));
  return written.some((weight) => weight > 0) ? written : days.map(() => 1);
}

function level(figures: readonly number[], weights: readonly number[]): number {
  const [first = 0] = figures;
  if (figures.every((figure) => figure === first)) return first;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return figures.reduce((sum, figure, day) => sum + figure * (weights[day] ?? 0), 0) / total;
}
