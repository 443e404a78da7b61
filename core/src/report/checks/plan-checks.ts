/** Checks of scenarios, the optimized split and the curves behind them. */

import type { Allocation } from "../../optimize/allocation.ts";
import type { PlanComparison } from "../../plan/scenario.ts";
import { areaAt, cellAt, columnArea } from "../layout/address.ts";
import { CURVES, curvePlaces, gridColumn } from "../places/curve-places.ts";
import {
  OPTIMIZE,
  optimizeChannels,
  optimizePlaces,
  SCENARIOS,
  scenarioPlaces,
} from "../places/plan-places.ts";
import type { ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import { type LiveNumber, methodologyLimit, type WorkbookCheck } from "./workbook-check.ts";

/** All checks of plans that this run has. */
export function planChecks(context: ReportContext): WorkbookCheck[] {
  const { plans, allocation } = context.results;
  return [
    ...curveChecks(context),
    ...(plans === null ? [] : [scenarioCheck(context, plans)]),
    ...(allocation?.kind === "allocated" ? allocationChecks(context, allocation.allocation) : []),
  ];
}

function curveChecks(context: ReportContext): WorkbookCheck[] {
  const { channels } = context.results.attribution;
  const places = curvePlaces(channels);
  const falls = channels.map((_, index) => {
    const grid = gridColumn(places, index, 1);
    const later = areaAt({ ...grid, top: grid.top + 1 });
    const earlier = areaAt({ ...grid, bottom: grid.bottom - 1 });
    return `SUMPRODUCT((${later}<${earlier})*1)`;
  });
  const value = sumOf(channels.map((channel) => fallsOf(channel.curve.value.mean)));
  return [
    {
      id: "K-12",
      says: "More spend never brings less: points at which a curve falls",
      value: { formula: falls.join("+"), value },
      limit: 0,
      holds: "most",
      format: "0",
      sheet: CURVES,
    },
  ];
}

function fallsOf(values: Float64Array): number {
  return values.filter((value, point) => point > 0 && value < (values[point - 1] ?? value)).length;
}

function scenarioCheck(context: ReportContext, plans: PlanComparison): WorkbookCheck {
  const places = scenarioPlaces(plans, context.history.channels.length);
  const totals = areaAt(columnArea(SCENARIOS, 2, places.firstScenario, places.lastScenario));
  const sums = plans.scenarios.map((scenario) => sumOf(scenario.channels.map((channel) => channel.planned)));
  return {
    id: "K-13",
    says: "Every scenario spends the same total",
    value: { formula: `MAX(${totals})/MIN(${totals})-1`, value: Math.max(...sums) / Math.min(...sums) - 1 },
    limit: methodologyLimit(context, "report.footing", context.rules.footing),
    holds: "most",
    format: "0.0E+00",
    sheet: SCENARIOS,
  };
}

function allocationChecks(context: ReportContext, allocation: Allocation): WorkbookCheck[] {
  const places = optimizePlaces(allocation);
  const total = (column: number): string => cellAt(OPTIMIZE, places.totalRow, column);
  const budget = cellAt(OPTIMIZE, places.budgetRow, 1);
  const footing = methodologyLimit(context, "report.footing", context.rules.footing);
  const shared = { holds: "most", sheet: OPTIMIZE, limit: footing, format: "0.0E+00" } as const;
  const off = (column: number): string => `ABS(${total(column)}/${budget}-1)`;
  const sums = (field: "raw" | "capped"): number =>
    sumOf(allocation.channels.map((channel) => channel[field]));
  const far = (sum: number): number => Math.abs(sum / allocation.budget - 1);
  return [
    {
      id: "K-14",
      says: "Both splits spend exactly the budget",
      value: {
        formula: `MAX(${off(places.capped)},${off(places.raw)})`,
        value: Math.max(far(sums("capped")), far(sums("raw"))),
      },
      ...shared,
    },
    {
      id: "K-15",
      says: "The moves add up to the change of the total, so nothing is lost between channels",
      value: {
        formula: `ABS(SUM(${areaAt(optimizeChannels(places, places.change))})-(${total(places.capped)}-${total(places.current)}))/${budget}`,
        value: 0,
      },
      ...shared,
    },
    {
      id: "K-16",
      says: "Every recommended spend lies inside its limits: channels that do not",
      value: outsideLimits(
        allocation,
        typeof footing === "number" ? { formula: String(footing), value: footing } : footing,
      ),
      ...shared,
      limit: 0,
      format: "0",
    },
  ];
}

function outsideLimits(allocation: Allocation, tolerance: LiveNumber): LiveNumber {
  const places = optimizePlaces(allocation);
  const area = (column: number): string => areaAt(optimizeChannels(places, column));
  const slack = `${tolerance.formula}*${cellAt(OPTIMIZE, places.budgetRow, 1)}`;
  const below = `(${area(places.least)}-${area(places.capped)}>${slack})`;
  const above = `(${area(places.capped)}-${area(places.most)}>${slack})`;
  const room = tolerance.value * allocation.budget;
  const outside = allocation.channels.filter(
    ({ capped, least, most }) => least - capped > room || capped - most > room,
  );
  return { formula: `SUMPRODUCT(${below}+${above})`, value: outside.length };
}
