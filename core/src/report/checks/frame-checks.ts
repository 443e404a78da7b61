/** Checks of the workbook as a whole: no errors anywhere, and a named approver. */

import { areaAt, cellAt } from "../layout/address.ts";
import { isApproved } from "../layout/stamp-line.ts";
import { CHART_ROWS, CHARTS_PER_ROW, GRID_COLUMNS } from "../places/curve-places.ts";
import { ROI, roiChannels, roiPlaces } from "../places/roi-places.ts";
import { CHECKS, COVER, COVER_FACTS } from "../places/run-places.ts";
import type { ReportContext, RunContext } from "../report-context.ts";
import type { WorkbookCheck } from "./workbook-check.ts";

/** Rows that charts, heads and notes may take beside the longest table of a sheet. */
const ROWS_BESIDE = 150;
/** Columns of the widest sheet that does not grow with channels. */
const FIXED_COLUMNS = 30;

/** The last row and column that any sheet of the run reaches, zero-based; a test holds the sheets to it. */
export function reach(context: RunContext): { readonly row: number; readonly column: number } {
  const { history, health, methodology, reading, scorecard } = context;
  const { channels, controls, events, weeks } = history;
  const lists = [weeks, methodology, health?.quantities ?? [], reading.repairs, scorecard.findings];
  const charts = Math.ceil(channels.length / CHARTS_PER_ROW) * (CHART_ROWS + 1);
  return {
    row: ROWS_BESIDE + charts + Math.max(...lists.map((list) => list.length)),
    column: FIXED_COLUMNS + channels.length * GRID_COLUMNS + controls.length + events.length,
  };
}

/** No cell of any sheet is an error; rows 1 to 3 repeat this sheet's own verdict and are left out. */
export function errorCheck(context: RunContext): WorkbookCheck {
  const sheets = context.sheets.filter((name) => name !== COVER && name !== CHECKS);
  const { row, column } = reach(context);
  const errors = sheets.map((name) => {
    const area = areaAt({ sheet: name, top: 3, left: 0, bottom: row, right: column });
    return `SUMPRODUCT(ISERROR(${area})*1)`;
  });
  return {
    id: "K-23",
    says: "No cell of the workbook shows an error: cells that do",
    value: { formula: errors.join("+"), value: 0 },
    limit: 0,
    holds: "most",
    format: "0",
    sheet: sheets.includes("Defense") ? "Defense" : (sheets[0] ?? COVER),
  };
}

/** A name and a date stand on Cover. */
export function approverCheck(context: RunContext): WorkbookCheck {
  const approver = cellAt(COVER, COVER_FACTS.approver, 1);
  const date = cellAt(COVER, COVER_FACTS.approvedOn, 1);
  return {
    id: "K-24",
    says: "A named approver and a date stand on Cover (1 = yes)",
    value: {
      formula: `IF(AND(LEN(TRIM(${approver}))>0,LEN(${date})>0),1,0)`,
      value: isApproved(context) ? 1 : 0,
    },
    limit: 1,
    holds: "least",
    format: "0",
    sheet: COVER,
  };
}

/** Ranks run from 1 to the number of channels, each once. */
export function rankCheck(context: ReportContext): WorkbookCheck {
  const places = roiPlaces(context);
  const ranks = areaAt(roiChannels(places, "rank"));
  const values = context.results.attribution.channels.map((channel) => channel.rank);
  const count = values.length;
  const expected = (count * (count + 1) * (2 * count + 1)) / 6;
  return {
    id: "K-22",
    says: "Ranks run from 1 to the number of channels, each once (difference of squares)",
    value: {
      formula: `ABS(SUMSQ(${ranks})-${expected})`,
      value: Math.abs(values.reduce((sum, rank) => sum + rank * rank, 0) - expected),
    },
    limit: 0,
    holds: "most",
    format: "0",
    sheet: ROI,
  };
}
