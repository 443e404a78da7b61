/** A changed cell moves what depends on it, and each check turns red under one planted error (decisions §8). */

import { writeWorkbook } from "@mmm/cli/xlsx/write-workbook.ts";
import { reportBudgetDefense } from "@mmm/core/report/budget-defense.ts";
import { mediaReturns } from "@mmm/core/report/channel-returns.ts";
import { CHECK_PLACES } from "@mmm/core/report/places/check-places.ts";
import { contributionPlaces } from "@mmm/core/report/places/contribution-places.ts";
import { curvePlaces, gridColumn } from "@mmm/core/report/places/curve-places.ts";
import { dataPlaces } from "@mmm/core/report/places/data-places.ts";
import { defensePlaces } from "@mmm/core/report/places/defense-places.ts";
import { diagnosticPlaces, FIRST_METHODOLOGY_ROW } from "@mmm/core/report/places/diagnostic-places.ts";
import { fitPlaces } from "@mmm/core/report/places/fit-places.ts";
import { optimizePlaces, scenarioPlaces } from "@mmm/core/report/places/plan-places.ts";
import { roiPlaces } from "@mmm/core/report/places/roi-places.ts";
import { COVER_FACTS, RUN_LOG_LINES } from "@mmm/core/report/places/run-places.ts";
import { reportContext } from "@mmm/core/report/report-context.ts";
import type { WorkbookPlan } from "@mmm/core/report/workbook-plan.ts";
import { defenseResults } from "../fixtures/defense-results.ts";
import { cellOf, typedOver, type Values, valuesOf, withCell } from "../fixtures/planned-cells.ts";
import { describeLibreOffice, recalculate } from "../matchers/libreoffice.ts";

const results = defenseResults({ weeks: 64, tier: "caveat" });
const context = reportContext(results);
const plan = withoutCharts(reportBudgetDefense(results));
const channels = results.history.channels.length;
const data = dataPlaces(results.history);
const roi = roiPlaces(context);
const contributions = contributionPlaces(channels, results.history.weeks.length);
const curves = curvePlaces(results.attribution.channels);
const fit = fitPlaces(results.history.weeks.length);
const diagnostics = diagnosticPlaces(results.health, true);
if (results.plans === null || results.allocation?.kind !== "allocated") throw new Error("fixture has plans");
const scenarios = scenarioPlaces(results.plans, channels);
const optimize = optimizePlaces(results.allocation.allocation);

/** Drawing takes most of a conversion's time and says nothing about values. */
function withoutCharts(original: WorkbookPlan): WorkbookPlan {
  return { ...original, sheets: original.sheets.map((sheet) => ({ ...sheet, charts: [] })) };
}

/** A number typed over a cell, as a share of what stood there. */
function scaledBy(factor: number, sheet: string, row: number, column: number): WorkbookPlan {
  return typedOver(plan, sheet, row, column, Number(cellOf(plan, sheet, row, column).value) * factor);
}

const mediaShareRow =
  FIRST_METHODOLOGY_ROW + results.methodology.findIndex((row) => row.key === "report.mediaShareMost");

/** Check → the one error planted for it. */
const PLANTED: Readonly<Record<string, WorkbookPlan>> = {
  "K-01": scaledBy(1.01, "Data", data.firstWeek + 3, data.firstSpend),
  "K-02": scaledBy(1.0001, "Data", data.firstWeek + 3, data.kpi),
  "K-03": typedOver(plan, "Data", data.lastWeek, data.week, 50_000),
  "K-04": scaledBy(1.5, "ROI", roi.firstChannel, roi.column("spend")),
  "K-05": scaledBy(1.5, "ROI", roi.firstChannel, roi.column("spendShare")),
  "K-06": scaledBy(3, "Contributions", contributions.firstWeek, contributions.observed),
  "K-07": scaledBy(1.01, "Contributions", contributions.firstWeek, contributions.fitted),
  "K-08": scaledBy(1.0001, "Contributions", contributions.firstWeek, contributions.baseline + 1),
  "K-09": typedOver(plan, "Methodology", mediaShareRow, 1, 0.1),
  "K-10": scaledBy(1.5, "ROI", roi.firstChannel, roi.column("effectShare")),
  "K-11": scaledBy(1.01, "ROI", roi.firstChannel, roi.column("roasMean")),
  "K-12": typedOver(plan, "Curves", curves.firstPoint + 9, gridColumn(curves, 0, 1).left, 0),
  "K-13": scaledBy(1.1, "Scenarios", scenarios.firstChannel, scenarios.firstPlan),
  "K-14": scaledBy(1.1, "Optimize", optimize.firstChannel, optimize.raw),
  "K-15": scaledBy(1.1, "Optimize", optimize.firstChannel, optimize.change),
  "K-16": scaledBy(2, "Optimize", optimize.firstChannel, optimize.least),
  "K-17": scaledBy(3, "Contributions", contributions.lowRow, contributions.baseline + 1),
  "K-18": typedOver(plan, "Diagnostics", diagnostics.firstQuantity, diagnostics.rhat, 1.2),
  "K-19": typedOver(plan, "Diagnostics", diagnostics.firstQuantity, diagnostics.essTail, 12),
  "K-20": typedOver(plan, "Run log", RUN_LOG_LINES.first + RUN_LOG_LINES.divergences, 1, 400),
  "K-21": manyWeeksOutside(),
  "K-22": scaledBy(1.01, "Defense", defensePlaces(context).firstChannel, defensePlaces(context).spend),
  "K-23": withCell(plan, "Audit", 5, 0, { ...cellOf(plan, "Audit", 5, 0), value: null, formula: "1/0" }),
  "K-24": typedOver(plan, "Cover", COVER_FACTS.approver, 1, null),
};

