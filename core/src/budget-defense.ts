/** The main path: from a weekly table of spend and revenue to a budget that finance can defend. */

import type { Attribution } from "./attribute/attribution.ts";
import { auditReadiness } from "./audit/audit-readiness.ts";
import type { Scorecard } from "./audit/scorecard.ts";
import type { Brief } from "./data/brief.ts";
import type { MediaHistory } from "./data/media-history.ts";
import { readHistories } from "./data/read-histories.ts";
import type { Reading } from "./data/reading.ts";
import type { FitHealth } from "./diagnose/fit-health.ts";
import type { Methodology, Rules } from "./govern/methodology.ts";
import { priorSentences } from "./govern/prior-sentences.ts";
import { recordRun } from "./govern/record-run.ts";
import { type FitHost, fitKpi, type KpiFit } from "./kpi-fit.ts";
import { KERNEL } from "./model/kernel/choose-kernel.ts";
import { allocateBudget } from "./optimize/allocate-budget.ts";
import { periodWeeks } from "./plan/budget-period.ts";
import { channelLimits } from "./plan/channel-limits.ts";
import { comparePlans } from "./plan/compare-plans.ts";
import { reportBudgetDefense } from "./report/budget-defense.ts";
import type { DefenseResults, Refusal, RefusedResults } from "./report/defense-results.ts";
import { reportRefusal } from "./report/refusal.ts";
import type { WorkbookPlan } from "./report/workbook-plan.ts";
import type { Table } from "./spreadsheet/table.ts";

/** The machine and the moment: threads, the day (IN-27) and the time that the run is recorded under. */
export interface DefenseHost extends FitHost {
  /** ISO date. */
  readonly today: string;
  /** ISO timestamp. */
  readonly now: string;
}

export type DefenseOutcome =
  /** Bad input or an open question: the reading says which (exit 2). */
  | { readonly kind: "unreadable"; readonly reading: Reading }
  /** A gate refused: the workbook says why and estimates nothing (exit 3). */
  | {
      readonly kind: "refused";
      readonly reading: Reading;
      readonly results: RefusedResults;
      readonly workbook: WorkbookPlan;
    }
  | {
      readonly kind: "defended";
      readonly reading: Reading;
      readonly fit: KpiFit;
      readonly results: DefenseResults;
      readonly workbook: WorkbookPlan;
    };

/** From tables of spend and revenue to a budget that finance can defend. */
export async function defendBudget(
  tables: readonly Table[],
  brief: Brief,
  methodology: Methodology,
  host: DefenseHost,
): Promise<DefenseOutcome> {
  const { rules } = methodology;
  const reading = readHistories(tables, brief, rules.data, host.today);
  const { history } = reading;
  if (history === null) return { kind: "unreadable", reading };

  const scorecard = auditReadiness(history, rules.audit, reading);
  const dossier: Dossier = { history, reading, brief, methodology, scorecard, now: host.now };
  if (scorecard.refusal !== null) return refuse(dossier, scorecard.refusal, null);

  const fit = await fitKpi(history, brief, scorecard.tier, rules, host);
  if ("gate" in fit) return refuse(dossier, fit, null);
  if (fit.health.verdict === "fail") return refuse(dossier, notConverged(fit.health), fit);

  const { allocation, plans } = moveMoney(fit.attribution, history, brief, scorecard, rules);
  const results = gather(dossier, fit, allocation, plans);
  return { kind: "defended", reading, fit, results, workbook: reportBudgetDefense(results) };
}

/** What is known of a run before anything is fitted. */
interface Dossier {
  readonly history: MediaHistory;
  readonly reading: Reading;
  readonly brief: Brief;
  readonly methodology: Methodology;
  readonly scorecard: Scorecard;
  readonly now: string;
}

/** The budget moved and the scenarios compared; neither in the tiers that carry no estimates (X-01, decisions §2). */
function moveMoney(
  attribution: Attribution,
  history: MediaHistory,
  brief: Brief,
  scorecard: Scorecard,
  rules: Rules,
): Pick<DefenseResults, "allocation" | "plans"> {
  if (scorecard.tier === "directional" || scorecard.tier === "prior-driven")
    return { allocation: null, plans: null };
  const { amount, period } = brief.budget;
  const weeks = periodWeeks(period, rules.plan);
  const limits = channelLimits(history, weeks);
  const allocation = allocateBudget(
    attribution.responses,
    limits,
    amount === null ? null : amount / weeks,
    rules.optimize,
  );
  if (allocation.kind === "infeasible") return { allocation, plans: null };
  return {
    allocation,
    plans: comparePlans({ attribution, limits, allocation: allocation.allocation, period }, rules),
  };
}

function gather(
  { history, reading, brief, methodology, scorecard, now }: Dossier,
  { model, posterior, attribution, health }: KpiFit,
  allocation: DefenseResults["allocation"],
  plans: DefenseResults["plans"],
): DefenseResults {
  const unit = history.kpi.kind === "money" ? history.currency : history.kpi.name;
  return {
    run: recordRun({
      history,
      brief,
      methodology,
      tier: scorecard.tier,
      verdict: health.verdict,
      kernel: posterior.kernel,
      now,
    }),
    brief,
    history,
    reading,
    scorecard,
    health,
    attribution,
    allocation,
    plans,
    methodology: methodology.rows,
    priors: priorSentences(model, unit),
  };
}

function refuse(
  { history, reading, brief, methodology, scorecard, now }: Dossier,
  refusal: Refusal,
  fit: KpiFit | null,
): DefenseOutcome {
  const health = fit?.health ?? null;
  const run = recordRun({
    history,
    brief,
    methodology,
    tier: scorecard.tier,
    verdict: health?.verdict ?? null,
    kernel: fit?.posterior.kernel ?? KERNEL,
    now,
  });
  const results = { run, brief, history, reading, scorecard, health, refusal, methodology: methodology.rows };
  return { kind: "refused", reading, results, workbook: reportRefusal(results) };
}

/** The failed checks of a fit as one refusal (C-15, C-17). */
function notConverged(health: FitHealth): Refusal {
  const failed = health.checks.filter((check) => check.verdict === "fail");
  return {
    gate: "convergence",
    reason: failed.map((check) => check.reason).join("; "),
    remedy: [...new Set(failed.map((check) => check.remedy))].join("; "),
  };
}
