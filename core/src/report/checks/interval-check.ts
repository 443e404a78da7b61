/** The check that every estimate stands between its low and high end. */

import type { Interval } from "../../numerics/interval.ts";
import { mediaReturns } from "../channel-returns.ts";
import { type Area, areaAt, columnArea } from "../layout/address.ts";
import { CONTRIBUTIONS, contributionPlaces } from "../places/contribution-places.ts";
import { OPTIMIZE, optimizePlaces, SCENARIOS, scenarioPlaces } from "../places/plan-places.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { componentsOf } from "../sheets/contributions-sheet.ts";
import { sumOf } from "../sums.ts";
import type { WorkbookCheck } from "./workbook-check.ts";

interface Triplets {
  readonly mean: Area;
  readonly low: Area;
  readonly high: Area;
  readonly intervals: readonly Interval[];
}

/** One check over ROI, Contributions, Scenarios and Optimize: how many intervals are out of order. */
export function intervalCheck(context: ReportContext): WorkbookCheck {
  const all = [...returnTriplets(context), ...contributionTriplets(context), ...planTriplets(context)];
  const formula = all
    .map(
      ({ mean, low, high }) =>
        `SUMPRODUCT((${areaAt(low)}>${areaAt(mean)})+(${areaAt(mean)}>${areaAt(high)}))`,
    )
    .join("+");
  return {
    id: "K-17",
    says: "Every mean lies between its low and its high end: those that do not",
    value: { formula, value: sumOf(all.map(({ intervals }) => disordered(intervals))) },
    limit: 0,
    holds: "most",
    format: "0",
    sheet: ROI,
  };
}

function disordered(intervals: readonly Interval[]): number {
  return sumOf(intervals.map(({ mean, lo, hi }) => Number(lo > mean) + Number(mean > hi)));
}

/** Three neighboring columns: mean, low, high. */
function neighbors(
  sheet: string,
  mean: number,
  top: number,
  bottom: number,
  intervals: readonly Interval[],
): Triplets {
  const column = (offset: number): Area => columnArea(sheet, mean + offset, top, bottom);
  return { mean: column(0), low: column(1), high: column(2), intervals };
}

function returnTriplets(context: ReportContext): Triplets[] {
  const places = roiPlaces(context);
  const { channels } = mediaReturns(context);
  const at = (
    key: "revenueMean" | "roasMean" | "kpiMean" | "cpikMean",
    intervals: readonly Interval[],
  ): Triplets => neighbors(ROI, places.column(key), places.firstChannel, places.lastChannel, intervals);
  if (context.shows === "units") {
    return [
      at(
        "kpiMean",
        channels.map((each) => each.kpi),
      ),
      at(
        "cpikMean",
        channels.map((each) => each.cpik),
      ),
    ];
  }
  return [
    at(
      "revenueMean",
      channels.map((each) => each.revenue),
    ),
    at(
      "roasMean",
      channels.map((each) => each.roas),
    ),
  ];
}

function contributionTriplets(context: ReportContext): Triplets[] {
  const components = componentsOf(context);
  const places = contributionPlaces(components.length - 1, context.history.weeks.length);
  const row = (at: number): Area => ({
    sheet: CONTRIBUTIONS,
    top: at,
    bottom: at,
    left: places.baseline,
    right: places.lastComponent,
  });
  const intervals = components.map(({ weekly, total }) => ({ ...total, mean: sumOf(weekly) }));
  // the run's own means, so that a changed week is the business of the checks of totals
  return [{ mean: row(places.runRow), low: row(places.lowRow), high: row(places.highRow), intervals }];
}

function planTriplets({ results, history }: ReportContext): Triplets[] {
  const triplets: Triplets[] = [];
  if (results.plans !== null) {
    const places = scenarioPlaces(results.plans, history.channels.length);
    const { scenarios } = results.plans;
    const at = (column: number, intervals: readonly Interval[]): Triplets =>
      neighbors(SCENARIOS, column, places.firstScenario, places.lastScenario, intervals);
    triplets.push(
      at(
        places.value,
        scenarios.map((each) => each.incremental),
      ),
    );
    triplets.push(
      at(
        places.delta,
        scenarios.map((each) => each.delta),
      ),
    );
  }
  if (results.allocation?.kind === "allocated") {
    const { allocation } = results.allocation;
    const { gainRow } = optimizePlaces(allocation);
    const intervals = [allocation.currentValue, allocation.rawGain, allocation.cappedGain];
    triplets.push(neighbors(OPTIMIZE, 1, gainRow + 1, gainRow + 3, intervals));
  }
  return triplets;
}
