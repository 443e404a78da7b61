/** How much a simulated channel spends in each week. */

import type { Random } from "@mmm/core";
import type { ChannelTemplate } from "./channel-templates.ts";

/** Standard deviation of log spend from week to week, and how much of a deviation stays for the next week. */
const WEEKLY_SPREAD = 0.3;
const PERSISTENCE = 0.6;
/** Chance that an always-on channel starts a push in a week; weeks that it lasts; its factor. */
const PUSH_CHANCE = 0.06;
const PUSH_WEEKS = 4;
const PUSH_FACTOR = 1.7;
/** Flights and pauses last so many weeks, at least and at most. */
const FLIGHT = [4, 8] as const;
const PAUSE = [3, 7] as const;
/** A sparse channel pauses so many weeks between two single active weeks. */
const SPARSE_PAUSE = [6, 13] as const;

export interface SpendOptions {
  /** [week] demand in standard deviations from its mean. */
  readonly demand: Float64Array;
  /** Log spend per standard deviation of demand, for channels that follow it; 0: spend knows nothing of demand. */
  readonly confounding: number;
  /** Chance of a week being dark on top of the pattern. */
  readonly zeroWeeks: number;
}

/**
 * Weekly spend of one channel.
 *
 * @param template - kind and level of the channel.
 * @param options - what spend answers to.
 * @param random - source of randomness.
 * @returns [week] whole units of currency, at least 0.
 */
export function simulateSpend(
  template: ChannelTemplate,
  options: SpendOptions,
  random: Random,
): Float64Array {
  const { demand, confounding, zeroWeeks } = options;
  const active = activity(template, demand.length, random);
  const spend = new Float64Array(demand.length);
  let deviation = 0;
  for (let week = 0; week < spend.length; week++) {
    deviation = PERSISTENCE * deviation + WEEKLY_SPREAD * random.normal();
    const followed = template.followsDemand ? confounding * demand[week] : 0;
    const dark = random.uniform() < zeroWeeks;
    spend[week] = dark ? 0 : Math.round(template.weekly * active[week] * Math.exp(deviation + followed));
  }
  return spend;
}

/** [week] 0 when dark, 1 at the usual level, more in a push. */
function activity(template: ChannelTemplate, weeks: number, random: Random): Float64Array {
  switch (template.pattern) {
    case "always":
      return pushes(weeks, random);
    case "flights":
      return flights(weeks, { flight: FLIGHT, pause: PAUSE }, random);
    case "sparse":
      return flights(weeks, { flight: [1, 1], pause: SPARSE_PAUSE }, random);
  }
}

function pushes(weeks: number, random: Random): Float64Array {
  const active = new Float64Array(weeks).fill(1);
  for (let week = 0; week < weeks; week++) {
    if (random.uniform() < PUSH_CHANCE) active.fill(PUSH_FACTOR, week, Math.min(weeks, week + PUSH_WEEKS));
  }
  return active;
}

function flights(
  weeks: number,
  lengths: { readonly flight: readonly [number, number]; readonly pause: readonly [number, number] },
  random: Random,
): Float64Array {
  const active = new Float64Array(weeks);
  const between = ([least, most]: readonly [number, number]): number =>
    least + Math.floor(random.uniform() * (most - least + 1));
  let week = between(lengths.pause) - 1;
  while (week < weeks) {
    const end = Math.min(weeks, week + between(lengths.flight));
    active.fill(1, week, end);
    week = end + between(lengths.pause);
  }
  return active;
}
