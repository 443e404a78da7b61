/** A week's figure over days and campaigns, summing to it exactly. */

import type { Seeded } from "../seeded.ts";

/** Whole parts of a whole number, uneven as days are; e.g. 10 in 3 parts may be 2, 5, 3. */
export function split(total: number, parts: number, random: Seeded): number[] {
  const weights = Array.from({ length: parts }, () => 0.5 + random.uniform());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - shares.reduce((all, share) => all + share, 0);
  return shares.map((share, part) => (part === 0 ? share + rest : share));
}
