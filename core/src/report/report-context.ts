/** What every sheet needs to know about a run, gathered once. */

import type { Scorecard } from "../audit/scorecard.ts";
import type { Brief } from "../data/brief.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import type { FitHealth } from "../diagnose/fit-health.ts";
import { defaultRules, type MethodologyRow } from "../govern/methodology-row.ts";
import { REPORT_ROWS, type ReportRules } from "../govern/rows/report-rows.ts";
import type { RunRecord } from "../govern/run-record.ts";
import type { DefenseResults, RefusedResults } from "./defense-results.ts";
import { showsEstimates } from "./json/shows-estimates.ts";
import { currencySign } from "./layout/currency-sign.ts";

/** What a report shows of a run whatever came out of it. */
export interface RunContext {
  readonly run: RunRecord;
  readonly brief: Brief;
  readonly history: MediaHistory;
  readonly reading: Reading;
  readonly scorecard: Scorecard;
  readonly health: FitHealth | null;
  readonly methodology: readonly MethodologyRow[];
  readonly priors: readonly string[];
  readonly rules: ReportRules;
  readonly words: ReportWords;
  /** Names of the sheets that the workbook has, in order. */
  readonly sheets: readonly string[];
  /** What the master check says, e.g. "All 21 checks met"; known once the checks are planned. */
  readonly checksVerdict: string;
}

/** A run with results that may be shown. */
export interface ReportContext extends RunContext {
  readonly results: DefenseResults;
  readonly health: FitHealth;
  /** money: ROAS; units: cost per unit; ranks: order only (directional and prior-driven tiers). */
  readonly shows: "money" | "units" | "ranks";
  /** True where the KPI is a count with a weekly value per unit, so that revenue is not the KPI itself. */
  readonly weighted: boolean;
}

/** The run's own words: signs and names that enter sentences and heads. */
export interface ReportWords {
  readonly company: string;
  /** "$", "€" or "USD ". */
  readonly currency: string;
  /** "incremental revenue" or "incremental orders". */
  readonly incremental: string;
  /** "revenue" or the KPI's header. */
  readonly kpi: string;
  /** Sign in front of a KPI amount: the currency for money, else "". */
  readonly kpiSign: string;
  /** What a gain is counted in after its number: "" for money, else " orders". */
  readonly valueUnit: string;
  /** "90% CI". */
  readonly level: string;
}

const MONEY_SHEETS: readonly string[] = [
  "Cover",
  "Defense",
  "Audit",
  "Fit",
  "Contributions",
  "ROI",
  "Curves",
  "Scenarios",
  "Optimize",
  "Diagnostics",
  "Methodology",
  "Run log",
  "Checks",
  "Data",
];

/** Directional results say an order of channels, so no sheet that carries amounts of effect (decisions §2). */
const RANK_SHEETS: readonly string[] = [
  "Cover",
  "Defense",
  "Audit",
  "Fit",
  "ROI",
  "Diagnostics",
  "Methodology",
  "Run log",
  "Checks",
  "Data",
];

const REFUSED_SHEETS: readonly string[] = ["Cover", "Audit", "Diagnostics", "Checks"];

/** The context of a run that may be shown. */
export function reportContext(results: DefenseResults): ReportContext {
  const shows = whatShows(results);
  const kpi = results.history.kpi;
  return {
    ...runContext(results, results.priors, sheetsFor(results, shows), levelWords(results.attribution.level)),
    results,
    health: results.health,
    shows,
    weighted: kpi.kind === "count" && kpi.revenuePerKpi !== null,
  };
}

/** The context of a run that a gate refused (decisions §6). */
export function refusedContext(results: RefusedResults): RunContext {
  return runContext(results, [], REFUSED_SHEETS, "");
}

/** "90% CI" for 0.9. */
export function levelWords(level: number): string {
  return `${Math.round(level * 100)}% CI`;
}

function runContext(
  results: Omit<RefusedResults, "refusal">,
  priors: readonly string[],
  sheets: readonly string[],
  level: string,
): RunContext {
  const { run, brief, history, reading, scorecard, health, methodology } = results;
  const words = reportWords(history, level);
  const rules = rulesFrom(methodology);
  return {
    run,
    brief,
    history,
    reading,
    scorecard,
    health,
    methodology,
    priors,
    rules,
    words,
    sheets,
    checksVerdict: "",
  };
}

function reportWords(history: MediaHistory, level: string): ReportWords {
  const currency = currencySign(history.currency);
  const isMoney = history.kpi.kind === "money";
  const hasValue = history.kpi.revenuePerKpi !== null;
  return {
    company: history.company ?? history.file,
    currency,
    incremental: hasValue ? "incremental revenue" : `incremental ${history.kpi.name}`,
    kpi: isMoney ? "revenue" : history.kpi.name,
    kpiSign: isMoney ? currency : "",
    valueUnit: hasValue ? "" : ` ${history.kpi.name}`,
    level,
  };
}

function whatShows({ run, history }: DefenseResults): "money" | "units" | "ranks" {
  if (!showsEstimates(run.tier)) return "ranks";
  return history.kpi.revenuePerKpi === null ? "units" : "money";
}

function sheetsFor(results: DefenseResults, shows: "money" | "units" | "ranks"): readonly string[] {
  if (shows === "ranks") return RANK_SHEETS;
  return MONEY_SHEETS.filter(
    (name) =>
      (name !== "Scenarios" || results.plans !== null) &&
      (name !== "Optimize" || results.allocation !== null),
  );
}

function rulesFrom(methodology: readonly MethodologyRow[]): ReportRules {
  const defaults: ReportRules = defaultRules(REPORT_ROWS);
  const set = methodology
    .filter((row) => row.key.startsWith("report."))
    .map((row) => [row.key.slice("report.".length), row.value]);
  return { ...defaults, ...Object.fromEntries(set) };
}
