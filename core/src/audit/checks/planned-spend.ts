/** Spend that looks planned instead of actual: the same round figure week after week (IN-45). */

import type { Finding } from "../../data/finding.ts";
import type { ChannelHistory } from "../../data/media-history.ts";
import { plainNumber, shareInWords } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** One warning per channel whose most frequent spend fills `plannedShare` of its live weeks. */
export function checkPlannedSpend(view: AuditView): Finding[] {
  return view.history.channels.flatMap((channel) => {
    const usual = usualSpend(channel);
    if (usual.share < view.rules.plannedShare || usual.weeks < 2) return [];
    return [
      judged(
        view,
        "warn",
        "IN-45",
        `${channel.name} spends exactly ${plainNumber(usual.spend)} in ${shareInWords(usual.share)} of its weeks; that looks like a plan, not like invoices.`,
        "Export actual weekly spend from the platform or the agency's invoices.",
      ),
    ];
  });
}

function usualSpend({ spend }: ChannelHistory): { spend: number; share: number; weeks: number } {
  const counts = new Map<number, number>();
  const live = spend.filter((value) => value > 0);
  for (const value of live) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [usual, weeks] = [0, 0];
  for (const [value, count] of counts) if (count > weeks) [usual, weeks] = [value, count];
  return { spend: usual, share: live.length === 0 ? 0 : weeks / live.length, weeks };
}
