/** The check that the printed pages say what the ROI sheet says. */

import { mediaReturns } from "../channel-returns.ts";
import { areaAt, cellAt } from "../layout/address.ts";
import { DEFENSE, type DefensePlaces } from "../places/defense-places.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { methodologyLimit, type WorkbookCheck } from "./workbook-check.ts";

/** Spend and effect of the channels as printed against the totals of ROI. */
export function defenseCheck(context: ReportContext, printed: DefensePlaces): WorkbookCheck {
  const places = roiPlaces(context);
  const returns = mediaReturns(context);
  const effectKey = context.shows === "money" ? "revenueMean" : "kpiMean";
  const sum = (column: number): string =>
    `SUM(${areaAt({ sheet: DEFENSE, left: column, right: column, top: printed.firstChannel, bottom: printed.lastChannel })})`;
  const total = (key: "spend" | "revenueMean" | "kpiMean"): string =>
    cellAt(ROI, places.totalRow, places.column(key));
  const off = (column: number, key: "spend" | "revenueMean" | "kpiMean"): string =>
    `ABS(${sum(column)}/${total(key)}-1)`;
  return {
    id: "K-22",
    says: "Defense prints the spend and the effect of ROI",
    value: {
      formula: `MAX(${off(printed.spend, "spend")},${off(printed.effectMean, effectKey)})`,
      value: returns.spend > 0 ? 0 : Number.NaN,
    },
    limit: methodologyLimit(context, "report.footing", context.rules.footing),
    holds: "most",
    format: "0.0E+00",
    sheet: DEFENSE,
  };
}
