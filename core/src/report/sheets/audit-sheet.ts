/** Audit: how ready the data are, dimension by dimension, and what would make them readier. */

import type { AuditFacts, Dimension, DimensionId, Scorecard } from "../../audit/scorecard.ts";
import type { SkipAdvice } from "../../audit/skip-advice.ts";
import type { Finding } from "../../data/finding.ts";
import type { MediaHistory } from "../../data/media-history.ts";
import { areaAt, columnArea } from "../layout/address.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { amountScale, COUNT, ONE_DECIMAL, SHARE, TWO_DECIMALS } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { planSheet, type SheetPlan } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedChart, PlannedSheet } from "../workbook-plan.ts";

export const AUDIT = "Audit";

/** The dimensions in a reader's words. */
export const DIMENSIONS: Readonly<Record<DimensionId, string>> = {
  timeSeries: "Length and regularity",
  spend: "Spend",
  exposure: "Exposure (impressions, clicks)",
  kpi: "KPI",
  controls: "Other causes (price, promotions)",
};

const WIDTHS: readonly number[] = [32, 13, 48, 34, 32, 20, 9];
const CHART_ROWS = 11;
/** Zero-based row of the first score. */
const FIRST_SCORE = 5;

/** What the page shows. */
export interface AuditPage {
  readonly scorecard: Scorecard;
  readonly history: MediaHistory;
  /** "$" or "USD ". */
  readonly currency: string;
  /** When a model misleads (D-19); empty on a run's own Audit sheet, where the model was judged fit. */
  readonly skip: readonly SkipAdvice[];
}

/** The Audit sheet of a run. */
export function auditSheet(context: RunContext): PlannedSheet {
  const { scorecard, history, words } = context;
  return planSheet(context, auditPlan({ scorecard, history, currency: words.currency, skip: [] }));
}

/** The page's content, for a run and for an audit without one. */
export function auditPlan(page: AuditPage): SheetPlan {
  const { scorecard } = page;
  const scores = scoresBlock(scorecard);
  const channels = channelsBlock(page, scores.row + scores.rows.length + 1);
  const notes = notesBlock(scorecard.facts, page, channels.row + channels.rows.length + 1);
  const below = notes.row + Math.max(notes.rows.length, CHART_ROWS) + 1;
  const skip = page.skip.length === 0 ? [] : [skipBlock(page.skip, below)];
  const findings = findingsBlock(
    scorecard.findings,
    below + (skip[0] === undefined ? 0 : skip[0].rows.length + 1),
  );
  return {
    name: AUDIT,
    title: text(titleOf(page)),
    units:
      "Scores from 1 (missing) to 5 (ready). z = distance from the mean in standard deviations; VIF = how far other columns explain this one.",
    widths: WIDTHS,
    blocks: [scores, channels, notes, ...skip, findings],
    charts: [scoreChart(scorecard, { row: notes.row, column: 3, rows: CHART_ROWS, columns: 4 })],
    onePage: true,
    lastPrinted: WIDTHS.length - 1,
  };
}

function skipBlock(skip: readonly SkipAdvice[], row: number): Block {
  const columns: TableColumn<SkipAdvice>[] = [
    { head: "When not to model", words: true, cell: (each) => text(each.situation) },
    { head: "Applies", centered: true, cell: (each) => text(each.applies ? "yes" : "no", "center") },
    { head: "Evidence", words: true, cell: (each) => text(each.evidence) },
    { head: "Instead", words: true, cell: (each) => text(each.applies ? each.instead : "-") },
  ];
  return tableBlock({ row, column: 0, columns, items: skip, widths: WIDTHS });
}

function titleOf({ scorecard, history }: AuditPage): string {
  const unlock = scorecard.biggestUnlock;
  const next = unlock === null ? "" : `. Next step: ${unlock.action}`;
  return `Readiness ${scorecard.overall} of 5 on ${history.weeks.length} weeks${next}`;
}

function scoresBlock(scorecard: Scorecard): Block {
  const columns: TableColumn<Dimension>[] = [
    { head: "Dimension", words: true, cell: (each) => text(DIMENSIONS[each.id], "label") },
    { head: "Score", cell: (each) => pasted(each.score, "0") },
    { head: "Evidence", words: true, cell: (each) => text(each.evidence) },
    { head: "Missing", words: true, cell: (each) => text(gapWords(each, "missing")) },
    { head: "Where it usually is", words: true, cell: (each) => text(whereWords(each)) },
    { head: "Effort", words: true, cell: (each) => text(gapWords(each, "effort")) },
    {
      head: "Blocks",
      centered: true,
      cell: (each) => text(each.gaps.some((gap) => gap.blocks) ? "yes" : "no", "center"),
    },
  ];
  return tableBlock({
    row: FIRST_SCORE - 1,
    column: 0,
    columns,
    items: scorecard.dimensions,
    widths: WIDTHS,
  });
}

function gapWords(dimension: Dimension, field: "missing" | "effort"): string {
  return dimension.gaps.length === 0 ? "-" : dimension.gaps.map((gap) => gap[field]).join("\n");
}

function whereWords({ gaps }: Dimension): string {
  return gaps.length === 0 ? "-" : gaps.map(({ where, owner }) => `${where}; ${owner}`).join("\n");
}

