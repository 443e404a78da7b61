/** Takes money from some channels and gives it to others, as far as limits allow. */

import type { SpendRange } from "../optimize/spend-limits.ts";

/** What is wanted of one channel. */
export type ShiftRole = "receives" | "gives" | "stays";

export interface ShiftChannel {
  readonly role: ShiftRole;
  readonly range: SpendRange;
  /** Value per further unit of spend at the current spend: the lowest gives first. */
  readonly marginal: number;
}

export interface ShiftedSpend {
  /** [channel] spends with the same total as before. */
  readonly spends: readonly number[];
  /** The fraction asked of the receiving channels together, and the fraction that the limits allow. */
  readonly wanted: number;
  readonly feasible: number;
}

/**
 * Raises the receiving channels together by a fraction and takes the offset from the giving ones.
 *
 * @param channels - [channel] roles, ranges and marginal values.
 * @param wanted - fraction by which the receiving channels' total should grow, e.g. 0.25.
 * @param floorShare - share of its spend that every giving channel keeps, e.g. 0.7.
 * @returns spends of equal total. Receivers grow by one common fraction, each up to its limit, the others making up
 *   for one that is contracted; givers give in rising order of marginal value, each down to its floor before the
 *   next. Where limits cannot cover the whole, the largest shift that they allow. E.g. receiver 100, givers 50
 *   (marginal 1) and 50 (marginal 2), wanted 0.25, floor 0.7: the first gives 15, the second 10.
 */
export function shiftSpend(
  channels: readonly ShiftChannel[],
  wanted: number,
  floorShare: number,
): ShiftedSpend {
  const givable = channels.map((channel) => canGive(channel, floorShare));
  const rooms = channels.map(({ role, range }) =>
    role === "receives" ? Math.max(0, range.most - range.current) : 0,
  );
  const receiving = sumOf(channels.map(({ role, range }) => (role === "receives" ? range.current : 0)));
  const amount = Math.min(wanted * receiving, sumOf(givable), sumOf(rooms));
  const received = growTogether(channels, rooms, amount);
  const given = giveInOrder(channels, givable, amount);
  return {
    spends: channels.map(({ range }, channel) => range.current + received[channel] - given[channel]),
    wanted,
    feasible: receiving > 0 ? amount / receiving : 0,
  };
}

function canGive({ role, range }: ShiftChannel, floorShare: number): number {
  if (role !== "gives") return 0;
  return Math.max(0, range.current - Math.max(range.least, floorShare * range.current));
}

/** [channel] what each receives: the same fraction of its spend, up to its room; `amount` in all. */
function growTogether(channels: readonly ShiftChannel[], rooms: readonly number[], amount: number): number[] {
  const received = channels.map(() => 0);
  // Tightest first: whoever cannot take the common fraction leaves more for those still to come.
  const order = channels
    .map((_, channel) => channel)
    .filter((channel) => rooms[channel] > 0 && channels[channel].range.current > 0)
    .sort((a, b) => rooms[a] / channels[a].range.current - rooms[b] / channels[b].range.current);
  let left = amount;
  order.forEach((channel, place) => {
    const waiting = sumOf(order.slice(place).map((other) => channels[other].range.current));
    received[channel] = Math.min(rooms[channel], left * (channels[channel].range.current / waiting));
    left -= received[channel];
  });
  return received;
}

/** [channel] what each gives: lowest marginal value first; `amount` in all. */
function giveInOrder(
  channels: readonly ShiftChannel[],
  givable: readonly number[],
  amount: number,
): number[] {
  const given = channels.map(() => 0);
  const order = channels
    .map((_, channel) => channel)
    .sort((a, b) => channels[a].marginal - channels[b].marginal || a - b);
  let owed = amount;
  for (const channel of order) {
    given[channel] = Math.min(owed, givable[channel]);
    owed -= given[channel];
  }
  return given;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
