/** Which channel returns most, and how sure that is (D-02). */

export interface ChannelRank {
  /** 1 = the largest mean return. */
  readonly rank: number;
  /** Share of draws in which the channel has this very rank. */
  readonly probability: number;
}

/**
 * Ranks channels by their mean return.
 *
 * @param returns - [channel][draw] value per unit of spend.
 * @returns [channel]; e.g. draws (3, 4) and (1, 5): means 3.5 and 3, so ranks 1 and 2, each in half of the draws; ties go
 *   to the earlier channel.
 */
export function rankChannels(returns: readonly Float64Array[]): ChannelRank[] {
  const draws = returns[0]?.length ?? 0;
  const means = returns.map((channel) => channel.reduce((sum, value) => sum + value, 0) / draws);
  const ranks = ranksOf(means);
  const hits = returns.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const drawn = ranksOf(returns.map((channel) => channel[draw]));
    drawn.forEach((rank, channel) => {
      if (rank === ranks[channel]) hits[channel] += 1;
    });
  }
  return ranks.map((rank, channel) => ({ rank, probability: hits[channel] / draws }));
}

/** 1 for the largest; ties in the given order. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[b] - values[a] || a - b);
  const ranks = values.map(() => 0);
  order.forEach((channel, place) => {
    ranks[channel] = place + 1;
  });
  return ranks;
}
