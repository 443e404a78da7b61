/** Where the response curves' grids and the look-up table stand on the Curves sheet. */

import type { ChannelAttribution } from "../../attribute/attribution.ts";
import { type Area, columnArea } from "../layout/address.ts";

export const CURVES = "Curves";

/** Columns of one channel's grid: spend, mean, low, high, marginal, and a gap. */
export const GRID_COLUMNS = 6;

/** Zero-based. */
export interface CurvePlaces {
  readonly headRow: number;
  readonly firstChannel: number;
  readonly lastChannel: number;
  readonly chartRow: number;
  readonly gridNameRow: number;
  readonly firstPoint: number;
  readonly lastPoint: number;
}

export const CHARTS_PER_ROW = 3;
export const CHART_ROWS = 16;
/** Twelve columns of the look-up table, shared by the charts of a row. */
export const CHART_COLUMNS = 4;

/** The layout for these channels. */
export function curvePlaces(channels: readonly ChannelAttribution[]): CurvePlaces {
  const headRow = 4;
  const firstChannel = headRow + 2;
  const lastChannel = firstChannel + channels.length - 1;
  const chartRow = lastChannel + 3;
  const gridNameRow = chartRow + Math.ceil(channels.length / CHARTS_PER_ROW) * (CHART_ROWS + 1) + 1;
  const points = channels[0]?.curve.spend.length ?? 0;
  return {
    headRow,
    firstChannel,
    lastChannel,
    chartRow,
    gridNameRow,
    firstPoint: gridNameRow + 2,
    lastPoint: gridNameRow + 1 + points,
  };
}

/** One column of a channel's grid: 0 spend, 1 mean, 2 low, 3 high, 4 marginal. */
export function gridColumn(places: CurvePlaces, channel: number, offset: number): Area {
  return columnArea(CURVES, channel * GRID_COLUMNS + offset, places.firstPoint, places.lastPoint);
}
