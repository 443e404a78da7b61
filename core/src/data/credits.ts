/** Negative spend: credits and refunds that belong to earlier weeks (IN-39). */

import { settle } from "./answer.ts";
import type { WeekSeries } from "./fill-blanks.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { answered, mended } from "./repair.ts";
import { counted, listed } from "./wording.ts";

/**
 * Spend without negative weeks.
 *
 * @param series - [week] currency; a negative week is a credit that exceeds the week's spend.
 * @returns the credits taken off the latest earlier weeks with spend, when the user says "move"; e.g. 5, 3, -4
 * becomes 4, 0, 0. A stop where no earlier spend is left to take it off.
 */
export function moveCredits(
  source: Source,
  series: WeekSeries,
  answers: Readonly<Record<string, string>>,
): Noted<WeekSeries> {
  const negative = series.places.filter((_, week) => (series.values[week] ?? 0) < 0);
  if (negative.length === 0) return { value: series, notes: NO_NOTES };
  const settled = settle(
    {
      id: `IN-39:${series.header}`,
      code: "IN-39",
      where: at(source, negative[0] ?? null),
      message: `IN-39 Spend of "${series.header}" is negative in ${counted(negative.length, "week")} (${listed(negative)}): shall the credit be taken off the weeks before, where the spend was booked?`,
      choices: ["move", "stop"],
      default: "move",
    },
    answers,
  );
  const values = moved(series.values);
  const short = values.findIndex((value) => value < 0);
  const absolute = values.map((value) => Math.max(0, value));
  if (settled.value !== "move") return { value: { ...series, values: absolute }, notes: settled.notes };
  const repairs = series.places.flatMap((place, week) => {
    const [before, after] = [series.values[week] ?? 0, values[week] ?? 0];
    return before === after
      ? []
      : [
          mended({
            code: "IN-39",
            where: at(source, place),
            before: String(before),
            after: String(after),
            fixed: answered(`IN-39:${series.header}`),
          }),
        ];
  });
  const left =
    short < 0
      ? NO_NOTES
      : found(
          "stop",
          "IN-39",
          at(source, series.places[short] ?? null),
          `IN-39 The credits of "${series.header}" exceed all spend before them.`,
          "Correct the sign of the column, or delete credits for spend that is older than the table.",
        );
  return { value: { ...series, values: absolute }, notes: joinNotes(...repairs, left) };
}

function moved(spend: Float64Array): Float64Array {
  const values = spend.slice();
  for (let week = 0; week < values.length; week++) {
    let owed = Math.max(0, -(values[week] ?? 0));
    if (owed === 0) continue;
    values[week] = 0;
    for (let earlier = week - 1; earlier >= 0 && owed > 0; earlier--) {
      const taken = Math.min(owed, Math.max(0, values[earlier] ?? 0));
      values[earlier] = (values[earlier] ?? 0) - taken;
      owed -= taken;
    }
    if (owed > 0) values[week] = -owed;
  }
  return values;
}