/** A fifth of the weeks pushed below their interval. */
function manyWeeksOutside(): WorkbookPlan {
  let changed = plan;
  for (let row = fit.firstWeek; row < fit.firstWeek + 13; row += 1) {
    changed = typedOver(changed, "Fit", row, fit.predictiveLow, 1e9);
  }
  return changed;
}

describeLibreOffice("a workbook in which somebody changes a cell", () => {
  const recalculated: Record<string, Values> = {};

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = { clean: await writeWorkbook(plan) };
    for (const [id, planted] of Object.entries(PLANTED)) files[id] = await writeWorkbook(planted);
    for (const [name, bytes] of Object.entries(recalculate(files)))
      recalculated[name] = await valuesOf(bytes);
  });

  it("meets every check before anything is changed", () => {
    expect(failing("clean")).toEqual([]);
    expect(idsOf("clean")).toEqual(Object.keys(PLANTED));
  });

  it.each(Object.keys(PLANTED))("%s turns red under its own planted error, and no other does", (id) => {
    expect(failing(id)).toEqual([id]);
    expect(valueAt(id, "Checks", CHECK_PLACES.masterRow, 1)).toBe(false);
    expect(valueAt(id, "Defense", 1, 0)).toContain("1 of 24 checks not met");
  });

  it("moves the channel's spend, shares and ROAS when one week of spend changes", () => {
    const before = Number(cellOf(plan, "Data", data.firstWeek + 3, data.firstSpend).value);
    const returns = mediaReturns(context).channels[0];
    if (returns === undefined) throw new RangeError("no channel");
    const spend = returns.spend + 0.01 * before;
    const at = (key: Parameters<typeof roi.column>[0]): unknown =>
      valueAt("K-01", "ROI", roi.firstChannel, roi.column(key));
    expect(at("spend")).toBeCloseTo(spend, 4);
    expect(at("roasMean")).toBeCloseTo(returns.revenue.mean / spend, 9);
    expect(at("roasLow")).toBeCloseTo(returns.revenue.lo / spend, 9);
    expect(at("spendShare")).not.toBeCloseTo(returns.spendShare, 6);
    expect(valueAt("K-01", "Defense", defensePlaces(context).firstChannel, 1)).toBeCloseTo(spend, 4);
  });

  it("goes back to DRAFT when the approver's name is removed (A-82)", () => {
    expect(valueAt("clean", "ROI", 1, 0)).toContain("APPROVED");
    expect(valueAt("K-24", "ROI", 1, 0)).toContain("DRAFT");
  });

  function valueAt(name: string, sheet: string, row: number, column: number): unknown {
    return recalculated[name]?.[sheet]?.[row]?.[column];
  }

  function rowsOf(name: string): Array<readonly unknown[]> {
    const rows = recalculated[name]?.Checks?.slice(CHECK_PLACES.firstCheck) ?? [];
    return rows.filter((row) => typeof row[0] === "string" && row[0] !== "");
  }

  function idsOf(name: string): unknown[] {
    return rowsOf(name).map((row) => row[0]);
  }

  function failing(name: string): unknown[] {
    return rowsOf(name)
      .filter((row) => row[CHECK_PLACES.status] !== true)
      .map((row) => row[0]);
  }
});
