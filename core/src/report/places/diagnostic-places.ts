/** Where the fit's checks and quantities stand on the Diagnostics sheet, and the rows of Methodology. */

import type { FitHealth } from "../../diagnose/fit-health.ts";
import type { MethodologyRow } from "../../govern/methodology-row.ts";
import { type Area, cellAt, columnArea } from "../layout/address.ts";

export const DIAGNOSTICS = "Diagnostics";
export const METHODOLOGY = "Methodology";

/** Zero-based. */
export interface DiagnosticPlaces {
  readonly headRow: number;
  readonly firstCheck: number;
  readonly lastCheck: number;
  readonly value: number;
  readonly limit: number;
  readonly foretellHeadRow: number;
  readonly influenceHeadRow: number;
  readonly chartRow: number;
  readonly quantityHeadRow: number;
  readonly firstQuantity: number;
  readonly lastQuantity: number;
  readonly rhat: number;
  readonly essBulk: number;
  readonly essTail: number;
}

const CHART_ROWS = 18;
/** Lines on how well the fit foretells. */
export const FORETELL_ROWS = 6;

/** The layout for a fit; ranks-only runs show no amounts, so the three amount columns are absent. */
export function diagnosticPlaces(health: FitHealth, showsAmounts: boolean): DiagnosticPlaces {
  const headRow = 4;
  const firstCheck = headRow + 1;
  const lastCheck = headRow + health.checks.length;
  const foretellHeadRow = lastCheck + 2;
  const influenceHeadRow = foretellHeadRow + FORETELL_ROWS + 2;
  const chartRow = influenceHeadRow + health.priorInfluence.length + 2;
  const quantityHeadRow = chartRow + CHART_ROWS + 2;
  const rhat = showsAmounts ? 5 : 1;
  return {
    headRow,
    firstCheck,
    lastCheck,
    value: 1,
    limit: 2,
    foretellHeadRow,
    influenceHeadRow,
    chartRow,
    quantityHeadRow,
    firstQuantity: quantityHeadRow + 1,
    lastQuantity: quantityHeadRow + health.quantities.length,
    rhat,
    essBulk: rhat + 1,
    essTail: rhat + 2,
  };
}

/** All quantities' cells of one column. */
export function quantityColumn(places: DiagnosticPlaces, column: number): Area {
  return columnArea(DIAGNOSTICS, column, places.firstQuantity, places.lastQuantity);
}

/** Zero-based first row of Methodology's keys; the value stands in the second column. */
export const FIRST_METHODOLOGY_ROW = 5;

/** The value cell of a methodology key, or null where the run's methodology does not list it. */
export function methodologyCell(rows: readonly MethodologyRow[], key: string): string | null {
  const index = rows.findIndex((row) => row.key === key);
  return index < 0 ? null : cellAt(METHODOLOGY, FIRST_METHODOLOGY_ROW + index, 1);
}
