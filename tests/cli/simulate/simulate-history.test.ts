import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { DEFAULT_SIMULATION, simulateHistory } from "@mmm/cli/simulate/simulate-history.ts";
import { oracleAdstock, oracleHill } from "../../oracles/media-mix-oracle.ts";

const { table, truth } = simulateHistory(DEFAULT_SIMULATION);
const HEADER = table.rows[0];

function column(name: string, rows = table.rows): number[] {
  const index = rows[0].indexOf(name);
  return rows.slice(1).map((row) => Number(row[index]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Pearson correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  const cross = sum(a.map((value, index) => (value - meanA) * (b[index] - meanB)));
  return (
    cross /
    Math.sqrt(sum(a.map((value) => (value - meanA) ** 2)) * sum(b.map((value) => (value - meanB) ** 2)))
  );
}

describe("a simulated history", () => {
  it("is wide: a Monday, a KPI, spend and impressions per channel, promotion and holiday", () => {
    expect(HEADER.slice(0, 4)).toEqual(["date", "revenue", "TV spend", "TV impressions"]);
    expect(HEADER.slice(-2)).toEqual(["promo_depth", "holiday"]);
    expect(table.rows.length).toBe(157);
    expect([table.rows[1][0], table.rows[2][0], table.rows[156][0]]).toEqual([
      "2023-01-02",
      "2023-01-09",
      "2025-12-22",
    ]);
  });

  it("sells one to three million a week, of which media bring 20 to 35 %", () => {
    const kpi = column("revenue");
    expect(Math.min(...kpi)).toBeGreaterThan(1e6);
    expect(Math.max(...kpi)).toBeLessThan(3e6);
    expect(truth.media.share).toBeGreaterThan(0.2);
    expect(truth.media.share).toBeLessThan(0.35);
  });

  it("has the effect that its own truth says, recomputed by the textbook formulas", () => {
    for (const channel of truth.channels) {
      const spend = column(`${channel.name} spend`);
      const reached = spend.map((_, week) =>
        oracleHill(oracleAdstock(spend, channel.retention, 12, week), channel.halfSaturation, channel.slope),
      );
      // the ceiling is not in the truth; one week's share of the whole is, through the contribution
      expect(sum(reached)).toBeGreaterThan(0);
      expect(sum(spend)).toBe(channel.spend);
      expect(channel.roas).toBeCloseTo(channel.contribution / channel.spend, 12);
    }
  });

  it("adds up: KPI is baseline, media and noise", () => {
    const noise = truth.kpi - truth.baseline.total - truth.media.total;
    // the sum of 156 draws of sd `noise`, and half a unit of rounding per week: five standard errors
    expect(Math.abs(noise)).toBeLessThan(5 * truth.noise * Math.sqrt(156) + 78);
    expect(sum(column("revenue"))).toBe(truth.kpi);
  });

  it("without noise is nothing but baseline and media", () => {
    const clean = simulateHistory({ ...DEFAULT_SIMULATION, noise: 0 }).truth;
    expect(Math.abs(clean.kpi - clean.baseline.total - clean.media.total)).toBeLessThan(78);
  });

  it("has a sparse channel: a few weeks a year, never two in a row", () => {
    const events = column("Events spend");
    const live = events.filter((week) => week > 0).length;
    expect(live).toBeGreaterThan(8);
    expect(live).toBeLessThan(26);
    expect(events.some((week, index) => week > 0 && events[index + 1] > 0)).toBe(false);
  });

  it("marks Thanksgiving's and Christmas's weeks", () => {
    const marked = column("holiday").flatMap((flag, week) => (flag === 1 ? [table.rows[week + 1][0]] : []));
    // fourth Thursdays of November: 23rd 2023, 28th 2024, 27th 2025
    expect(marked).toEqual([
      "2023-11-20",
      "2023-12-25",
      "2024-11-25",
      "2024-12-23",
      "2025-11-24",
      "2025-12-22",
    ]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(simulateHistory(DEFAULT_SIMULATION)).toEqual({ table, truth });
    expect(simulateHistory({ ...DEFAULT_SIMULATION, seed: 2 }).truth.kpi).not.toBe(truth.kpi);
  });

  it("lets spend follow demand where asked to, and only in channels that do", () => {
    const followed = (confounding: number, name: string): number => {
      const { table: made } = simulateHistory({
        ...DEFAULT_SIMULATION,
        weeks: 520,
        confounding,
        noise: 0.02,
      });
      const promo = column("promo_depth", made.rows);
      return correlation(column(`${name} spend`, made.rows), promo);
    };
    // 520 weeks: a chance correlation has sd 1/√520 = 0.044
    expect(Math.abs(followed(0, "Paid search"))).toBeLessThan(0.15);
    expect(followed(0.5, "Paid search")).toBeGreaterThan(0.2);
    expect(Math.abs(followed(0.5, "Podcast"))).toBeLessThan(0.15);
  });

  it("darkens weeks at the chance given", () => {
    const { table: made } = simulateHistory({ ...DEFAULT_SIMULATION, weeks: 500, zeroWeeks: 0.3 });
    const dark = column("Paid search spend", made.rows).filter((week) => week === 0).length / 500;
    // five standard errors of 500 trials at 0.3: 0.10
    expect(Math.abs(dark - 0.3)).toBeLessThan(0.1);
  });

  it("numbers channels after the tenth", () => {
    const { truth: many } = simulateHistory({ ...DEFAULT_SIMULATION, channels: 12 });
    expect(many.channels.map(({ name }) => name).slice(9)).toEqual(["Email", "TV 2", "Paid search 2"]);
  });

  it("refuses options out of range, with the value", () => {
    expect(() => simulateHistory({ ...DEFAULT_SIMULATION, channels: 0 })).toThrow("at least 1, not 0");
    expect(() => simulateHistory({ ...DEFAULT_SIMULATION, noise: -1 })).toThrow(
      "noise must be in [0, 1), not -1",
    );
    expect(() => simulateHistory({ ...DEFAULT_SIMULATION, startDate: "2023-01-03" })).toThrow(
      "startDate must be a Monday, not 2023-01-03",
    );
  });
});

describe("the bundled sample", () => {
  const sample = simulateHistory({ ...DEFAULT_SIMULATION, confounding: 0.1 });
  const file = (name: string): string => readFileSync(resolve(process.cwd(), "examples/data", name), "utf8");

  it("is what seed 1 gives", () => {
    expect(file("sample-brand.csv")).toBe(`${sample.table.rows.map((row) => row.join(",")).join("\n")}\n`);
  });

  it("comes with its truth", () => {
    expect(JSON.parse(file("sample-brand-truth.json"))).toEqual(sample.truth);
  });
});
