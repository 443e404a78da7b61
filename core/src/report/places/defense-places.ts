/** Where the returns stand on the printed Defense pages. */

import type { ReportContext } from "../report-context.ts";

export const DEFENSE = "Defense";

/** Zero-based. */
export interface DefensePlaces {
  readonly openingRow: number;
  readonly chartRow: number;
  readonly chartRows: number;
  readonly tableRow: number;
  readonly firstChannel: number;
  readonly lastChannel: number;
  readonly totalRow: number;
  readonly spend: number;
  readonly effectMean: number;
  /** Helper columns of the bridge, right of the printed area. */
  readonly helper: number;
}

/** Rows of the two charts of page 1. */
const CHART_ROWS = 17;

/** The layout of page 1; page 2 flows below it. */
export function defensePlaces({ history, shows }: ReportContext): DefensePlaces {
  const openingRow = 3;
  const chartRow = openingRow + 3;
  const tableRow = chartRow + CHART_ROWS + 1;
  const firstChannel = tableRow + (shows === "ranks" ? 2 : 3);
  return {
    openingRow,
    chartRow,
    chartRows: CHART_ROWS,
    tableRow,
    firstChannel,
    lastChannel: firstChannel + history.channels.length - 1,
    totalRow: firstChannel + history.channels.length,
    spend: 1,
    effectMean: 3,
    helper: 11,
  };
}
