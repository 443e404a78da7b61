/** The clean weekly table that a dirty export is made of: the simulator's, with cents. */

import { DEFAULT_SIMULATION, simulateHistory } from "../../cli/src/simulate/simulate-history.ts";
import { seeded } from "./seeded.ts";

export interface OriginalChannel {
  readonly name: string;
  /** [week] cents. */
  readonly spend: readonly number[];
  /** [week] whole impressions; empty where nobody counts them. */
  readonly impressions: readonly number[];
}

export interface Original {
  /** [week] ISO dates, Mondays. */
  readonly weeks: readonly string[];
  /** [week] cents. */
  readonly revenue: readonly number[];
  readonly channels: readonly OriginalChannel[];
  /** [week] whole percent. */
  readonly promo: readonly number[];
}

export interface OriginalOptions {
  readonly seed: number;
  readonly weeks: number;
  readonly channels: number;
  /** ISO date of the first Monday. */
  readonly start: string;
}

/** Channels with pauses would be set aside for want of weeks (IN-49), which is a fault of its own here. */
const LIVE_SHARE = 0.7;

/** A brand's weeks; whole currency has cents added, so that a lost digit shows. */
export function original({ seed, weeks, channels, start }: OriginalOptions): Original {
  const { table } = simulateHistory({ ...DEFAULT_SIMULATION, seed, weeks, channels: 10, startDate: start });
  const [header, ...rows] = table.rows;
  const column = (name: string) => rows.map((row) => Number(row[header.indexOf(name)]));
  const random = seeded(seed);
  const withCents = (value: number) => (value === 0 ? 0 : 100 * Math.floor(value) + random.whole(1, 99));
  const names = header
    .map(String)
    .filter((name) => name.endsWith(" spend") && header.includes(name.replace(/spend$/, "impressions")))
    .filter((name) => column(name).filter((value) => value > 0).length >= LIVE_SHARE * weeks)
    .map((name) => name.replace(/ spend$/, ""));
  if (names.length < channels) throw new RangeError(`only ${names.length} channels are live enough`);
  return {
    weeks: rows.map((row) => String(row[0])),
    revenue: column("revenue").map(withCents),
    channels: names.slice(0, channels).map((name) => ({
      name,
      spend: column(`${name} spend`).map(withCents),
      impressions: column(`${name} impressions`),
    })),
    // some depth in the first week, so that the column never stands still
    promo: column("promo_depth").map((depth, week) => (week === 0 ? 5 : Math.round(100 * depth))),
  };
}
