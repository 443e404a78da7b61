/** Cells that every sheet's second row and the checks refer to. */

import { cellAt } from "../layout/address.ts";

export const COVER = "Cover";
export const CHECKS = "Checks";

/** Row 2 of Cover: the line that every output sheet repeats. */
export const STAMP_LINE: string = cellAt(COVER, 1, 0);

/** Zero-based rows of the facts on Cover: label in column A, value in column B. */
export const COVER_FACTS = {
  first: 21,
  approver: 30,
  approvedOn: 31,
  stamp: 32,
} as const;

export const RUN_LOG = "Run log";

/** Zero-based lines of the Run log's facts that the checks read. */
export const RUN_LOG_LINES = { first: 5, draws: 10, divergences: 11 } as const;

export const DRAWS_CELL: string = cellAt(RUN_LOG, RUN_LOG_LINES.first + RUN_LOG_LINES.draws, 1);
export const DIVERGENCES_CELL: string = cellAt(RUN_LOG, RUN_LOG_LINES.first + RUN_LOG_LINES.divergences, 1);
