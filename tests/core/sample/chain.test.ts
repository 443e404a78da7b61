import { type Chain, startChain } from "@mmm/core/sample/chain.ts";
import { concatenateDraws } from "@mmm/core/sample/concatenate-draws.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { BANANA, FUNNEL } from "./known-targets.ts";

const OPTIONS = { seed: 4, chain: 0, warmup: 100, targetAcceptance: 0.85, maxTreeDepth: 8 };

function warmChain(target: Target, options: Partial<typeof OPTIONS> = {}): Chain {
  const all = { ...OPTIONS, ...options };
  const chain = startChain(target, all);
  chain.warmUp(all.warmup);
  return chain;
}

/** Records a random number beside the position. */
const DRAWN_QUANTITY: Target = {
  ...FUNNEL,
  quantities: ["v", "noise"],
  record(position, random, out) {
    out[0] = position[0];
    out[1] = random.normal();
  },
};

describe("a chain", () => {
  it("draws 50 and then 50 more exactly as it draws 100 at once", () => {
    const whole = warmChain(DRAWN_QUANTITY).advance(100);
    const chain = warmChain(DRAWN_QUANTITY);
    expect(concatenateDraws([chain.advance(50), chain.advance(50)])).toEqual(whole);
  });

  it("repeats itself bit for bit for the same seed", () => {
    expect(warmChain(BANANA).advance(50)).toEqual(warmChain(BANANA).advance(50));
  });

  it("walks elsewhere for another seed and for another chain", () => {
    const positions = [
      warmChain(BANANA),
      warmChain(BANANA, { seed: 5 }),
      warmChain(BANANA, { chain: 1 }),
    ].map((chain) => chain.advance(1).positions[0]);
    expect(new Set(positions).size).toBe(3);
  });

  it("walks the same way whatever randomness its recording takes", () => {
    const quiet = warmChain(FUNNEL).advance(60);
    const noisy = warmChain(DRAWN_QUANTITY).advance(60);
    expect(noisy.positions).toEqual(quiet.positions);
    expect(noisy.energy).toEqual(quiet.energy);
  });

  it("records the target's quantities at the very positions it reports", () => {
    const { draws, positions, quantities } = warmChain(BANANA).advance(20);
    const width = BANANA.quantities.length;
    const expected = new Float64Array(width);
    for (let draw = 0; draw < draws; draw++) {
      BANANA.record(
        positions.subarray(2 * draw, 2 * draw + 2),
        { uniform: () => 0, normal: () => 0 },
        expected,
      );
      expect(quantities.slice(draw * width, (draw + 1) * width)).toEqual(expected);
    }
  });

  it("reports the log density of its positions and the leapfrogs of its trees", () => {
    const { positions, logDensity, leapfrogs, treeDepth, acceptance } = warmChain(BANANA).advance(30);
    const gradient = new Float64Array(2);
    for (let draw = 0; draw < 30; draw++) {
      const position = positions.slice(2 * draw, 2 * draw + 2);
      expect(logDensity[draw]).toBe(BANANA.logDensity(position, gradient));
      expect(leapfrogs[draw]).toBeGreaterThanOrEqual(2 ** treeDepth[draw] - 1);
      expect(acceptance[draw]).toBeGreaterThan(0);
      expect(acceptance[draw]).toBeLessThanOrEqual(1);
    }
  });

  it("meets its target acceptance, within 0.08 over 400 draws", () => {
    for (const targetAcceptance of [0.7, 0.85, 0.95]) {
      // the statistic has an sd of about 0.2 per draw and is strongly correlated along a warmup of 300
      const { acceptance } = warmChain(BANANA, { targetAcceptance, warmup: 300 }).advance(400);
      const mean = acceptance.reduce((sum, value) => sum + value, 0) / 400;
      expect(Math.abs(mean - targetAcceptance)).toBeLessThan(0.08);
    }
  });

  it("counts every gradient of its warmup", () => {
    let evaluations = 0;
    const counted: Target = {
      ...BANANA,
      logDensity(position, gradient) {
        evaluations += 1;
        return BANANA.logDensity(position, gradient);
      },
    };
    const chain = startChain(counted, OPTIONS);
    const report = chain.warmUp(OPTIONS.warmup);
    expect(report.gradientEvaluations).toBe(evaluations);
    evaluations = 0;
    const { leapfrogs } = chain.advance(40);
    expect(leapfrogs.reduce((sum, steps) => sum + steps, 0)).toBe(evaluations);
  });

  it("warms up in pieces exactly as it warms up at once", () => {
    const whole = warmChain(DRAWN_QUANTITY);
    const chain = startChain(DRAWN_QUANTITY, OPTIONS);
    const reports = [25, 25, 49, 1].map((transitions) => chain.warmUp(transitions));
    expect(reports.map(({ draws }) => draws)).toEqual([25, 50, 99, 100]);
    expect(chain.state()).toEqual(whole.state());
    expect(chain.advance(40)).toEqual(whole.advance(40));
  });

  it("goes on from its state, cloned to another thread, as if it had never stopped", () => {
    const first = warmChain(DRAWN_QUANTITY);
    for (const draws of [1, 30, 17]) {
      const state = structuredClone(first.state());
      const next = first.advance(draws);
      const resumed = startChain(DRAWN_QUANTITY, OPTIONS, state);
      expect(resumed.advance(draws)).toEqual(next);
      expect(resumed.state()).toEqual(first.state());
    }
  });

  it("refuses to draw before its warmup", () => {
    const chain = startChain(BANANA, OPTIONS);
    expect(() => chain.advance(1)).toThrow("has not warmed up");
    chain.warmUp(OPTIONS.warmup - 1);
    expect(() => chain.advance(1)).toThrow("has not warmed up");
  });

  it("draws a new start where the log density is not finite, and gives up with a message", () => {
    const half: Target = {
      ...BANANA,
      logDensity: (position, gradient) =>
        position[0] > 0 ? BANANA.logDensity(position, gradient) : Number.NEGATIVE_INFINITY,
    };
    for (let seed = 1; seed <= 10; seed++) expect(() => startChain(half, { ...OPTIONS, seed })).not.toThrow();
    const nowhere: Target = { ...BANANA, logDensity: () => Number.NEGATIVE_INFINITY };
    expect(() => startChain(nowhere, { ...OPTIONS, chain: 2 })).toThrow("chain 2 found no start");
  });
});

describe("concatenateDraws", () => {
  it("refuses nothing at all, and draws of different chains", () => {
    expect(() => concatenateDraws([])).toThrow(RangeError);
    const blocks = [warmChain(BANANA).advance(1), warmChain(BANANA, { chain: 1 }).advance(1)];
    expect(() => concatenateDraws(blocks)).toThrow("chain 1");
  });
});
