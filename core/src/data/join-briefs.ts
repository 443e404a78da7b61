/** Which file holds the KPI, and what the briefs of all files say together (C-01, C-02, C-03). */

import type { Brief, ChannelBrief } from "./brief.ts";
import { kpiRank, saysPlatform, saysSpend } from "./header-tokens.ts";
import { findColumn } from "./look-up-columns.ts";
import { isNameless, isPlatformFile, platformName } from "./platform-name.ts";
import type { ReadSource } from "./read-source.ts";

/**
 * The place of the source with the KPI: the one the brief's KPI stands in, else the likeliest header, a file without
 * media before a platform's own conversions.
 *
 * @returns -1 when no source has one.
 */
export function kpiSource(sources: readonly ReadSource[], stated: Brief): number {
  const { kpi } = stated.table;
  if (kpi !== null) return sources.findIndex(({ rows }) => findColumn(rows.frame, kpi) !== null);
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  sources.forEach((source, place) => {
    const header = source.completed.brief.table.kpi;
    const rank = header === null ? null : kpiRank(header);
    if (rank === null) return;
    const ranked = rank + (hasMedia(source) ? MEDIA_LAST : 0);
    if (ranked < bestRank) [best, bestRank] = [place, ranked];
  });
  return best;
}

const MEDIA_LAST = 1e6; // above every rank of a header

/** True where a header or the file's name says spend: any column of numbers is no channel when several files lie there. */
export function hasMedia({ rows, completed, mapping }: ReadSource): boolean {
  return (
    completed.brief.channels.length > 0 &&
    (mapping.layout === "long" ||
      isPlatformFile(rows.frame.file) ||
      completed.brief.channels.some(({ spend }) => saysSpend(spend) || saysPlatform(spend)))
  );
}

/** The channels of a source, one that is called just "Cost" by the name of its file. */
export function channelsOf(source: ReadSource): ChannelBrief[] {
  if (!hasMedia(source)) return [];
  const name = platformName(source.rows.frame.file);
  return source.completed.brief.channels.map((channel) =>
    isNameless(channel.name) ? { ...channel, name } : channel,
  );
}
