/** Gives a stated return the unit that the history's KPI is valued in. */

import type { ChannelBrief, PriorChoice } from "./brief.ts";
import type { MediaHistory } from "./media-history.ts";
import { at, found, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";

/**
 * The prior of a channel as a model takes it.
 *
 * @param channel - of the brief.
 * @param kpi - of the history; each of its units may have a value in money.
 * @returns a return in the KPI's value per unit of spend: one stated in KPI units is multiplied by what a unit was worth
 *   on average, e.g. 1/60 to 1/20 orders per dollar at 90 dollars an order are 1.5 to 4.5 dollars. Null with a stop where
 *   the two can not be brought together.
 */
export function resolvePrior(
  source: Source,
  { name, prior }: ChannelBrief,
  kpi: MediaHistory["kpi"],
): Noted<PriorChoice | null> {
  if (prior === null || prior.kind !== "return") return { value: prior, notes: NO_NOTES };
  const { kind, low, high, level, unit } = prior;
  const valued = kpi.revenuePerKpi !== null;
  if (unit === "kpi" && kpi.kind === "money") return { value: null, notes: moneyKpi(source, name) };
  if (unit === "money" && !valued) return { value: null, notes: noValue(source, name, kpi.name) };
  const factor = unit === "kpi" && valued ? valuePerUnit(kpi) : 1;
  return { value: { kind, low: low * factor, high: high * factor, level }, notes: NO_NOTES };
}

/** Currency per KPI unit over the whole window: each week counts by its units, as it does in the channel's return. */
function valuePerUnit({ values, revenuePerKpi }: MediaHistory["kpi"]): number {
  let [money, units] = [0, 0];
  values.forEach((value, week) => {
    money += value * (revenuePerKpi?.[week] ?? 1);
    units += value;
  });
  return money / units;
}

function moneyKpi(source: Source, name: string): Notes {
  return found(
    "stop",
    "BRIEF",
    at(source, null),
    `The prior of "${name}" speaks of single units of the KPI, but the KPI is money.`,
    'Say what comes back per unit of spend, such as "between 0.5 and 4 dollars per dollar, 90% sure", or write "kpiKind: count" if the KPI counts orders, leads or the like.',
  );
}

function noValue(source: Source, name: string, kpi: string): Notes {
  return found(
    "stop",
    "BRIEF",
    at(source, null),
    `The prior of "${name}" speaks of money that comes back, but it is not known what one unit of "${kpi}" is worth.`,
    'Give "revenuePerKpi" in the brief\'s table, or say what one unit costs, such as "between 20 and 60 dollars per order, 80% sure".',
  );
}
