/** Negative rows of a long table: credits that are netted within their week, or moved to where the spend was (IN-39). */

import { settle } from "./answer.ts";
import type { NumberColumn } from "./column.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

/** A row of a long table, with the day of its week and its channel. */
export interface DatedSpend {
  readonly row: number;
  readonly day: number;
  readonly channel: string;
}

/**
 * The spend of each row after the credits are settled.
 *
 * @param rows - those that are used.
 * @returns "net" and an open question leave the rows as they are; "move" takes each credit off the channel's latest
 * earlier rows, e.g. 5 and 3 in two weeks and -4 in the third become 4, 0 and 0; what finds no spend stays negative.
 */
export function settleRowCredits(
  source: Source,
  spend: NumberColumn,
  rows: readonly DatedSpend[],
  answers: Readonly<Record<string, string>>,
): Noted<NumberColumn> {
  const credits = rows.filter(({ row }) => (spend.values[row] ?? 0) < 0);
  if (credits.length === 0) return { value: spend, notes: NO_NOTES };
  const places = credits.map(({ row }) => spend.places[row] ?? spend.headerCell);
  const id = `IN-39:${spend.header}`;
  const settled = settle(
    {
      id,
      code: "IN-39",
      where: at(source, places[0] ?? null),
      message: `IN-39 Spend in "${spend.header}" is negative in ${counted(credits.length, "row")} (${listed(places)}): shall a credit be netted within its own week, or taken off the weeks before, where the spend was booked?`,
      choices: ["net", "move", "stop"],
      default: "net",
    },
    answers,
  );
  if (settled.value !== "move") return { value: spend, notes: settled.notes };
  const values = movedRows(spend.values, rows, credits);
  const repairs = spend.places.flatMap((place, row) => {
    const [before, after] = [spend.values[row] ?? null, values[row] ?? null];
    if (before === after) return [];
    const [where, fixed] = [at(source, place), answered(id)];
    return [mended({ code: "IN-39", where, before: String(before), after: String(after), fixed })];
  });
  return { value: { ...spend, values }, notes: joinNotes(...repairs) };
}

function movedRows(
  spend: NumberColumn["values"],
  rows: readonly DatedSpend[],
  credits: readonly DatedSpend[],
): Array<number | null> {
  const values = [...spend];
  const oldestFirst = [...credits].sort((first, second) => first.day - second.day);
  for (const credit of oldestFirst) {
    let owed = -(values[credit.row] ?? 0);
    const earlier = rows
      .filter(({ day, channel }) => day < credit.day && channel === credit.channel)
      .sort((first, second) => second.day - first.day);
    for (const { row } of earlier) {
      const taken = Math.min(owed, Math.max(0, values[row] ?? 0));
      if (taken > 0) values[row] = (values[row] ?? 0) - taken;
      owed -= taken;
    }
    values[credit.row] = owed === 0 ? 0 : -owed;
  }
  return values;
}
