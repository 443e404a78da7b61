/** What a number rests on, in plain words. */

import type { Learned } from "../attribute/attribution.ts";

const WORDS: Readonly<Record<Learned, string>> = {
  data: "the data",
  mixed: "data and assumption",
  prior: "mostly assumption",
};

/** Plain words for how much was learned (decisions §2): e.g. "mixed" is "data and assumption". */
export function restsOn(learned: Learned): string {
  return WORDS[learned];
}
