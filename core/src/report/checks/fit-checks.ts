/** Checks of the computation: the same limits as the gates of decisions §7, live on the sheets' own cells. */

import type { FitHealth } from "../../diagnose/fit-health.ts";
import { areaAt, cellAt } from "../layout/address.ts";
import { DIAGNOSTICS, diagnosticPlaces, quantityColumn } from "../places/diagnostic-places.ts";
import { FIT } from "../places/fit-places.ts";
import { DIVERGENCES_CELL, DRAWS_CELL, RUN_LOG } from "../places/run-places.ts";
import type { ReportContext } from "../report-context.ts";
import { insideShare, insideShareCell } from "../sheets/fit-sheet.ts";
import { methodologyLimit, type WorkbookCheck } from "./workbook-check.ts";

/** R-hat, effective draws, divergences and coverage. */
export function fitChecks(context: ReportContext): WorkbookCheck[] {
  const { health, history } = context;
  return [
    ...chainChecks(context),
    {
      id: "K-20",
      says: "Divergent draws stay rare",
      value: { formula: `${DIVERGENCES_CELL}/${DRAWS_CELL}`, value: health.divergences / health.draws },
      limit: methodologyLimit(context, "diagnose.divergentShareFail", limitOf(health, "divergences")),
      holds: "most",
      format: "0.00%",
      sheet: RUN_LOG,
    },
    {
      id: "K-21",
      says: `Enough weeks fall inside their ${context.words.level}`,
      value: { formula: insideShareCell(history.weeks.length), value: insideShare(context) },
      limit: health.coverage90.failBelow,
      holds: "least",
      format: "0.0%",
      sheet: FIT,
    },
  ];
}

function chainChecks(context: ReportContext): WorkbookCheck[] {
  const { health, shows } = context;
  const places = diagnosticPlaces(health, shows !== "ranks");
  const column = (at: number): string => areaAt(quantityColumn(places, at));
  const shared = { sheet: DIAGNOSTICS } as const;
  const ess = health.quantities.map((each) => Math.min(each.essBulk, each.essTail));
  return [
    {
      id: "K-18",
      says: "The chains agree on every quantity (R-hat)",
      value: {
        formula: `MAX(${column(places.rhat)})`,
        value: Math.max(...health.quantities.map((each) => each.rhat)),
      },
      limit: methodologyLimit(context, "diagnose.rhatFail", limitOf(health, "rhat")),
      holds: "most",
      format: "0.000",
      ...shared,
    },
    {
      id: "K-19",
      says: "Every quantity has enough effective draws",
      value: { formula: `MIN(${column(places.essBulk)},${column(places.essTail)})`, value: Math.min(...ess) },
      limit: methodologyLimit(context, "diagnose.essMin", limitOf(health, "essBulk")),
      holds: "least",
      format: "#,##0",
      ...shared,
    },
  ];
}

function limitOf(health: FitHealth, metric: string): number {
  return health.checks.find((check) => check.metric === metric)?.limit ?? 0;
}

/** The verdict cells of a refused fit, one check each: met unless the verdict is "fail". */
export function verdictChecks(health: FitHealth): WorkbookCheck[] {
  const places = diagnosticPlaces(health, false);
  return health.checks.map((check, index) => ({
    id: `D-${String(index + 1).padStart(2, "0")}`,
    says: `The gate is passed: ${check.metric}`,
    value: {
      formula: `IF(${cellAt(DIAGNOSTICS, places.firstCheck + index, 3)}="fail",1,0)`,
      value: check.verdict === "fail" ? 1 : 0,
    },
    limit: 0,
    holds: "most",
    format: "0",
    sheet: DIAGNOSTICS,
  }));
}
