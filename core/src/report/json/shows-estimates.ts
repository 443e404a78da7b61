/** Which tiers may show amounts: the others order channels and nothing more (X-01, D-02, decisions §2). */

import type { Tier } from "../../audit/scorecard.ts";

/** Whether amounts of effect may leave the product for a run of this tier. */
export function showsEstimates(tier: Tier): boolean {
  return tier === "caveat" || tier === "full";
}
