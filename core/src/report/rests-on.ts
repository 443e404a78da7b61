/** What a number rests on, in plain words. */

import type { ChannelAttribution, Learned } from "../attribute/attribution.ts";

const WORDS: Readonly<Record<Learned, string>> = {
  data: "the data",
  mixed: "data and assumption",
  prior: "mostly assumption",
};

/**
 * Plain words for how much was learned (decisions §2): e.g. "mixed" is "data and assumption".
 *
 * Where one week decides a channel, its data are that week.
 */
export function restsOn({ learned, oneWeek }: Pick<ChannelAttribution, "learned" | "oneWeek">): string {
  return learned !== "prior" && oneWeek !== null ? "one single week" : WORDS[learned];
}
