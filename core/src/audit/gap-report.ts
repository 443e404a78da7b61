/** What is missing, where to get it and what it costs: one line per gap. */

import type { AuditCostRules } from "./rules.ts";
import type { Dimension, DimensionId, Gap } from "./scorecard.ts";

/** One gap as the JSON contract has it, and the dimension that it belongs to. */
export interface GapReport {
  readonly dimension: DimensionId;
  readonly missing: string;
  readonly where: string;
  readonly owner: string;
  readonly effort: string;
  /** Currency: working days times the day rate, an assumption and no finding. */
  readonly costMoney: number;
  readonly costWeeks: number;
  /** True: nothing can be fitted without it; false: workable. */
  readonly blocked: boolean;
}

/** Below this score a dimension's gaps are reported. */
const GOOD = 4;

/**
 * The gaps of every dimension below 4, the weakest dimension first.
 *
 * @returns e.g. exposure at 2 with a week of work at 500 a day: costMoney 2500, costWeeks 1, blocked false.
 */
export function gapReports(dimensions: readonly Dimension[], rules: AuditCostRules): GapReport[] {
  const weak = dimensions.filter(({ score }) => score < GOOD);
  const weakestFirst = [...weak].sort((first, second) => first.score - second.score);
  return weakestFirst.flatMap(({ id, gaps }) => gaps.map((gap) => gapReport(id, gap, rules)));
}

/** One gap with its cost. */
export function gapReport(dimension: DimensionId, gap: Gap, rules: AuditCostRules): GapReport {
  const { missing, where, owner, effort, weeks, blocks } = gap;
  return {
    dimension,
    missing,
    where,
    owner,
    effort,
    costMoney: Math.round(workDays(weeks, rules) * rules.dayRate),
    costWeeks: weeks,
    blocked: blocks,
  };
}

/** Whole working days of an effort in weeks: 0.2 of five days is one day. */
export function workDays(weeks: number, { weekDays }: AuditCostRules): number {
  return Math.max(1, Math.ceil(Number((weeks * weekDays).toFixed(2))));
}
