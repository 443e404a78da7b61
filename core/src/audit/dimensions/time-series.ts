/** Dimension 1: how long and how unbroken the history is (requirements §1Y). */

import { counted } from "../../data/wording.ts";
import type { AuditView } from "../audit-view.ts";
import type { Dimension, Gap } from "../scorecard.ts";

/** Weeks of work: one of five working days. */
const ONE_DAY = 0.2;

/** Score 5 from two full years without a gap, down to 1 below `directionalWeeks`. */
export function timeSeriesDimension(view: AuditView): Dimension {
  const { history, facts, rules } = view;
  const gaps = missingWeeks(view);
  const share = gaps / facts.weeks;
  const first = history.weeks[0] ?? "";
  const last = history.weeks.at(-1) ?? "";
  const holes = gaps === 0 ? "without a gap" : `with ${counted(gaps, "missing week")} filled in`;
  const star =
    gaps === 0 && facts.weeks >= rules.preferredWeeks ? " (three years: the preferred length)" : "";
  return {
    id: "timeSeries",
    score: score(view, share),
    evidence: `${counted(facts.weeks, "week")} from ${first} to ${last}, ${holes}${star}.`,
    gaps: [...shortGap(view), ...(gaps > 0 ? [holeGap(gaps, holesCeiling(view, share))] : [])],
    limit: 5,
  };
}

/** A week missing from the table was filled in every column: the column filled least bounds their number. */
function missingWeeks({ history }: AuditView): number {
  const columns = [history.kpi.name, ...history.channels.map(({ column }) => column)];
  const filled = columns.map((name) => history.imputed.find(({ column }) => column === name)?.cells ?? 0);
  return Math.min(...filled);
}

function score({ facts, rules }: AuditView, gapShare: number): number {
  const { weeks } = facts;
  if (weeks < rules.directionalWeeks) return 1;
  if (weeks < rules.caveatWeeks || gapShare > rules.gapShareFair) return 2;
  if (weeks >= rules.fullWeeks && gapShare === 0) return 5;
  if (weeks >= rules.fullWeeks && gapShare <= rules.gapShareGood) return 4;
  return weeks >= rules.goodWeeks && gapShare === 0 ? 4 : 3;
}

/** What so many weeks score without a hole. */
function lengthCeiling({ facts, rules }: AuditView): number {
  if (facts.weeks < rules.directionalWeeks) return 1;
  if (facts.weeks < rules.caveatWeeks) return 2;
  return facts.weeks < rules.goodWeeks ? 3 : 4;
}

/** What so many holes score however long the history is. */
function holesCeiling({ rules }: AuditView, share: number): number {
  if (share > rules.gapShareFair) return 2;
  return share > rules.gapShareGood ? 3 : 4;
}

function shortGap(view: AuditView): Gap[] {
  const { facts, rules } = view;
  if (facts.weeks >= rules.fullWeeks) return [];
  return [
    {
      missing: `${counted(rules.fullWeeks - facts.weeks, "more week")} of history`,
      where: "older exports of the shop or finance system and of the ad platforms",
      owner: "data analyst",
      effort: "about 1 week",
      weeks: 1,
      blocks: facts.weeks < rules.directionalWeeks,
      ceiling: lengthCeiling(view),
    },
  ];
}

function holeGap(gaps: number, ceiling: number): Gap {
  return {
    missing: `figures for ${counted(gaps, "missing week")}`,
    where: "the systems that the other weeks came from",
    owner: "data analyst",
    effort: "about 1 day",
    weeks: ONE_DAY,
    blocks: false,
    ceiling,
  };
}
