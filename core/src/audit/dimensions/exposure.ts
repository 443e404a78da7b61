/** Dimension 3: how much of the spend comes with impressions, clicks or GRP (requirements §1Y); it never blocks. */

import { shareInWords } from "../../data/wording.ts";
import type { AuditView } from "../audit-view.ts";
import type { Dimension } from "../scorecard.ts";

/** Score by the share of spend with exposure; 1 without any: workable on spend. */
export function exposureDimension({ history, facts, rules }: AuditView): Dimension {
  const seen = history.channels.reduce(
    (share, { exposure }, place) =>
      share + (exposure === null ? 0 : (facts.channels[place]?.spendShare ?? 0)),
    0,
  );
  const bands = [rules.exposureFull, rules.exposureGood, rules.exposureFair];
  const met = bands.findIndex((band) => seen >= band);
  const score = met >= 0 ? 5 - met : seen > 0 ? 2 : 1;
  const evidence =
    seen > 0
      ? `${shareInWords(Math.min(1, seen))} of spend has impressions, clicks or GRP beside it.`
      : "No channel has impressions, clicks or GRP; workable on spend.";
  const gap = {
    missing: "weekly impressions, clicks or GRP per channel",
    where: "ad platform exports (same report as spend)",
    owner: "media manager",
    effort: "about 1 week",
    weeks: 1,
    blocks: false,
    ceiling: score,
  };
  return { id: "exposure", score, evidence, gaps: score < 5 ? [gap] : [], limit: 5 };
}
