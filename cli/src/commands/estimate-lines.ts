/** One line per channel for the terminal: its return with the interval, or its rank where the tier allows no more. */

import type { DefenseResults } from "@mmm/core";

type Attribution = DefenseResults["attribution"];

/** The channels' estimates in the model's order; e.g. "  TV: ROAS 2.10 (90%: 1.20 to 3.40), 8.1% of KPI (4.6 to 13.2), learned from data". */
export function estimateLines({ level, channels }: Attribution): string[] {
  const inside = Math.round(100 * level);
  return channels.map((channel) => {
    const { roas, cpik, share } = channel;
    const estimate = roas ?? cpik;
    const name = roas === null ? "CPIK" : "ROAS";
    const range = (lo: number, hi: number, digits: number): string =>
      `${lo.toFixed(digits)} to ${hi.toFixed(digits)}`;
    const money =
      estimate === null
        ? `rank ${channel.rank}`
        : `${name} ${estimate.mean.toFixed(2)} (${inside}%: ${range(estimate.lo, estimate.hi, 2)})`;
    const effect =
      estimate === null
        ? ""
        : `, ${(100 * share.mean).toFixed(1)}% of KPI (${range(100 * share.lo, 100 * share.hi, 1)})`;
    return `  ${channel.name}: ${money}${effect}, learned from ${channel.learned}`;
  });
}
