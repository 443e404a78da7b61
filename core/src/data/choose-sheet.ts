/** Several sheets of a workbook that hold tables: only the user knows which is meant (IN-11). */

import type { Table } from "../spreadsheet/table.ts";
import { settle } from "./answer.ts";
import { looksLikeDate } from "./date-text.ts";
import { looksLikeNumber } from "./header-row.ts";
import { at, NO_NOTES, type Noted } from "./notes.ts";

const ENOUGH = 3; // rows with a date and a number: a legend or a list of names has none

/**
 * The table that the user means; the first one while the question is open.
 *
 * @param table - with the workbook's other visible sheets beside it, where nobody named one.
 */
export function chooseSheet(table: Table, answers: Readonly<Record<string, string>>): Noted<Table> {
  const all = [table, ...(table.otherSheets ?? [])].filter(holdsData);
  const [only] = all;
  if (all.length < 2) return { value: only ?? table, notes: NO_NOTES };
  const names = all.map(({ sheet }) => sheet ?? "");
  const settled = settle(
    {
      id: "IN-11:sheet",
      code: "IN-11",
      where: at(table, null),
      message: `IN-11 ${table.file} has several sheets with dated figures: ${names.join(", ")}. Which is meant?`,
      choices: names,
      default: names[0] ?? "",
    },
    answers,
  );
  return { value: all.find(({ sheet }) => sheet === settled.value) ?? table, notes: settled.notes };
}

function holdsData({ rows }: Table): boolean {
  return rows.filter((row) => row.some(looksLikeDate) && row.some(looksLikeNumber)).length >= ENOUGH;
}
