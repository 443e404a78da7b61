/** Checks: what the workbook checks of itself, live; one master flag for all. */

import { checksVerdict, isMet, type WorkbookCheck } from "../checks/workbook-check.ts";
import { areaHere, columnArea, fixed, near } from "../layout/address.ts";
import { live, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { GENERAL } from "../layout/number-formats.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { CHECK_PLACES } from "../places/check-places.ts";
import { CHECKS } from "../places/run-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [14, 66, 14, 14, 12, 18];

/** The Checks sheet. */
export function checksSheet(context: RunContext, checks: readonly WorkbookCheck[]): PlannedSheet {
  const { firstCheck, status, masterRow } = CHECK_PLACES;
  const last = firstCheck + checks.length - 1;
  const statuses = areaHere(columnArea(CHECKS, status, firstCheck, last));
  return planSheet(context, {
    name: CHECKS,
    title: text("Checks that the workbook makes of itself"),
    units: "Live: change a cell anywhere and the checks that depend on it follow. TRUE is met, FALSE is not.",
    widths: WIDTHS,
    blocks: [masterBlock(checks, statuses), checksBlock(checks)],
    colors: [
      { range: `${near(masterRow, 1)}`, by: "truth" },
      { range: `${near(firstCheck, status)}:${near(last, status)}`, by: "truth" },
    ],
    freeze: { rows: firstCheck, columns: 0 },
    titleRows: [1, firstCheck],
    lastPrinted: WIDTHS.length - 1,
  });
}

function masterBlock(checks: readonly WorkbookCheck[], statuses: string): Block {
  const met = `COUNTIF(${statuses},TRUE)`;
  const count = checks.length;
  const words = `IF(${met}=${count},"All ${count} checks met",${count}-${met}&" of ${count} checks not met")`;
  return {
    row: CHECK_PLACES.verdictRow,
    column: 0,
    rows: [
      [text("In words", "label"), live(words, checksVerdict(checks), GENERAL, "labelStrong")],
      [
        text("Master check", "label"),
        live(`AND(${met}=${count})`, checks.every(isMet), GENERAL, "labelStrong"),
      ],
    ],
  };
}

function checksBlock(checks: readonly WorkbookCheck[]): Block {
  const columns: TableColumn<WorkbookCheck>[] = [
    { head: "Id", words: true, cell: (check) => text(check.id, "label") },
    { head: "Holds when", words: true, cell: (check) => text(check.says) },
    { head: "Value", cell: (check) => live(check.value.formula, check.value.value, check.format) },
    {
      head: "Limit",
      cell: ({ limit, format }) =>
        typeof limit === "number"
          ? { value: limit, format, style: "number" }
          : { ...live(limit.formula, limit.value, format), ink: "link" },
    },
    {
      head: "Met",
      centered: true,
      cell: (check, row) => {
        const [value, limit] = [near(row, CHECK_PLACES.value), near(row, CHECK_PLACES.limit)];
        const sign = check.holds === "most" ? "<=" : ">=";
        return live(`AND(ISNUMBER(${value}),${value}${sign}${limit})`, isMet(check), GENERAL, "center");
      },
    },
    { head: "Look at", words: true, cell: (check) => ({ ...text(check.sheet, "link"), goTo: check.sheet }) },
  ];
  return tableBlock({ row: CHECK_PLACES.headRow, column: 0, columns, items: checks, widths: WIDTHS });
}

/** The cell of the master check, for Cover. */
export const MASTER_CELL: string = `${CHECKS}!${fixed(CHECK_PLACES.masterRow, 1)}`;
