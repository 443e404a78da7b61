/** Tables that no model can make much of, with their truth: each is one way in which data can fail to tell. */

import { createRandom, type Random } from "@mmm/core/numerics/random.ts";
import type { Table } from "@mmm/core/spreadsheet/table.ts";
import { weeklyTable } from "../fixtures/weekly-table.ts";
import { oracleAdstock, oracleHill } from "../oracles/media-mix-oracle.ts";

export interface HardTable {
  readonly table: Table;
  /** Channel → incremental revenue over the window. */
  readonly truth: ReadonlyMap<string, number>;
  readonly spends: ReadonlyMap<string, Float64Array>;
}

export interface HardShape {
  readonly weeks: number;
  /** Channel → spend of a week; drawn channel by channel, in this order. */
  readonly spend: Readonly<Record<string, (week: number, random: Random) => number>>;
  /** What is added to the KPI of a week besides level, season, media and noise. */
  readonly extra?: (week: number) => number;
}

const LEVEL = 100_000;
const NOISE = 3_000;

/** Every channel brings 1.5 times its spend: half of its ceiling at its mean spend, retention 0.4. */
const RETURN = 1.5;

/** Revenue of level, season, media and noise around given spends; the same seed gives the same table. */
export function hardTable({ weeks, spend, extra = () => 0 }: HardShape, seed = 1): HardTable {
  const random = createRandom(seed, 3000);
  const spends = new Map(
    Object.entries(spend).map(([name, at]) => [
      name,
      Float64Array.from({ length: weeks }, (_, week) => Math.round(at(week, random))),
    ]),
  );
  const kpi = Float64Array.from(
    { length: weeks },
    (_, week) =>
      LEVEL * (1 + 0.1 * Math.sin((2 * Math.PI * week) / 52.18)) + NOISE * random.normal() + extra(week),
  );
  const truth = new Map<string, number>();
  for (const [name, series] of spends) {
    const effect = effectOf(series);
    effect.forEach((value, week) => {
      kpi[week] += value;
    });
    truth.set(
      name,
      effect.reduce((sum, value) => sum + value, 0),
    );
  }
  const columns = Object.fromEntries(
    [...spends].map(([name, series]) => [`${name} spend`, (week: number) => series[week]]),
  );
  return {
    table: weeklyTable(weeks, { revenue: (week) => Math.round(kpi[week]), ...columns }),
    truth,
    spends,
  };
}

function effectOf(spend: Float64Array): number[] {
  const total = spend.reduce((sum, week) => sum + week, 0);
  const live = spend.filter((week) => week > 0);
  const half = total / Math.max(1, live.length);
  const reached = Array.from(spend, (_, week) => oracleHill(oracleAdstock(spend, 0.4, 12, week), half, 1.2));
  const sum = reached.reduce((all, h) => all + h, 0);
  return reached.map((h) => (RETURN * total * h) / sum);
}

/** Spend that goes its own way: log-normal around a mean. */
export function freely(mean: number): (week: number, random: Random) => number {
  return (_, random) => mean * Math.exp(0.5 * random.normal() - 0.125);
}
