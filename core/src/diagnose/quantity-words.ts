/** Recorded quantities in a marketer's words. */

/** What a name in brackets stands behind, e.g. "retention[TV]". */
const KINDS: Readonly<Record<string, string>> = {
  retention: "the carry-over of",
  halfSaturation: "the half-saturation point of",
  slope: "the steepness of",
  exponent: "the exponent of",
  contribution: "the contribution of",
  column: "the effect of",
};

const ALONE: Readonly<Record<string, string>> = {
  sigma: "the noise",
  media: "the contribution of all media",
  baseline: "the baseline",
};

/** A quantity in words, and the channel or column that it belongs to. */
export interface QuantityWords {
  readonly words: string;
  readonly owner: string | null;
}

/**
 * Says a quantity.
 *
 * @param name - as recorded.
 * @returns e.g. "the carry-over of TV" with owner "TV" for "retention[TV]"; a kind without words keeps its own name.
 */
export function quantityWords(name: string): QuantityWords {
  const match = /^(\w+)\[(.*)\]$/.exec(name);
  if (match === null) return { words: ALONE[name] ?? name, owner: null };
  const [, kind, owner] = match;
  return { words: `${KINDS[kind] ?? `the ${kind} of`} ${owner}`, owner };
}
