/** Gross and net revenue side by side: only the business knows which of them its budget answers for (IN-57). */

import { settle } from "./answer.ts";
import type { Brief } from "./brief.ts";
import type { Frame } from "./column.ts";
import { headerTokens, kpiRank } from "./header-tokens.ts";
import { at, NO_NOTES, type Noted } from "./notes.ts";

const GROSS = new Set(["gross", "brutto", "incl", "including"]);
const NET = new Set(["net", "netto", "excl", "excluding"]);

/**
 * The brief with the KPI that the user chose.
 *
 * @returns the brief as it is where it names a KPI or the table has no such pair; e.g. "Gross revenue" beside
 * "Net revenue" is asked about, and net is proposed.
 */
export function chooseRevenue(frame: Frame, brief: Brief): Noted<Brief> {
  const holds = (words: ReadonlySet<string>) =>
    frame.columns.find(
      ({ header }) => kpiRank(header) !== null && headerTokens(header).some((token) => words.has(token)),
    );
  const [gross, net] = [holds(GROSS), holds(NET)];
  if (brief.table.kpi !== null || gross === undefined || net === undefined)
    return { value: brief, notes: NO_NOTES };
  const settled = settle(
    {
      id: "IN-57",
      code: "IN-57",
      where: at(frame, gross.headerCell),
      message: `IN-57 The table has "${gross.header}" (with tax or returns) and "${net.header}" (without): which of them is the KPI in every week?`,
      choices: ["net", "gross", "stop"],
      default: "net",
    },
    brief.answers,
  );
  const kpi = settled.value === "gross" ? gross.header : net.header;
  return { value: { ...brief, table: { ...brief.table, kpi } }, notes: settled.notes };
}
