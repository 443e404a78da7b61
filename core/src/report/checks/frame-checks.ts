/** Checks of the workbook as a whole: no errors anywhere, and a named approver. */

import { areaAt, cellAt } from "../layout/address.ts";
import { isApproved } from "../layout/stamp-line.ts";
import { ROI, roiChannels, roiPlaces } from "../places/roi-places.ts";
import { CHECKS, COVER, COVER_FACTS } from "../places/run-places.ts";
import type { ReportContext, RunContext } from "../report-context.ts";
import type { WorkbookCheck } from "./workbook-check.ts";

/** Widest and longest area that any sheet uses. */
const LAST_COLUMN = 120;
const LAST_ROW = 1500;

/** No cell of any sheet is an error; rows 1 to 3 repeat this sheet's own verdict and are left out. */
export function errorCheck(context: RunContext): WorkbookCheck {
  const sheets = context.sheets.filter((name) => name !== COVER && name !== CHECKS);
  const errors = sheets.map((name) => {
    const area = areaAt({ sheet: name, top: 3, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
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
