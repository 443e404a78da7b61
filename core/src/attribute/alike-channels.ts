/** Channels that rose and fell together: what they brought together is known, how it divides is not. */

import { summarize } from "../numerics/interval.ts";
import { correlation, mean, varianceAbout } from "../numerics/moments.ts";
import type { AlikePair } from "./attribution.ts";
import { learnedFrom } from "./learned.ts";
import type { AttributeRules } from "./rules.ts";

/** One channel, as a pair needs it. */
export interface AlikeCandidate {
  readonly name: string;
  /** [week] currency. */
  readonly spend: Float64Array;
  /** [draw] value over the window. */
  readonly value: Float64Array;
  /** [draw] the same from the prior; asked for only where a pair is alike. */
  readonly priorValue: () => Float64Array;
}

/**
 * The pairs that no result may be read apart from each other.
 *
 * @param channels - in the model's order.
 * @param rules - the correlation from which a pair is looked at, and what counts as learned.
 * @returns pairs whose spend correlates by `alikeCorrelation` or more, and whose division is not learned from the data:
 *   1 − posterior variance / prior variance of the first's part is below `learnedFromData`. Empty for most tables.
 */
export function alikeChannels(channels: readonly AlikeCandidate[], rules: AttributeRules): AlikePair[] {
  return channels.flatMap((first, place) =>
    channels.slice(place + 1).flatMap((second) => {
      const r = correlation(first.spend, second.spend);
      if (r < rules.alikeCorrelation) return [];
      const pair = divide(first, second, r, rules);
      return pair.learned === "data" ? [] : [pair];
    }),
  );
}

function divide(first: AlikeCandidate, second: AlikeCandidate, r: number, rules: AttributeRules): AlikePair {
  const share = partOf(first.value, second.value);
  const priorShare = partOf(first.priorValue(), second.priorValue());
  const left = varianceAbout(share, mean(share)) / varianceAbout(priorShare, mean(priorShare));
  return {
    first: first.name,
    second: second.name,
    correlation: r,
    together: summarize(
      first.value.map((value, draw) => value + second.value[draw]),
      rules.level,
    ),
    firstShare: summarize(share, rules.level),
    priorFirstShare: summarize(priorShare, rules.level),
    learned: learnedFrom(Math.max(0, 1 - left), rules),
  };
}

/** [draw] a / (a + b): ½ where both are 0. */
function partOf(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, draw) => (value + b[draw] > 0 ? value / (value + b[draw]) : 0.5));
}
