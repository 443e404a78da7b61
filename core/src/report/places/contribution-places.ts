/** Where totals and weekly means stand on the Contributions sheet. */

import { type Area, columnArea } from "../layout/address.ts";

export const CONTRIBUTIONS = "Contributions";

/** Zero-based rows and columns; component 0 is the baseline, component k + 1 is channel k. */
export interface ContributionPlaces {
  readonly headRow: number;
  readonly meanRow: number;
  /** The means that the run wrote, to tell a changed cell. */
  readonly runRow: number;
  readonly lowRow: number;
  readonly highRow: number;
  readonly shareRow: number;
  readonly shareLowRow: number;
  readonly shareHighRow: number;
  /** Rows kept free for charts. */
  readonly chartRow: number;
  /** First column of the bridge, beside the weekly chart. */
  readonly bridge: number;
  readonly weeklyHeadRow: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly baseline: number;
  readonly lastComponent: number;
  readonly fitted: number;
  readonly observed: number;
  readonly gap: number;
}

const CHART_ROWS = 22;
/** Share of the width that the weekly chart takes. */
const WEEKLY_SHARE = 0.55;

/** The layout for so many channels and weeks. */
export function contributionPlaces(channels: number, weeks: number): ContributionPlaces {
  const headRow = 4;
  const chartRow = headRow + 9;
  const weeklyHeadRow = chartRow + CHART_ROWS + 1;
  return {
    headRow,
    meanRow: headRow + 1,
    lowRow: headRow + 2,
    highRow: headRow + 3,
    shareRow: headRow + 4,
    shareLowRow: headRow + 5,
    shareHighRow: headRow + 6,
    runRow: headRow + 7,
    chartRow,
    bridge: Math.ceil((channels + 5) * WEEKLY_SHARE),
    weeklyHeadRow,
    firstWeek: weeklyHeadRow + 1,
    lastWeek: weeklyHeadRow + weeks,
    baseline: 1,
    lastComponent: channels + 1,
    fitted: channels + 2,
    observed: channels + 3,
    gap: channels + 4,
  };
}

/** All weeks of one column. */
export function contributionWeeks(places: ContributionPlaces, column: number): Area {
  return columnArea(CONTRIBUTIONS, column, places.firstWeek, places.lastWeek);
}
