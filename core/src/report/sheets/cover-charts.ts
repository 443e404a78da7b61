/** The two charts of the cover: what came back, and where the budget would go. */

import { mediaReturns } from "../channel-returns.ts";
import { areaAt, columnArea } from "../layout/address.ts";
import { intervalBarSeries } from "../layout/interval-bars.ts";
import { axisFormat } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { OPTIMIZE, optimizeChannels, optimizePlaces } from "../places/plan-places.ts";
import { ROI, roiChannels, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedChart } from "../workbook-plan.ts";

const FIRST_ROW = 10;
const ROWS = 10;

/** Charts by what the run shows; both read other sheets' cells. */
export function coverCharts(context: ReportContext): PlannedChart[] {
  const first =
    context.shows === "ranks"
      ? rankChart(context, { row: FIRST_ROW, column: 0, rows: ROWS, columns: 5 })
      : returnsChart(context, { row: FIRST_ROW, column: 0, rows: ROWS, columns: 4 });
  const { allocation } = context.results;
  return allocation?.kind === "allocated" ? [first, moveChart(context)] : [first];
}

/** ROAS or cost per unit with its interval, from the helper columns of the ROI sheet. */
export function returnsChart(context: ReportContext, at: PlannedChart["at"]): PlannedChart {
  const places = roiPlaces(context);
  const helpers = columnArea(ROI, places.helper, places.firstChannel, places.lastChannel);
  const money = context.shows === "money";
  const what = money ? "ROAS" : `Cost per unit of ${context.history.kpi.name}`;
  return {
    kind: "stackedBar",
    title: `${what}: bar = ${context.words.level}, mean where the color changes`,
    xTitle: null,
    yTitle: null,
    series: intervalBarSeries(helpers, roiChannels(places, "name")),
    at,
    valueFormat: returnAxis(context),
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: `${what} per channel as a bar over its ${context.words.level}.`,
  };
}

function moveChart(context: ReportContext): PlannedChart {
  const { allocation } = context.results;
  if (allocation?.kind !== "allocated") throw new RangeError("a chart of moves needs an allocation");
  const places = optimizePlaces(allocation.allocation);
  const categories = areaAt(columnArea(OPTIMIZE, 0, places.firstChannel, places.lastChannel));
  return {
    kind: "column",
    title: "Weekly spend now and recommended, same budget",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Now",
        categories,
        values: areaAt(optimizeChannels(places, places.current)),
        color: PALETTE.grayLight,
      },
      {
        name: "Recommended",
        categories,
        values: areaAt(optimizeChannels(places, places.capped)),
        color: PALETTE.accent,
      },
    ],
    at: { row: FIRST_ROW, column: 4, rows: ROWS, columns: 4 },
    valueFormat: axisFormat(
      allocation.allocation.channels.map((channel) => channel.current),
      context.words.currency,
    ),
    categoryFormat: null,
    labelEvery: 1,
    legend: true,
    alternative: "Two columns per channel: weekly spend now and recommended.",
  };
}

/** How sure each rank is, all that a directional run may draw. */
export function rankChart(context: ReportContext, at: PlannedChart["at"]): PlannedChart {
  const places = roiPlaces(context);
  const categories = areaAt(roiChannels(places, "name"));
  return {
    kind: "bar",
    title: "How sure the rank of each channel is",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Chance of its rank",
        categories,
        values: areaAt(roiChannels(places, "rankProbability")),
        color: PALETTE.accent,
      },
    ],
    at,
    valueFormat: "0%",
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "One bar per channel: the chance of the rank it was given.",
  };
}

/** The axis of returns: ratios with one decimal at most, or costs per unit in the run's currency. */
export function returnAxis(context: ReportContext): string {
  const { channels } = mediaReturns(context);
  if (context.shows === "money") {
    const isLarge = channels.some((each) => each.roas.hi >= 10);
    return isLarge ? '#,##0"x"' : '0.0"x"';
  }
  return axisFormat(
    channels.map((each) => each.cpik.hi),
    context.words.currency,
  );
}
