/** Where scenarios and the optimized split stand on their sheets. */

import type { Allocation } from "../../optimize/allocation.ts";
import type { PlanComparison } from "../../plan/scenario.ts";
import { type Area, columnArea } from "../layout/address.ts";

export const SCENARIOS = "Scenarios";
export const OPTIMIZE = "Optimize";

/** Zero-based; the channel table has today in column 1 and one column per scenario after it. */
export interface ScenarioPlaces {
  readonly headRow: number;
  readonly firstScenario: number;
  readonly lastScenario: number;
  readonly value: number;
  readonly delta: number;
  readonly deltaShare: number;
  readonly chartRow: number;
  readonly planHeadRow: number;
  readonly firstChannel: number;
  readonly lastChannel: number;
  readonly totalRow: number;
  readonly today: number;
  readonly firstPlan: number;
  readonly helper: number;
}

const CHART_ROWS = 18;

/** The layout of the Scenarios sheet. */
export function scenarioPlaces(plans: PlanComparison, channels: number): ScenarioPlaces {
  const headRow = 4;
  const firstScenario = headRow + 2;
  const lastScenario = firstScenario + plans.scenarios.length - 1;
  const chartRow = lastScenario + 3;
  const planHeadRow = chartRow + CHART_ROWS + 2;
  const firstChannel = planHeadRow + 1;
  return {
    headRow,
    firstScenario,
    lastScenario,
    value: 3,
    delta: 6,
    deltaShare: 9,
    chartRow,
    planHeadRow,
    firstChannel,
    lastChannel: firstChannel + channels - 1,
    totalRow: firstChannel + channels,
    today: 2,
    firstPlan: 3,
    helper: 18,
  };
}

/** Zero-based; one row per channel. */
export interface OptimizePlaces {
  readonly headRow: number;
  readonly firstChannel: number;
  readonly lastChannel: number;
  readonly totalRow: number;
  readonly current: number;
  readonly capped: number;
  readonly change: number;
  readonly changeShare: number;
  readonly raw: number;
  readonly least: number;
  readonly most: number;
  readonly marginalBefore: number;
  readonly marginalAfter: number;
  readonly binding: number;
  readonly budgetRow: number;
  readonly gainRow: number;
  readonly chartRow: number;
}

/** The layout of the Optimize sheet. */
export function optimizePlaces({ channels }: Allocation): OptimizePlaces {
  const headRow = 4;
  const firstChannel = headRow + 1;
  const totalRow = firstChannel + channels.length;
  return {
    headRow,
    firstChannel,
    lastChannel: totalRow - 1,
    totalRow,
    current: 1,
    capped: 2,
    change: 3,
    changeShare: 4,
    raw: 5,
    least: 6,
    most: 7,
    marginalBefore: 8,
    marginalAfter: 9,
    binding: 10,
    budgetRow: totalRow + 2,
    gainRow: totalRow + 3,
    chartRow: totalRow + 9,
  };
}

/** The channels' cells of one column of the Optimize sheet. */
export function optimizeChannels(places: OptimizePlaces, column: number): Area {
  return columnArea(OPTIMIZE, column, places.firstChannel, places.lastChannel);
}

/** The channels' cells of one column of the plan table on the Scenarios sheet. */
export function scenarioChannels(places: ScenarioPlaces, column: number): Area {
  return columnArea(SCENARIOS, column, places.firstChannel, places.lastChannel);
}