type ChannelFacts = AuditFacts["channels"][number];

function channelsBlock({ scorecard, currency }: AuditPage, row: number): Block {
  const { facts } = scorecard;
  const scale = amountScale(facts.channels.map((each) => each.spendTotal));
  const numbers = (each: ChannelFacts): string =>
    `Weeks without spend ${percent(each.zeroShare)}; largest week z ${each.maxZ.toFixed(1)}`;
  const columns: TableColumn<ChannelFacts>[] = [
    { head: "Channel", words: true, cell: (each) => text(each.name, "label") },
    {
      head: `Spend (${currency.trim()}${scale.suffix})`,
      cell: (each) => pasted(each.spendTotal, scale.format),
    },
    { head: "Sparsity and spikes", words: true, cell: (each) => text(numbers(each), "label") },
    { head: "Share of spend", cell: (each) => pasted(each.spendShare, SHARE) },
    { head: "Explained by other columns (VIF)", cell: (each) => pasted(each.vif, TWO_DECIMALS) },
    { head: "Correlation with KPI", cell: (each) => pasted(each.kpiCorrelation, TWO_DECIMALS) },
  ];
  return tableBlock({ row, column: 0, columns, items: facts.channels, widths: WIDTHS });
}

interface Note {
  readonly label: string;
  readonly value: number | null;
  readonly format: string;
  readonly words: string;
}

function notesBlock(facts: AuditFacts, { history }: AuditPage, row: number): Block {
  const [pair] = facts.pairs;
  const [outlier] = facts.kpiOutliers;
  const notes: Note[] = [
    {
      label: "Observations per parameter",
      value: facts.observationsPerParameter,
      format: ONE_DECIMAL,
      words: "about 10 is comfortable, 4 too few to separate channels",
    },
    {
      label: "Variation of the KPI",
      value: facts.kpi.variation,
      format: SHARE,
      words: "standard deviation / mean",
    },
    {
      label: "Spend / revenue",
      value: facts.spendToRevenue,
      format: SHARE,
      words: facts.spendToRevenue === null ? "the KPI has no money value" : "a check of units and currency",
    },
    {
      label: "Most alike channels",
      value: pair?.r ?? null,
      format: TWO_DECIMALS,
      words: pair === undefined ? "only one channel" : `${pair.first} and ${pair.second} (correlation)`,
    },
    {
      label: "KPI weeks beyond 3 sd",
      value: facts.kpiOutliers.length,
      format: COUNT,
      words: outlier === undefined ? "none" : `first: week of ${outlier.week}, z ${outlier.z.toFixed(2)}`,
    },
    {
      label: "KPI weeks far from the median",
      value: facts.kpiRobustOutlierWeeks,
      format: COUNT,
      words: "beyond 3.5 robust deviations",
    },
    {
      label: "Weeks with KPI and spend spikes",
      value: facts.synchronized.length,
      format: COUNT,
      words: facts.synchronized.length === 0 ? "none" : "name the event, or media are credited with it",
    },
    {
      label: "Channels left out",
      value: history.leftOut.length,
      format: COUNT,
      words: history.leftOut.map((each) => `${each.name}: ${each.reason}`).join("; ") || "none",
    },
  ];
  const columns: TableColumn<Note>[] = [
    { head: "Measurement", words: true, cell: (each) => text(each.label, "label") },
    { head: "Value", cell: (each) => pasted(each.value, each.format) },
    { head: "Reading", words: true, cell: (each) => text(each.words) },
  ];
  return tableBlock({ row, column: 0, columns, items: notes, widths: WIDTHS });
}

function findingsBlock(findings: readonly Finding[], row: number): Block {
  const place = ({ where }: Finding): string =>
    [where.sheet, where.cell].filter((part) => part !== null).join(" ");
  const columns: TableColumn<Finding>[] = [
    { head: "Finding", words: true, cell: (each) => text(each.code, "label") },
    { head: "Severity", centered: true, cell: (each) => text(each.severity, "center") },
    { head: "What was found", words: true, cell: (each) => text(each.message) },
    { head: "What to do", words: true, cell: (each) => text(each.remedy) },
    { head: "Where", words: true, cell: (each) => text(place(each) || each.where.file, "label") },
  ];
  return tableBlock({ row, column: 0, columns, items: findings, widths: WIDTHS });
}

/** Bars of the five scores, which stand on the Audit sheet. */
export function scoreChart({ dimensions }: Scorecard, at: PlannedChart["at"]): PlannedChart {
  const last = FIRST_SCORE + dimensions.length - 1;
  return {
    kind: "bar",
    title: "Readiness by dimension, 1 to 5",
    xTitle: null,
    yTitle: null,
    series: [
      {
        name: "Score",
        categories: areaAt(columnArea(AUDIT, 0, FIRST_SCORE, last)),
        values: areaAt(columnArea(AUDIT, 1, FIRST_SCORE, last)),
        color: PALETTE.accent,
      },
    ],
    at,
    valueFormat: "0",
    valueRange: [0, 5],
    categoryFormat: null,
    labelEvery: 1,
    legend: false,
    alternative: "Bars of the five readiness scores.",
  };
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
