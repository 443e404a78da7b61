/** Columns of a wide table that hold one channel under two names, as after a platform's renaming (IN-50). */

import { settle } from "./answer.ts";
import { channelKey } from "./channel-key.ts";
import type { WeekSeries } from "./fill-blanks.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import type { ReadChannel } from "./read-channel.ts";
import { answered, mended } from "./repair.ts";
import { listed } from "./wording.ts";

/**
 * The channels, those of one platform added up when the user says so.
 *
 * @returns e.g. "FB" and "Meta" are asked about once; merged, "Meta" (the later column) holds the sum of both.
 */
export function mergeNamesakes(
  source: Source,
  channels: readonly ReadChannel[],
  answers: Readonly<Record<string, string>>,
): Noted<readonly ReadChannel[]> {
  const groups = [...new Set(channels.map(keyOf))].map((key) =>
    channels.filter((channel) => keyOf(channel) === key),
  );
  const several = groups.filter((group) => group.length > 1);
  if (several.length === 0) return { value: channels, notes: NO_NOTES };
  const pairs = several.map((group) => group.map(({ brief }) => `"${brief.name}"`).join(" and "));
  const settled = settle(
    {
      id: "IN-50",
      code: "IN-50",
      where: at(source, several[0]?.[0]?.range ?? null),
      message: `IN-50 Some channels seem to be one platform under several names: ${listed(pairs)}. Are they the same?`,
      choices: ["merge", "keep", "stop"],
      default: "merge",
    },
    answers,
  );
  if (settled.value !== "merge") return { value: channels, notes: settled.notes };
  const logged = several.flatMap((group) =>
    group.slice(0, -1).map((channel) =>
      mended({
        code: "IN-50",
        where: at(source, channel.range),
        before: channel.brief.name,
        after: group.at(-1)?.brief.name ?? "",
        place: channel.brief.name,
        fixed: answered("IN-50"),
      }),
    ),
  );
  const merged = groups.map((group) => group.reduce((sum, channel) => added(sum, channel)));
  return { value: merged, notes: joinNotes(...logged) };
}

function keyOf(channel: ReadChannel): string {
  return channelKey(channel.brief.name);
}

/** The later name stays; exposure adds up only where both count it. */
function added(first: ReadChannel, second: ReadChannel): ReadChannel {
  const hasBoth = first.exposure !== null && second.exposure !== null;
  return {
    ...second,
    spend: first.spend === null ? second.spend : sumOf(first.spend, second.spend),
    carryIn: second.carryIn.map((value, week) => value + (first.carryIn[week] ?? 0)),
    filled: [...new Set([...first.filled, ...second.filled])],
    exposure: hasBoth && first.exposure !== null ? sumOf(first.exposure, second.exposure) : null,
  };
}

function sumOf(first: WeekSeries, second: WeekSeries | null): WeekSeries {
  if (second === null) return first;
  return {
    ...second,
    values: second.values.map((value, week) => value + (first.values[week] ?? 0)),
    imputed: first.imputed + second.imputed,
    filled: [...new Set([...first.filled, ...second.filled])],
  };
}
