/** A small made-up history for the model's tests: seeded noise around a plausible brand. */

import type { ChannelHistory, MediaHistory } from "@mmm/core/data/media-history.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";

/** ISO dates of consecutive Mondays from 2023-01-02. */
export function mondays(weeks: number): string[] {
  const first = Date.UTC(2023, 0, 2);
  return Array.from({ length: weeks }, (_, week) =>
    new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
}

export interface ExampleShape {
  readonly weeks: number;
  readonly channels: number;
  readonly seed: number;
}

/** KPI near 1000 a week, spends near 50 with every fourth week of the first channel dark, one control, one event. */
export function exampleHistory({ weeks, channels, seed }: ExampleShape): MediaHistory {
  const random = createRandom(seed, 0);
  const series = (at: (week: number) => number): Float64Array =>
    Float64Array.from({ length: weeks }, (_, week) => at(week));
  const media: ChannelHistory[] = Array.from({ length: channels }, (_, index) => ({
    name: `Channel ${index + 1}`,
    group: "other",
    column: `channel_${index + 1}`,
    spend: series((week) => (index === 0 && week % 4 === 3 ? 0 : 20 + 60 * random.uniform())),
    exposure: null,
    min: null,
    max: null,
    lockedUntil: null,
    carryIn: new Float64Array(0),
    adstock: null,
    saturation: null,
    prior: null,
  }));
  const price = series(() => 10 + random.normal());
  const kpi = series((week) => {
    const paid = media.reduce(
      (sum, { spend }) => sum + (200 / channels) * (spend[week] / (spend[week] + 40)),
      0,
    );
    return 800 + 100 * Math.sin(week / 8) + paid - 20 * (price[week] - 10) + 30 * random.normal();
  });
  return {
    file: "example.csv",
    sheet: null,
    company: null,
    currency: "USD",
    weeks: mondays(weeks),
    kpi: { name: "revenue", kind: "money", values: kpi, revenuePerKpi: new Float64Array(weeks).fill(1) },
    channels: media,
    controls: [{ name: "price", type: "price", sign: null, values: price }],
    events: [{ name: "sale", values: series((week) => (week % 13 === 5 ? 1 : 0)) }],
    liftTests: [],
    leftOut: [],
    imputed: [],
  };
}
