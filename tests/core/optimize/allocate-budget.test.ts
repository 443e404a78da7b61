import type { ChannelResponse } from "@mmm/core/attribute/attribution.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { OPTIMIZE_ROWS } from "@mmm/core/govern/rows/optimize-rows.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { allocateBudget, totalValue } from "@mmm/core/optimize/allocate-budget.ts";
import type { Allocation } from "@mmm/core/optimize/allocation.ts";
import type { ChannelLimits } from "@mmm/core/optimize/spend-limits.ts";

const rules = defaultRules(OPTIMIZE_ROWS);
const free: ChannelLimits = { min: null, max: null, locked: false };

/** 200 draws around a Hill curve: ceiling ± 20 %, half-saturation ± 10 %. */
function channel(
  name: string,
  ceiling: number,
  half: number,
  currentWeekly: number,
  stream: number,
): ChannelResponse {
  const random = createRandom(1, stream);
  const draws = Array.from({ length: 200 }, () => [1 + 0.2 * random.normal(), 1 + 0.1 * random.normal()]);
  return {
    name,
    group: "performance",
    curve: "hill",
    ceiling: Float64Array.from(draws, ([up]) => ceiling * Math.max(up, 0.1)),
    scale: Float64Array.from(draws, ([, right]) => half * Math.max(right, 0.1)),
    steepness: Float64Array.from(draws, () => 1.3),
    observedMax: 3 * currentWeekly,
    currentWeekly,
  };
}

const responses = [
  channel("TV", 9000, 60, 100, 1),
  channel("Search", 4000, 30, 40, 2),
  channel("Social", 6000, 90, 60, 3),
];
const noLimits = [free, free, free];

function allocated(outcome: ReturnType<typeof allocateBudget>): Allocation {
  if (outcome.kind !== "allocated") throw new Error(outcome.reason);
  return outcome.allocation;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("allocateBudget", () => {
  it("spends exactly the budget, raw and capped (D-17)", () => {
    const { channels, budget } = allocated(allocateBudget(responses, noLimits, null, rules));
    expect(budget).toBe(200);
    expect(sum(channels.map((one) => one.raw))).toBeCloseTo(200, 8);
    expect(sum(channels.map((one) => one.capped))).toBeCloseTo(200, 8);
  });

  it("keeps the capped plan within 30 % of current and the raw one within the observed range (A-74)", () => {
    for (const one of allocated(allocateBudget(responses, noLimits, null, rules)).channels) {
      expect(one.capped).toBeGreaterThanOrEqual(0.7 * one.current - 1e-9);
      expect(one.capped).toBeLessThanOrEqual(1.3 * one.current + 1e-9);
      expect(one.raw).toBeLessThanOrEqual(3 * one.current + 1e-9);
    }
  });

  it("gains on the mean, and the raw plan at least as much as the capped one", () => {
    const allocation = allocated(allocateBudget(responses, noLimits, null, rules));
    expect(allocation.cappedGain.mean).toBeGreaterThan(0);
    // where the cap does not bind the two tables refine to the same split, up to their last cells
    expect(allocation.rawGain.mean).toBeGreaterThanOrEqual(allocation.cappedGain.mean * (1 - 1e-6));
  });

  it("takes the gain from every draw: its mean is the difference of the plans' means", () => {
    const allocation = allocated(allocateBudget(responses, noLimits, null, rules));
    const planned = totalValue(
      responses,
      allocation.channels.map((one) => one.capped),
    );
    const today = totalValue(
      responses,
      allocation.channels.map((one) => one.current),
    );
    // rounding of 200 sums
    expect(allocation.cappedGain.mean).toBeCloseTo((sum([...planned]) - sum([...today])) / 200, 6);
    expect(allocation.cappedGain.lo).toBeLessThan(allocation.cappedGain.mean);
    expect(allocation.cappedGain.hi).toBeGreaterThan(allocation.cappedGain.mean);
  });

  it("equalizes marginal values between channels that stand at no limit", () => {
    const open = allocated(
      allocateBudget(responses, noLimits, null, { ...rules, capShare: 0.9, floorShare: 0 }),
    );
    const inside = open.channels.filter((one) => one.binding === "none").map((one) => one.marginalAfter);
    expect(inside.length).toBeGreaterThan(1);
    // the last table's cells are 1e-6 of the range wide, over which the slope moves by less than 1e-3 of itself
    expect(Math.max(...inside) / Math.min(...inside)).toBeLessThan(1.001);
  });

  it("never moves a contracted channel and names the limit", () => {
    const limits = [{ ...free, locked: true }, free, free];
    const { channels } = allocated(allocateBudget(responses, limits, null, rules));
    expect(channels[0].capped).toBe(100);
    expect(channels[0].raw).toBe(100);
    expect(channels[0].binding).toBe("locked");
  });

  it("scales today's mix to a stated budget, so that gains compare equal totals", () => {
    const allocation = allocated(allocateBudget(responses, noLimits, 220, rules));
    expect(sum(allocation.channels.map((one) => one.current))).toBeCloseTo(220, 9);
    expect(allocation.channels[0].current).toBeCloseTo(110, 9);
  });

  it("refuses with figures when minimums exceed the budget", () => {
    const outcome = allocateBudget(
      responses,
      [{ ...free, min: 150 }, { ...free, min: 80 }, free],
      null,
      rules,
    );
    expect(outcome).toMatchObject({
      kind: "infeasible",
      reason: "the minimums sum to 230 a week, the budget is 200",
    });
  });

  it("refuses to plan beyond the spend that was ever seen (A-74)", () => {
    const outcome = allocateBudget(responses, noLimits, 900, rules);
    expect(outcome.kind).toBe("infeasible");
    if (outcome.kind === "infeasible") expect(outcome.reason).toContain("spend seen so far");
  });

  it("says that there is nothing to move when nothing was spent lately", () => {
    const idle = responses.map((response) => ({ ...response, currentWeekly: 0 }));
    expect(allocateBudget(idle, noLimits, null, rules).kind).toBe("infeasible");
  });
});
