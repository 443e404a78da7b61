/** The cheapest way to a better score in 60 days, with dates. */

import { daysFromIso, isoDate, weekday } from "../data/calendar.ts";
import { overallScore } from "./biggest-unlock.ts";
import { type GapReport, gapReport, workDays } from "./gap-report.ts";
import type { AuditCostRules } from "./rules.ts";
import { scoreAfter } from "./score-after.ts";
import type { Dimension, Gap } from "./scorecard.ts";

/** One gap to close, with its dates. */
export interface PrepTask extends GapReport {
  /** ISO dates of the first and last working day. */
  readonly start: string;
  readonly end: string;
  readonly days: number;
  /** Score of the dimension before and after this task. */
  readonly from: number;
  readonly to: number;
}

export interface PrepPlan {
  readonly start: string;
  /** Last day of the plan's time. */
  readonly until: string;
  /** In order of their dates. */
  readonly tasks: readonly PrepTask[];
  readonly overallNow: number;
  /** Overall score once all tasks are done. */
  readonly overallThen: number;
  readonly costMoney: number;
}

interface Option {
  readonly dimension: Dimension;
  readonly gap: Gap;
  readonly report: GapReport;
  readonly days: number;
}

const READY = 5;
const SEARCHED = 14; // gaps, as many as a scorecard can have: 16,384 sets, all of which are tried

/**
 * Tries every set of gaps that fits into the time, and takes the cheapest of those with the best overall score.
 *
 * A dimension scores what the rubric gives with those gaps closed (score-after.ts). Owners work side by side, each on one task
 * at a time, Monday to Friday.
 *
 * @param start - ISO date of the first day.
 * @param cap - what filled cells hold the overall score at.
 * @returns no task when nothing in reach lifts the overall score; e.g. the exposure gap alone where it takes 3 to 4.
 * @throws RangeError when `start` is no ISO date.
 */
export function prepPlan(
  dimensions: readonly Dimension[],
  start: string,
  rules: AuditCostRules,
  cap: number = READY,
): PrepPlan {
  const day = daysFromIso(start);
  if (day === null) throw new RangeError(`start must be an ISO date, not ${start}`);
  const options = optionsOf(dimensions, rules);
  const overallNow = Math.min(cap, overallScore(dimensions.map(({ score }) => score)));
  let best: { readonly chosen: readonly Option[]; readonly overall: number; readonly cost: number } = {
    chosen: [],
    overall: overallNow,
    cost: 0,
  };
  for (let set = 1; set < 2 ** options.length; set++) {
    const chosen = options.filter((_, place) => Math.floor(set / 2 ** place) % 2 === 1);
    const cost = chosen.reduce((sum, { report }) => sum + report.costMoney, 0);
    const overall = Math.min(cap, overallScore(scoresAfter(dimensions, chosen)));
    const isBetter = overall > best.overall || (overall === best.overall && cost < best.cost);
    if (isBetter && lastDay(chosen, day) < day + rules.planDays) best = { chosen, overall, cost };
  }
  return {
    start,
    until: isoDate(day + rules.planDays - 1),
    tasks: schedule(best.chosen, day),
    overallNow,
    overallThen: best.overall,
    costMoney: best.cost,
  };
}

/** The gaps of dimensions that are not ready, cheapest first. */
function optionsOf(dimensions: readonly Dimension[], rules: AuditCostRules): Option[] {
  return dimensions
    .filter(({ score }) => score < READY)
    .flatMap((dimension) =>
      dimension.gaps.map((gap) => ({
        dimension,
        gap,
        report: gapReport(dimension.id, gap, rules),
        days: workDays(gap.weeks, rules),
      })),
    )
    .sort((first, second) => first.days - second.days)
    .slice(0, SEARCHED);
}

function scoresAfter(dimensions: readonly Dimension[], chosen: readonly Option[]): number[] {
  const closed = new Set(chosen.map(({ gap }) => gap));
  return dimensions.map((dimension) =>
    scoreAfter(dimension, new Set(dimension.gaps.filter((gap) => closed.has(gap)))),
  );
}

/** Dates of the tasks: an owner's follow each other, cheapest first. */
function schedule(chosen: readonly Option[], start: number): PrepTask[] {
  const free = new Map<string, number>();
  const closed = new Set<Gap>();
  const tasks = chosen.map(({ dimension, gap, report, days }) => {
    const first = workingDay(free.get(report.owner) ?? start);
    const last = addWorkingDays(first, days - 1);
    free.set(report.owner, last + 1);
    const own = () => new Set(dimension.gaps.filter((each) => closed.has(each)));
    const from = scoreAfter(dimension, own());
    closed.add(gap);
    const to = scoreAfter(dimension, own());
    return { ...report, start: isoDate(first), end: isoDate(last), days, from, to };
  });
  return tasks.sort((first, second) =>
    first.start < second.start ? -1 : Number(first.start > second.start),
  );
}

function lastDay(chosen: readonly Option[], start: number): number {
  return schedule(chosen, start).reduce((last, { end }) => Math.max(last, daysFromIso(end) ?? 0), start);
}

const FRIDAY = 4;
const WEEK = 7;

/** The day itself, or the Monday after a weekend. */
function workingDay(day: number): number {
  return weekday(day) > FRIDAY ? day + WEEK - weekday(day) : day;
}

function addWorkingDays(day: number, count: number): number {
  let last = day;
  for (let step = 0; step < count; step++) last = workingDay(last + 1);
  return last;
}
