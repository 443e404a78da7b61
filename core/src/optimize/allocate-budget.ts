/** Moves a weekly budget to where it earns most, within limits, with the gain from every draw. */

import type { ChannelResponse } from "../attribute/attribution.ts";
import { meanCurve, meanMarginalAt, valueAt } from "../attribute/steady-state.ts";
import { summarize } from "../numerics/interval.ts";
import type { Allocation, AllocationOutcome } from "./allocation.ts";
import { bestSplit } from "./best-split.ts";
import type { OptimizeRules } from "./rules.ts";
import { bindingAt, type ChannelLimits, cappedRange, type SpendRange, statedRange } from "./spend-limits.ts";

/**
 * The best split of a weekly budget on the mean of the draws' responses, without and with the cap (D-16, D-17).
 *
 * @param responses - [channel] draw-level responses.
 * @param limits - [channel] the user's limits in currency per week.
 * @param budget - currency per week; null spends what is spent today. Today's mix is scaled to it, so that gains
 *   compare equal totals.
 * @returns the split with gains over today's mix draw by draw, or why the limits cannot hold the budget.
 */
export function allocateBudget(
  responses: readonly ChannelResponse[],
  limits: readonly ChannelLimits[],
  budget: number | null,
  rules: OptimizeRules,
): AllocationOutcome {
  const today = sumOf(responses.map((response) => response.currentWeekly));
  if (today <= 0)
    return infeasible("no channel has spent anything in the last weeks", "there is nothing to move yet");
  const total = budget ?? today;
  const current = scaleToday(responses, limits, total);
  if (current === null)
    return infeasible("contracted spend alone exceeds the budget", "raise the budget or free a contract");
  const stated = responses.map((response, channel) =>
    statedRange(response, limits[channel], current[channel], rules),
  );
  const capped = stated.map((range) => cappedRange(range, rules));
  const problem = holdProblem(responses, stated, total) ?? holdProblem(responses, capped, total);
  if (problem !== null) return problem;
  const raw = split(responses, stated, total);
  const recommended = split(responses, capped, total);
  return {
    kind: "allocated",
    allocation: describe(responses, { current, capped, raw, recommended, total }, rules),
  };
}

/** Today's mix scaled to the budget; contracted channels keep their spend. */
function scaleToday(
  responses: readonly ChannelResponse[],
  limits: readonly ChannelLimits[],
  total: number,
): number[] | null {
  const fixed = sumOf(
    responses.map((response, channel) => (limits[channel].locked ? response.currentWeekly : 0)),
  );
  const free = sumOf(responses.map((response) => response.currentWeekly)) - fixed;
  if (total < fixed || (free === 0 && total > fixed)) return null;
  const scale = free === 0 ? 0 : (total - fixed) / free;
  return responses.map((response, channel) => response.currentWeekly * (limits[channel].locked ? 1 : scale));
}

/** Sums of bounds that equal the budget up to this share of it do hold it. */
const SUM_ROUNDING = 1e-9;

function holdProblem(
  responses: readonly ChannelResponse[],
  ranges: readonly SpendRange[],
  total: number,
): AllocationOutcome | null {
  const rounding = SUM_ROUNDING * total;
  const crossed = ranges.findIndex((range) => range.least > range.most + rounding);
  if (crossed >= 0) {
    return infeasible(
      `${responses[crossed].name} must spend at least ${whole(ranges[crossed].least)} a week but may spend at most ${whole(ranges[crossed].most)}`,
      "lower its minimum, raise its maximum, or shorten the contract; spend above the largest week seen is not estimated",
    );
  }
  const least = sumOf(ranges.map((range) => range.least));
  const most = sumOf(ranges.map((range) => range.most));
  if (least > total + rounding) {
    return infeasible(
      `the minimums sum to ${whole(least)} a week, the budget is ${whole(total)}`,
      "lower a minimum or raise the budget",
    );
  }
  if (most < total - rounding) {
    return infeasible(
      `the channels can take ${whole(most)} a week within their limits and the spend seen so far, the budget is ${whole(total)}`,
      "lower the budget, or plan a test at higher spend first",
    );
  }
  return null;
}

function split(
  responses: readonly ChannelResponse[],
  ranges: readonly SpendRange[],
  total: number,
): readonly number[] {
  const curves = ranges.map((range, channel) => ({
    least: range.least,
    most: range.most,
    valueAt: meanCurve(responses[channel]),
  }));
  return bestSplit(curves, total).spends;
}

interface Plans {
  readonly current: readonly number[];
  readonly capped: readonly SpendRange[];
  readonly raw: readonly number[];
  readonly recommended: readonly number[];
  readonly total: number;
}

function describe(responses: readonly ChannelResponse[], plans: Plans, rules: OptimizeRules): Allocation {
  const today = totalValue(responses, plans.current);
  const gain = minus(totalValue(responses, plans.recommended), today);
  return {
    budget: plans.total,
    channels: responses.map((response, channel) => ({
      name: response.name,
      current: plans.current[channel],
      raw: plans.raw[channel],
      capped: plans.recommended[channel],
      least: plans.capped[channel].least,
      most: plans.capped[channel].most,
      marginalBefore: meanMarginalAt(response, plans.current[channel]),
      marginalAfter: meanMarginalAt(response, plans.recommended[channel]),
      binding: bindingAt(plans.capped[channel], plans.recommended[channel]),
    })),
    level: rules.level,
    currentValue: summarize(today, rules.level),
    rawGain: summarize(minus(totalValue(responses, plans.raw), today), rules.level),
    cappedGain: summarize(gain, rules.level),
    probabilityOfGain: gain.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / gain.length,
  };
}

/**
 * Value per week of a plan over all channels.
 *
 * @param spends - [channel] currency per week.
 * @returns [draw]
 */
export function totalValue(responses: readonly ChannelResponse[], spends: readonly number[]): Float64Array {
  const draws = responses[0]?.ceiling.length ?? 0;
  const values = new Float64Array(draws);
  responses.forEach((response, channel) => {
    for (let draw = 0; draw < draws; draw++) values[draw] += valueAt(response, draw, spends[channel]);
  });
  return values;
}

function minus(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, draw) => value - second[draw]);
}

function infeasible(reason: string, remedy: string): AllocationOutcome {
  return { kind: "infeasible", reason, remedy };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function whole(amount: number): string {
  return Math.round(amount).toLocaleString("en-US");
}
