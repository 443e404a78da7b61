import type { Attribution, ChannelAttribution, ChannelResponse } from "@mmm/core/attribute/attribution.ts";
import type { ChannelGroup } from "@mmm/core/data/brief.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { OPTIMIZE_ROWS } from "@mmm/core/govern/rows/optimize-rows.ts";
import { PLAN_ROWS } from "@mmm/core/govern/rows/plan-rows.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { allocateBudget } from "@mmm/core/optimize/allocate-budget.ts";
import type { ChannelLimits } from "@mmm/core/optimize/spend-limits.ts";
import { comparePlans } from "@mmm/core/plan/compare-plans.ts";
import type { PlanComparison, Scenario } from "@mmm/core/plan/scenario.ts";

const rules = { plan: defaultRules(PLAN_ROWS), optimize: defaultRules(OPTIMIZE_ROWS) };
const free: ChannelLimits = { min: null, max: null, locked: false };

interface Sketch {
  readonly name: string;
  readonly group: ChannelGroup;
  readonly ceiling: number;
  readonly half: number;
  readonly current: number;
  readonly retention: number;
  readonly weeksToNinety: number;
}

const sketches: Sketch[] = [
  { name: "TV", group: "brand", ceiling: 900, half: 80, current: 100, retention: 0.7, weeksToNinety: 7 },
  {
    name: "Search",
    group: "performance",
    ceiling: 300,
    half: 20,
    current: 100,
    retention: 0.2,
    weeksToNinety: 2,
  },
  {
    name: "Social",
    group: "performance",
    ceiling: 500,
    half: 90,
    current: 80,
    retention: 0.3,
    weeksToNinety: 2,
  },
  { name: "Events", group: "content", ceiling: 100, half: 30, current: 20, retention: 0.5, weeksToNinety: 4 },
];

function responseOf(sketch: Sketch, stream: number): ChannelResponse {
  const random = createRandom(1, stream);
  const factors = Array.from({ length: 100 }, () => Math.max(0.2, 1 + 0.3 * random.normal()));
  return {
    name: sketch.name,
    group: sketch.group,
    curve: "hill",
    ceiling: Float64Array.from(factors, (factor) => factor * sketch.ceiling),
    scale: Float64Array.from(factors, () => sketch.half),
    steepness: Float64Array.from(factors, () => 1.2),
    observedMax: 2 * sketch.current,
    currentWeekly: sketch.current,
  };
}

function compare(limits: readonly ChannelLimits[], chosen: readonly Sketch[] = sketches): PlanComparison {
  const responses = chosen.map(responseOf);
  const channels = chosen.map(({ name, current, retention, weeksToNinety }) => ({
    name,
    spend: current,
    retention: { mean: retention, lo: retention, hi: retention },
    weeksToNinety,
  }));
  const outcome = allocateBudget(responses, limits, null, rules.optimize);
  if (outcome.kind !== "allocated") throw new Error(outcome.reason);
  const attribution = {
    responses,
    channels: channels as unknown as ChannelAttribution[],
  } as unknown as Attribution;
  return comparePlans({ attribution, limits, allocation: outcome.allocation, period: "quarter" }, rules);
}

function scenario(comparison: PlanComparison, id: string): Scenario {
  const found = comparison.scenarios.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

const planned = (one: Scenario): number => one.channels.reduce((sum, channel) => sum + channel.planned, 0);
const noLimits = sketches.map(() => free);

describe("comparePlans", () => {
  it("holds the total of the period in every scenario: 300 a week, 13.045 weeks (A-29, A-30)", () => {
    const comparison = compare(noLimits);
    expect(comparison.total).toBeCloseTo(300 * 13.045, 8);
    for (const one of comparison.scenarios) expect(planned(one)).toBeCloseTo(300 * 13.045, 6);
  });

  it("adds a quarter to brand in A and takes it from the performance channel of lower marginal value", () => {
    const [tv, search, social, events] = scenario(compare(noLimits), "A").channels.map(
      (channel) => channel.planned / channel.current,
    );
    expect(tv).toBeCloseTo(1.25, 10);
    // Search saturates first: 25 of its 30 giveable leave it, Social and Events keep theirs
    expect(search).toBeCloseTo(0.75, 10);
    expect(social).toBe(1);
    expect(events).toBe(1);
  });

  it("takes the offset of B from brand and the rest, never from performance (A-30)", () => {
    const [tv, search, social, events] = scenario(compare(noLimits), "B").channels.map(
      (channel) => channel.planned / channel.current,
    );
    expect(search).toBeGreaterThan(1);
    expect(search).toBeCloseTo(social, 10);
    expect(Math.min(tv, events)).toBeGreaterThanOrEqual(0.7 - 1e-12);
    expect(tv).toBeLessThan(1);
  });

  it("says how far B can go when floors cannot cover a quarter: 36 of 180 is 20 %", () => {
    const b = scenario(compare(noLimits), "B");
    expect(b.feasibleShift).toBeCloseTo(36 / 180, 10);
    expect(b.limit).toContain("+20.0% instead of +25%");
  });

  it("has no gain and no interval in C, which changes nothing", () => {
    expect(scenario(compare(noLimits), "C").delta).toEqual({ mean: 0, lo: 0, hi: 0 });
  });

  it("takes every delta draw by draw: narrower than the difference of independent intervals", () => {
    const a = scenario(compare(noLimits), "A");
    expect(a.delta.lo).toBeLessThan(a.delta.mean);
    expect(a.delta.hi).toBeGreaterThan(a.delta.mean);
    expect(a.delta.hi - a.delta.lo).toBeLessThan(a.incremental.hi - a.incremental.lo);
  });

  it("leaves a contracted TV where it is and says why A cannot move (J7)", () => {
    const a = scenario(compare([{ ...free, locked: true }, free, free, free]), "A");
    expect(a.channels[0]).toMatchObject({ note: "contracted" });
    expect(a.channels[0].planned).toBeCloseTo(a.channels[0].current, 10);
    expect(a.feasibleShift).toBe(0);
    expect(a.limit).toContain("+0.0%");
  });

  it("says so when no channel is marked brand", () => {
    const a = scenario(compare(noLimits.slice(1), sketches.slice(1)), "A");
    expect(a.limit).toBe("no channel is marked brand in the brief");
  });

  it("weighs landing time and reversibility by the money moved: A moves TV and Search alike", () => {
    const a = scenario(compare(noLimits), "A");
    // (25 · 7 + 25 · 2) / 50 = 4.5 weeks, (0.7 + 0.2) / 2 = 0.45 retention
    expect([4, 5]).toContain(a.weeksToNinety);
    expect(a.speed).toBe("medium");
    expect(a.reversibility).toBe("moderate");
  });

  it("recommends the largest mean gain", () => {
    const comparison = compare(noLimits);
    const best = Math.max(...comparison.scenarios.map((one) => one.delta.mean));
    expect(scenario(comparison, comparison.recommended).delta.mean).toBe(best);
  });
});
