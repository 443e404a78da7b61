/** What each score rests on, column by column, with the cells that it was measured in (A-22, B-13). */

import type { Where } from "../data/finding.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { Reading } from "../data/reading.ts";
import { counted, plainNumber, shareInWords } from "../data/wording.ts";
import type { AuditFacts, DimensionId } from "./scorecard.ts";

/** One measurement of one column. */
export interface CellEvidence {
  readonly dimension: DimensionId;
  /** Header of the column. */
  readonly column: string;
  readonly where: Where;
  /** In words, e.g. "44.9% of weeks without spend; 32.1% of all spend". */
  readonly measured: string;
}

/**
 * A line per column that a score looks at.
 *
 * @param columns - where each column of the table stands.
 */
export function cellEvidence(
  history: MediaHistory,
  facts: AuditFacts,
  columns: NonNullable<Reading["columns"]>,
): CellEvidence[] {
  return columns.flatMap((read) => {
    const measured = measuredIn(read, history, facts);
    const { column, where, role } = read;
    return measured === null ? [] : [{ dimension: DIMENSIONS[role], column, where, measured }];
  });
}

type ReadColumn = NonNullable<Reading["columns"]>[number];

const DIMENSIONS: Readonly<Record<ReadColumn["role"], DimensionId>> = {
  date: "timeSeries",
  kpi: "kpi",
  spend: "spend",
  exposure: "exposure",
  control: "controls",
};

/** Null for a column that did not enter the history (IN-46, IN-47, IN-49): its finding says why. */
function measuredIn({ role, column }: ReadColumn, history: MediaHistory, facts: AuditFacts): string | null {
  const { weeks, kpi, channels, controls, imputed } = history;
  switch (role) {
    case "date":
      return `${counted(weeks.length, "week")} from ${weeks[0] ?? ""} to ${weeks.at(-1) ?? ""}`;
    case "kpi": {
      const filled = imputed.find((one) => one.column === kpi.name)?.cells ?? 0;
      return `${counted(filled, "week")} filled in; mean ${plainNumber(facts.kpi.mean)}`;
    }
    case "spend": {
      const place = channels.findIndex((channel) => channel.column === column);
      const { zeroShare = 0, spendShare = 0 } = facts.channels[place] ?? {};
      if (place < 0) return null;
      return `${shareInWords(zeroShare)} of weeks without spend; ${shareInWords(spendShare)} of all spend`;
    }
    case "exposure":
      return "impressions, clicks or GRP by week";
    default: {
      const control = controls.find(({ name }) => name === column);
      return control === undefined ? null : `a control of type ${control.type}`;
    }
  }
}
