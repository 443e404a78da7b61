/** Dimension 4: whether the KPI is complete and steered by no single week (requirements §1Y). */

import { counted, plainNumber, shareInWords } from "../../data/wording.ts";
import { isConstant } from "../../numerics/moments.ts";
import type { AuditView } from "../audit-view.ts";
import { namedWeeks } from "../named-weeks.ts";
import { zScores } from "../outliers.ts";
import type { Dimension, Gap } from "../scorecard.ts";

/** Weeks of work: one of five working days. */
const ONE_DAY = 0.2;

export interface Peak {
  readonly week: string;
  /** Share of the KPI's sum of squares about its mean that this one week holds. */
  readonly share: number;
}

/** Score 4 for a complete KPI; 5 needs a tie to the P&L, which a table alone can not show. */
export function kpiDimension(view: AuditView): Dimension {
  const { history, facts } = view;
  const filled = history.imputed.find(({ column }) => column === history.kpi.name)?.cells ?? 0;
  const peak = largestWeek(view);
  const completeness = filled === 0 ? "complete" : `filled in for ${counted(filled, "week")}`;
  return {
    id: "kpi",
    score: score(view, filled / facts.weeks, peak.share),
    evidence: `${history.kpi.name} is ${completeness}; mean ${plainNumber(facts.kpi.mean)} a week, standard deviation ${shareInWords(facts.kpi.variation)} of it; the week of ${peak.week} alone holds ${shareInWords(peak.share)} of its variance${tieNote(view)}.`,
    gaps: [...peakGap(view, peak), ...filledGap(view, filled), ...(isTied(view) ? [] : [LEDGER_GAP])],
    limit: 5,
  };
}

/** A week's share of the variance is its squared z score over n − 1; weeks that an event names are explained. */
export function largestWeek({ history, rules }: AuditView): Peak {
  const named = namedWeeks(history, rules);
  const shares = zScores(history.kpi.values).map((z, week) =>
    named[week] ? 0 : z ** 2 / Math.max(1, history.weeks.length - 1),
  );
  const largest = shares.reduce((most, share) => Math.max(most, share), 0);
  return { week: history.weeks[Math.max(0, shares.indexOf(largest))] ?? "", share: Math.min(1, largest) };
}

function score(view: AuditView, missing: number, peakShare: number): number {
  const { history, rules } = view;
  if (isConstant(history.kpi.values)) return 1;
  if (missing > rules.kpiMissingPoor) return 2;
  if (missing > rules.kpiMissingGood || peakShare > rules.weekVarianceShare) return 3;
  return missing === 0 && isTied(view) ? 5 : 4;
}

function isTied({ reconciliation, rules }: AuditView): boolean {
  const gap = reconciliation?.kpiGap ?? null;
  return gap !== null && gap <= rules.ledgerTie;
}

function tieNote({ reconciliation }: AuditView): string {
  const gap = reconciliation?.kpiGap ?? null;
  return gap === null ? "" : `; it is ${shareInWords(gap)} off the P&L`;
}

const LEDGER_GAP: Gap = {
  ceiling: 4,
  missing: "a tie of the KPI to the P&L, month by month",
  where: "management accounts",
  owner: "finance",
  effort: "about 1 week",
  weeks: 1,
  blocks: false,
};

function peakGap({ rules }: AuditView, peak: Peak): Gap[] {
  if (peak.share <= rules.weekVarianceShare) return [];
  return [
    {
      missing: `the reason for the week of ${peak.week}, as an event in the brief`,
      where: "promotion calendar",
      owner: "e-commerce or sales lead",
      effort: "about 1 day",
      weeks: ONE_DAY,
      blocks: false,
      ceiling: 3,
    },
  ];
}

function filledGap({ facts, rules }: AuditView, filled: number): Gap[] {
  const share = filled / facts.weeks;
  if (filled === 0) return [];
  return [
    {
      missing: `the KPI of ${counted(filled, "week")}`,
      where: "shop or finance system",
      owner: "data analyst",
      effort: "about 1 day",
      weeks: ONE_DAY,
      blocks: false,
      ceiling: share > rules.kpiMissingPoor ? 2 : share > rules.kpiMissingGood ? 3 : 4,
    },
  ];
}
