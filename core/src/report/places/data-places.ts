/** Where the weekly table stands on the Data sheet; formulas of other sheets refer to it. */

import type { MediaHistory } from "../../data/media-history.ts";
import { type Area, areaAt, columnArea } from "../layout/address.ts";

export const DATA = "Data";

/** Zero-based rows and columns. */
export interface DataPlaces {
  readonly headRow: number;
  readonly totalRow: number;
  /** The totals that the run saw, to tell a changed cell. */
  readonly fittedRow: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly week: number;
  readonly kpi: number;
  /** Money per KPI unit by week; null where the KPI is money or has no money value. */
  readonly revenuePerKpi: number | null;
  readonly firstSpend: number;
  readonly lastSpend: number;
  readonly totalSpend: number;
}

/**
 * The layout of the Data sheet for a history.
 *
 * @returns e.g. a money KPI with 3 channels has its spend in columns C to E and their total in F.
 */
export function dataPlaces(history: MediaHistory): DataPlaces {
  const headRow = 4;
  const firstWeek = headRow + 3;
  const weighted = history.kpi.kind === "count" && history.kpi.revenuePerKpi !== null;
  const firstSpend = weighted ? 3 : 2;
  return {
    headRow,
    totalRow: headRow + 1,
    fittedRow: headRow + 2,
    firstWeek,
    lastWeek: firstWeek + history.weeks.length - 1,
    week: 0,
    kpi: 1,
    revenuePerKpi: weighted ? 2 : null,
    firstSpend,
    lastSpend: firstSpend + history.channels.length - 1,
    totalSpend: firstSpend + history.channels.length,
  };
}

/** All weeks of one column of the Data sheet, as formulas of other sheets write it. */
export function dataColumn(places: DataPlaces, column: number): string {
  return areaAt(dataArea(places, column));
}

/** All weeks of one column of the Data sheet. */
export function dataArea(places: DataPlaces, column: number): Area {
  return columnArea(DATA, column, places.firstWeek, places.lastWeek);
}
