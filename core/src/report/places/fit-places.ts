/** Where observed, fitted and interval weeks stand on the Fit sheet. */

import { type Area, columnArea } from "../layout/address.ts";

export const FIT = "Fit";

/** Zero-based rows and columns. */
export interface FitPlaces {
  readonly metricsRow: number;
  readonly chartRow: number;
  readonly headRow: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly week: number;
  readonly observed: number;
  readonly fitted: number;
  readonly low: number;
  readonly high: number;
  readonly predictiveLow: number;
  readonly predictiveHigh: number;
  readonly residual: number;
  readonly inside: number;
}

const METRICS = 7;
const CHART_ROWS = 22;

/** The layout for so many weeks. */
export function fitPlaces(weeks: number): FitPlaces {
  const metricsRow = 4;
  const chartRow = metricsRow + METRICS + 1;
  const headRow = chartRow + CHART_ROWS + 1;
  return {
    metricsRow,
    chartRow,
    headRow,
    firstWeek: headRow + 2,
    lastWeek: headRow + 1 + weeks,
    week: 0,
    observed: 1,
    fitted: 2,
    low: 3,
    high: 4,
    predictiveLow: 5,
    predictiveHigh: 6,
    residual: 7,
    inside: 8,
  };
}

/** All weeks of one column. */
export function fitWeeks(places: FitPlaces, column: number): Area {
  return columnArea(FIT, column, places.firstWeek, places.lastWeek);
}
