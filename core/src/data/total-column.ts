/** A column that is called a total and is the sum of the other channels: it counts the same money twice (IN-07). */

import { at, found, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import type { ReadChannel } from "./read-channel.ts";
import { isUndone, mended, unmended } from "./repair.ts";

const CALLED_TOTAL = /^(?:grand[\s_-]*)?(?:total|sum|subtotal)s?\b|[\s_-]totals?$/i;
const ROUNDING = 1e-6; // share of a total that rounding each part to cents may lose

/**
 * The channels without their total. A sum under another name is left for the user to judge (IN-51).
 *
 * @returns e.g. TV, Search and "Total spend", which is their sum in every week: TV and Search.
 */
export function withoutTotal(
  source: Source,
  channels: readonly ReadChannel[],
  answers: Readonly<Record<string, string>>,
): Noted<readonly ReadChannel[]> {
  const total = channels.length <= 2 ? undefined : channels.find((channel) => isTotal(channel, channels));
  if (total === undefined) return { value: channels, notes: NO_NOTES };
  const place = total.brief.spend;
  const [code, where] = ["IN-07", at(source, total.range)] as const;
  if (isUndone(answers, code, place))
    return { value: channels, notes: unmended({ code, where, before: place, place }) };
  const message = `IN-07 "${place}" is the total of the other channels; it is left out.`;
  const notes = joinNotes(
    mended({ code, where, before: place, after: "(column left out)", place }),
    found("warn", code, where, message, "Delete the total column if it is not needed in the file."),
  );
  return { value: channels.filter((channel) => channel !== total), notes };
}

/** A week whose spend an answer filled in proves nothing either way. */
function isTotal(channel: ReadChannel, all: readonly ReadChannel[]): boolean {
  const { brief, spend } = channel;
  if (spend === null || ![brief.name, brief.spend].some((name) => CALLED_TOTAL.test(name))) return false;
  const filled = new Set(all.flatMap((each) => each.filled.map((week) => week - each.carryIn.length)));
  return spend.values.every((value, week) => {
    const sum = all.reduce((money, each) => money + (each.spend?.values[week] ?? 0), 0);
    return filled.has(week) || Math.abs(sum - 2 * value) <= ROUNDING * Math.abs(sum);
  });
}
