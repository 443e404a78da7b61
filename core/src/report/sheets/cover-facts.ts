/** Facts of the run, the index of sheets and the legend, side by side at the foot of the cover. */

import { input, text } from "../layout/cells.ts";
import { dateSerial } from "../layout/dates.ts";
import type { Block } from "../layout/grid.ts";
import { DATE, GENERAL } from "../layout/number-formats.ts";
import { stampCell } from "../layout/stamp-line.ts";
import { COVER_FACTS } from "../places/run-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedCell, PlannedRow } from "../workbook-plan.ts";

const TIER_WORDS: Readonly<Record<string, string>> = {
  full: "full: amounts with intervals",
  caveat: "with caution: 60 to 103 weeks",
  directional: "directional: an order only",
  "prior-driven": "driven by assumptions",
  blocked: "blocked",
};

const SHEET_WORDS: Readonly<Record<string, string>> = {
  Defense: "Two pages to print and sign",
  Audit: "How ready the data are",
  Fit: "Expected against observed",
  Contributions: "Where each week came from",
  ROI: "What each channel returned",
  Curves: "What more or less spend brings",
  Scenarios: "Alternatives at equal total",
  Optimize: "Where the budget brings more",
  Diagnostics: "Whether the numbers can be trusted",
  Methodology: "Thresholds and definitions",
  "Run log": "What made this run",
  Checks: "Live checks of every total",
  Data: "The weekly table, yours to change",
};

/** Labels in column A, values in column B; approver and date are the user's to fill. */
export function factsBlock(context: RunContext): Block {
  const { run, scorecard, health, history } = context;
  const verdict = health === null ? "not fitted" : health.verdict;
  const lines: ReadonlyArray<readonly [string, PlannedCell]> = [
    ["Company", text(context.words.company, "label")],
    ["KPI", text(history.kpi.name, "label")],
    ["Currency", text(history.currency, "label")],
    ["Data window", text(`${run.dataStart} to ${run.dataEnd}`, "label")],
    ["Readiness", text(`${scorecard.overall} of 5, ${TIER_WORDS[run.tier] ?? run.tier}`, "label")],
    ["Fit", text(verdict, "label")],
    ["Run id", text(run.runId, "label")],
    ["Methodology", text(run.methodologyVersion, "label")],
    ["Approved by", input(run.approvedBy, GENERAL, "label")],
    ["Approved on", input(run.approvedOn === null ? null : dateSerial(run.approvedOn), DATE, "label")],
    ["Status", stampCell(context)],
  ];
  const rows: PlannedRow[] = lines.map(([label, value]) => [text(label, "label"), value]);
  return {
    row: COVER_FACTS.first,
    column: 0,
    rows: [[text("This run", "section"), text("", "section")], ...rows],
  };
}

/** Every other sheet with a link and what it answers. */
export function indexBlock({ sheets }: RunContext): Block {
  const rows = sheets
    .filter((name) => name !== "Cover")
    .map(
      (name): PlannedRow => [
        { ...text(name, "link"), goTo: name },
        text(SHEET_WORDS[name] ?? "", "label"),
        text("", "label"),
      ],
    );
  const head: PlannedRow = [text("Sheets", "section"), text("", "section"), text("", "section")];
  return { row: COVER_FACTS.first, column: 3, rows: [head, ...rows] };
}

/** What the colors of numbers mean. */
export function legendBlock(): Block {
  const lines: ReadonlyArray<readonly [PlannedCell, string]> = [
    [{ value: 123, format: "0", style: "number", ink: "input" }, "yours to change"],
    [{ value: 123, format: "0", style: "number" }, "formula, or written by the run"],
    [{ value: 123, format: "0", style: "number", ink: "link" }, "from another sheet"],
    [{ value: "mean", style: "number" }, "mean over all draws"],
    [{ value: "low, high", style: "number" }, "ends of the stated interval (CI)"],
  ];
  const rows: PlannedRow[] = lines.map(([sample, words]) => [sample, text(words, "label")]);
  return {
    row: COVER_FACTS.first,
    column: 6,
    rows: [[text("Legend", "section"), text("", "section")], ...rows],
  };
}
