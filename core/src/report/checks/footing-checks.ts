/** Checks that parts add up to their wholes, sheet by sheet. */

import { mediaReturns, type Returns } from "../channel-returns.ts";
import { areaAt, cellAt } from "../layout/address.ts";
import { CONTRIBUTIONS, contributionPlaces } from "../places/contribution-places.ts";
import { DATA, dataPlaces } from "../places/data-places.ts";
import { ROI, type RoiKey, type RoiPlaces, roiChannels, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { componentsOf } from "../sheets/contributions-sheet.ts";
import { sumOf } from "../sums.ts";
import { apart, type LiveNumber, liveCell, methodologyLimit, type WorkbookCheck } from "./workbook-check.ts";

const SCIENTIFIC = "0.0E+00";

/** Checks of ROI against Data. */
export function spendChecks(context: ReportContext): WorkbookCheck[] {
  const places = roiPlaces(context);
  const data = dataPlaces(context.history);
  const { spend } = mediaReturns(context);
  const footing = methodologyLimit(context, "report.footing", context.rules.footing);
  const shared = { limit: footing, holds: "most", format: SCIENTIFIC, sheet: ROI } as const;
  return [
    {
      id: "K-04",
      says: "Spend on ROI adds up to the total on Data",
      value: apart(
        liveCell(ROI, places.totalRow, places.column("spend"), spend),
        liveCell(DATA, data.totalRow, data.totalSpend, spend),
      ),
      ...shared,
    },
    {
      id: "K-05",
      says: "Shares of spend add up to 100%",
      value: shareTotal(places, "spendShare"),
      ...shared,
    },
  ];
}

/** Checks of Contributions and of the returns made from them. */
export function effectChecks(context: ReportContext): WorkbookCheck[] {
  const places = roiPlaces(context);
  const returns = mediaReturns(context);
  const footing = methodologyLimit(context, "report.footing", context.rules.footing);
  const shared = { limit: footing, holds: "most", format: SCIENTIFIC, sheet: ROI } as const;
  return [
    ...contributionChecks(context),
    {
      id: "K-10",
      says: "Shares of effect add up to 100%",
      value: shareTotal(places, "effectShare"),
      ...shared,
    },
    { id: "K-11", says: returnWords(context), value: returnTimesSpend(context, places, returns), ...shared },
  ];
}

function shareTotal(places: RoiPlaces, key: RoiKey): LiveNumber {
  return { formula: `ABS(SUM(${areaAt(roiChannels(places, key))})-1)`, value: 0 };
}

function returnWords({ shows }: ReportContext): string {
  return shows === "money"
    ? "ROAS times spend gives the incremental revenue"
    : "Cost per unit times incremental units gives the spend";
}

/** Σ ROAS · spend against the revenue, or Σ cost · units against the spend. */
function returnTimesSpend({ shows }: ReportContext, places: RoiPlaces, returns: Returns): LiveNumber {
  const area = (key: RoiKey): string => areaAt(roiChannels(places, key));
  const total = (key: RoiKey): string => cellAt(ROI, places.totalRow, places.column(key));
  const product =
    shows === "money"
      ? `SUMPRODUCT(${area("roasMean")},${area("spend")})/${total("revenueMean")}`
      : `SUMPRODUCT(${area("cpikMean")},${area("kpiMean")})/${total("spend")}`;
  const first = shows === "money" ? returns.revenue.mean : returns.spend;
  return { formula: `ABS(${product}-1)`, value: first / first - 1 };
}

function contributionChecks(context: ReportContext): WorkbookCheck[] {
  const { history, rules } = context;
  const components = componentsOf(context);
  const places = contributionPlaces(components.length - 1, history.weeks.length);
  const parts = sumOf(components.map((component) => sumOf(component.weekly)));
  const observed = sumOf(history.kpi.values);
  const media = parts - sumOf(components[0]?.weekly ?? []);
  const across = (row: number, from: number): string =>
    areaAt({ sheet: CONTRIBUTIONS, top: row, left: from, bottom: row, right: places.lastComponent });
  const sumOfParts: LiveNumber = { formula: `SUM(${across(places.meanRow, places.baseline)})`, value: parts };
  const total = (column: number, value: number): LiveNumber =>
    liveCell(CONTRIBUTIONS, places.meanRow, column, value);
  const shared = { holds: "most", sheet: CONTRIBUTIONS } as const;
  return [
    {
      id: "K-06",
      says: "Baseline and channels add up to the observed total, within the limit",
      value: apart(sumOfParts, total(places.observed, observed)),
      limit: methodologyLimit(context, "report.contributionGap", rules.contributionGap),
      format: "0.00%",
      ...shared,
    },
    {
      id: "K-07",
      says: "The weekly fitted totals add up to the parts",
      value: apart(total(places.fitted, parts), sumOfParts),
      limit: methodologyLimit(context, "report.footing", rules.footing),
      format: SCIENTIFIC,
      ...shared,
    },
    {
      id: "K-08",
      says: "Contributions are what the run wrote",
      value: {
        formula: `SUMPRODUCT(ABS(${across(places.meanRow, places.baseline)}-${across(places.runRow, places.baseline)}))/SUM(${across(places.runRow, places.baseline)})`,
        value: 0,
      },
      limit: methodologyLimit(context, "report.unchanged", rules.unchanged),
      format: SCIENTIFIC,
      ...shared,
    },
    {
      id: "K-09",
      says: "Media claim no more than a plausible share of the KPI",
      value: {
        formula: `SUM(${across(places.runRow, places.baseline + 1)})/SUM(${across(places.runRow, places.baseline)})`,
        value: media / parts,
      },
      limit: methodologyLimit(context, "report.mediaShareMost", rules.mediaShareMost),
      format: "0.0%",
      ...shared,
    },
  ];
}
