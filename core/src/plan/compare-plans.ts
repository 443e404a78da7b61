/** Scenarios A, B and C and the optimized split beside today's mix, all with the same total (A-29 … A-33). */

import type { Attribution } from "../attribute/attribution.ts";
import { meanMarginalAt } from "../attribute/steady-state.ts";
import type { BudgetPeriod, ChannelGroup } from "../data/brief.ts";
import { summarize } from "../numerics/interval.ts";
import { totalValue } from "../optimize/allocate-budget.ts";
import type { Allocation } from "../optimize/allocation.ts";
import type { OptimizeRules } from "../optimize/rules.ts";
import { type ChannelLimits, type SpendRange, statedRange } from "../optimize/spend-limits.ts";
import { periodWeeks } from "./budget-period.ts";
import { landing } from "./landing.ts";
import type { PlanRules } from "./rules.ts";
import type { PlanComparison, Scenario } from "./scenario.ts";
import { type ShiftRole, shiftSpend } from "./shift-spend.ts";

/** What the comparison starts from. */
export interface PlanInput {
  readonly attribution: Attribution;
  /** [channel] in currency per week. */
  readonly limits: readonly ChannelLimits[];
  readonly allocation: Allocation;
  readonly period: BudgetPeriod;
}

interface Rules {
  readonly plan: PlanRules;
  readonly optimize: OptimizeRules;
}

interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly spends: readonly number[];
  readonly wanted: number;
  readonly feasible: number;
  readonly limit: string | null;
}

/**
 * Lays the scenarios beside today's mix at the allocation's budget.
 *
 * @returns values per budget period with intervals draw by draw; "recommended" is the scenario whose mean delta is
 *   largest, or "C" (hold) when none gains.
 */
export function comparePlans(input: PlanInput, rules: Rules): PlanComparison {
  const { attribution, allocation, limits } = input;
  const current = allocation.channels.map((channel) => channel.current);
  const ranges = attribution.responses.map((response, channel) =>
    statedRange(response, limits[channel], current[channel], rules.optimize),
  );
  const proposals: Proposal[] = [
    shifted("A", "brand", rules.plan.brandShift, input, ranges, rules.plan),
    shifted("B", "performance", rules.plan.performanceShift, input, ranges, rules.plan),
    { id: "C", title: "Hold today's mix", spends: current, wanted: 0, feasible: 0, limit: null },
    {
      id: "O",
      title: "Optimized split within the cap",
      spends: allocation.channels.map((channel) => channel.capped),
      wanted: 0,
      feasible: 0,
      limit: null,
    },
  ];
  const weeks = periodWeeks(input.period, rules.plan);
  const today = scaled(totalValue(attribution.responses, current), weeks);
  const scenarios = proposals.map((proposal) => evaluate(proposal, input, current, today, weeks, rules.plan));
  const best = scenarios.reduce((a, b) => (b.delta.mean > a.delta.mean ? b : a));
  return {
    level: rules.plan.level,
    period: input.period,
    periodWeeks: weeks,
    total: allocation.budget * weeks,
    today: summarize(today, rules.plan.level),
    scenarios,
    recommended: best.delta.mean > 0 ? best.id : "C",
  };
}

const TITLES = { brand: "More brand", performance: "More performance" } as const;

/** Scenario A takes the offset from performance, B from brand, content and the rest. */
function roleOf(group: ChannelGroup, receiving: "brand" | "performance"): ShiftRole {
  if (group === receiving) return "receives";
  if (receiving === "brand") return group === "performance" ? "gives" : "stays";
  return "gives";
}

function shifted(
  id: string,
  receiving: "brand" | "performance",
  wanted: number,
  { attribution }: PlanInput,
  ranges: readonly SpendRange[],
  rules: PlanRules,
): Proposal {
  const channels = attribution.responses.map((response, channel) => ({
    role: roleOf(response.group, receiving),
    range: ranges[channel],
    marginal: meanMarginalAt(response, ranges[channel].current),
  }));
  const { spends, feasible } = shiftSpend(channels, wanted, rules.floorShare);
  const percent = Math.round(wanted * 100);
  const title = `${TITLES[receiving]}: +${percent}% to ${receiving}, same total`;
  return { id, title, spends, wanted, feasible, limit: limitSentence(channels, receiving, wanted, feasible) };
}

/** Rounding of the sums must not read as a limit. */
const SUM_ROUNDING = 1e-9;

function limitSentence(
  channels: ReadonlyArray<{ readonly role: ShiftRole }>,
  receiving: string,
  wanted: number,
  feasible: number,
): string | null {
  if (!channels.some((channel) => channel.role === "receives"))
    return `no channel is marked ${receiving} in the brief`;
  if (!channels.some((channel) => channel.role === "gives"))
    return "no channel is left to take the offset from";
  if (feasible >= wanted * (1 - SUM_ROUNDING)) return null;
  const reached = (feasible * 100).toFixed(1);
  return `the most that floors, contracts and the spend seen so far allow is +${reached}% instead of +${Math.round(wanted * 100)}%`;
}

function evaluate(
  proposal: Proposal,
  { attribution, limits }: PlanInput,
  current: readonly number[],
  today: Float64Array,
  weeks: number,
  rules: PlanRules,
): Scenario {
  const value = scaled(totalValue(attribution.responses, proposal.spends), weeks);
  const delta = value.map((amount, draw) => amount - today[draw]);
  const moves = proposal.spends.map((spend, channel) => Math.abs(spend - current[channel]));
  return {
    id: proposal.id,
    title: proposal.title,
    channels: attribution.responses.map((response, channel) => ({
      name: response.name,
      current: current[channel] * weeks,
      planned: proposal.spends[channel] * weeks,
      note: limits[channel].locked ? "contracted" : null,
    })),
    incremental: summarize(value, rules.level),
    delta: summarize(delta, rules.level),
    deltaShare: summarize(
      delta.map((amount, draw) => (today[draw] > 0 ? amount / today[draw] : 0)),
      rules.level,
    ),
    probabilityOfGain: delta.reduce((count, amount) => count + (amount > 0 ? 1 : 0), 0) / delta.length,
    ...landing(attribution.channels, moves, rules),
    wantedShift: proposal.wanted,
    feasibleShift: proposal.feasible,
    limit: proposal.limit,
  };
}

function scaled(values: Float64Array, factor: number): Float64Array {
  return values.map((value) => value * factor);
}
