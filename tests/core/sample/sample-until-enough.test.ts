import type { ChainDraws } from "@mmm/core/sample/chain-draws.ts";
import type { ChainHandle } from "@mmm/core/sample/chain-handle.ts";
import type { Progress, SamplingPlan } from "@mmm/core/sample/protocol.ts";
import { sampleUntilEnough } from "@mmm/core/sample/sample-until-enough.ts";

const PLAN: SamplingPlan = {
  seed: 1,
  chains: 2,
  warmup: 10,
  minDraws: 25,
  maxDraws: 100,
  block: 20,
  targetAcceptance: 0.85,
  retryAcceptance: 0.95,
  maxTreeDepth: 10,
};

function fakeDraws(chain: number, draws: number, divergent: boolean): ChainDraws {
  return {
    chain,
    draws,
    positions: new Float64Array(draws),
    quantities: new Float64Array(draws),
    logDensity: new Float64Array(draws),
    energy: new Float64Array(draws),
    acceptance: new Float64Array(draws),
    divergent: new Uint8Array(draws).fill(divergent ? 1 : 0, 0, 1),
    treeDepth: new Uint8Array(draws),
    leapfrogs: new Uint32Array(draws).fill(3),
  };
}

const FAKE_STATE = {
  position: Float64Array.of(0),
  gradient: Float64Array.of(0),
  logDensity: 0,
  metric: Float64Array.of(1),
  stepSize: 1,
  walk: { words: 0, spareNormal: null },
  record: { words: 0, spareNormal: null },
};

/** Chains that cost 3 gradients per draw and diverge once per block where told to. */
function fakeRun(options: {
  plan?: Partial<SamplingPlan>;
  divergesAt?: (acceptance: number) => boolean;
  enoughAt?: number;
  cancelled?: () => boolean;
  fails?: boolean;
}) {
  const log = { acceptances: [] as number[], blocks: [] as number[], closed: 0, progress: [] as Progress[] };
  let seconds = 0;
  const fakeChain = (chain: number, acceptance: number): ChainHandle => {
    let warmed = 0;
    return {
      async warmUp(transitions) {
        if (chain === 0) seconds += 1;
        warmed += transitions;
        const metric = Float64Array.of(1);
        const report = {
          chain,
          draws: warmed,
          gradientEvaluations: 50,
          stepSize: 1,
          metric,
          quantities: ["q"],
        };
        return { report, state: FAKE_STATE };
      },
      async advance(draws) {
        if (options.fails && chain === 1) throw new Error("the thread died");
        if (chain === 0) {
          log.blocks.push(draws);
          seconds += 1;
        }
        const diverges = chain === 1 && (options.divergesAt?.(acceptance) ?? false);
        return { draws: fakeDraws(chain, draws, diverges), state: FAKE_STATE };
      },
      close() {
        log.closed += 1;
      },
    };
  };
  const outcome = sampleUntilEnough({
    plan: { ...PLAN, ...options.plan },
    makeChains(acceptance) {
      log.acceptances.push(acceptance);
      return [fakeChain(0, acceptance), fakeChain(1, acceptance)];
    },
    isEnough: (quantities, chains) => {
      expect(quantities).toEqual(["q"]);
      return chains.every(({ draws }) => draws >= (options.enoughAt ?? Number.POSITIVE_INFINITY));
    },
    watch: {
      onProgress: (progress) => log.progress.push(progress),
      cancelled: options.cancelled ?? (() => false),
    },
    clock: () => seconds,
    kernel: "fake",
    checkpoints: undefined,
  });
  return { outcome, log };
}

async function sampled(run: ReturnType<typeof fakeRun>) {
  const outcome = await run.outcome;
  if (outcome.kind !== "sampled") throw new Error("nobody cancelled");
  return outcome.posterior;
}

describe("sampling until enough", () => {
  it("draws the minimum, then blocks, and stops all chains at the first draw that is enough", async () => {
    const run = fakeRun({ enoughAt: 60 });
    const { chains } = await sampled(run);
    expect(run.log.blocks).toEqual([25, 20, 20]);
    expect(chains.map(({ draws }) => draws)).toEqual([65, 65]);
  });

  it("stops at the maximum, with a shorter last block", async () => {
    const run = fakeRun({});
    const posterior = await sampled(run);
    expect(run.log.blocks).toEqual([25, 20, 20, 20, 15]);
    expect(posterior.chains[0].draws).toBe(100);
    expect(posterior.gradientEvaluations).toBe(2 * 50 + 2 * 100 * 3);
    expect(posterior.kernel).toBe("fake");
  });

  it("never draws more than the maximum, even at first", async () => {
    const run = fakeRun({ plan: { maxDraws: 15 } });
    await sampled(run);
    expect(run.log.blocks).toEqual([15]);
  });

  it("throws divergent draws away and starts all chains again at the retry acceptance, cost included", async () => {
    const run = fakeRun({ divergesAt: (acceptance) => acceptance < 0.9, enoughAt: 25 });
    const posterior = await sampled(run);
    expect(run.log.acceptances).toEqual([0.85, 0.95]);
    expect(posterior.targetAcceptance).toBe(0.95);
    expect(posterior.discardedDivergences).toBe(1);
    expect(posterior.chains.every(({ divergent }) => !divergent.includes(1))).toBe(true);
    expect(posterior.gradientEvaluations).toBe(2 * (2 * 50 + 2 * 25 * 3));
    expect(run.log.closed).toBe(4);
  });

  it("keeps the divergent draws of the retry and reports them", async () => {
    const run = fakeRun({ divergesAt: () => true, enoughAt: 45 });
    const posterior = await sampled(run);
    expect(run.log.acceptances).toEqual([0.85, 0.95]);
    expect(posterior.chains[1].divergent.reduce((sum, flag) => sum + flag, 0)).toBe(2);
    expect(posterior.chains[0].draws).toBe(45);
  });

  it("does not retry where the retry would not be more careful", async () => {
    const run = fakeRun({ divergesAt: () => true, enoughAt: 25, plan: { targetAcceptance: 0.95 } });
    const posterior = await sampled(run);
    expect(run.log.acceptances).toEqual([0.95]);
    expect(posterior.discardedDivergences).toBe(0);
  });

  it("ends before the next piece when the watcher cancels, and closes its chains", async () => {
    let looks = 0;
    const run = fakeRun({ plan: { minDraws: 80 }, cancelled: () => ++looks > 6 });
    expect(await run.outcome).toEqual({ kind: "cancelled" });
    // two looks for the warmup of two chains, then two for each piece of 25
    expect(run.log.blocks).toEqual([25, 25]);
    expect(run.log.closed).toBe(2);
  });

  it("closes every chain and passes the error on when one fails", async () => {
    const run = fakeRun({ fails: true, plan: { minDraws: 1000, maxDraws: 1000 } });
    await expect(run.outcome).rejects.toThrow("the thread died");
    expect(run.log.closed).toBe(2);
    // the other chain does not go on to its 1000 draws without it
    await new Promise((done) => setImmediate(done));
    expect(run.log.blocks.length).toBeLessThan(10);
  });

  it("reports progress that never falls within a phase nor passes its bound", async () => {
    const run = fakeRun({ divergesAt: (acceptance) => acceptance < 0.9 });
    await sampled(run);
    const phases = [...new Set(run.log.progress.map(({ phase }) => phase))];
    expect(phases).toEqual(["warmup", "sampling", "retry"]);
    for (const phase of phases) {
      const done = run.log.progress.filter((progress) => progress.phase === phase);
      expect(done.map((progress) => progress.done)).toEqual(
        done.map((progress) => progress.done).sort((a, b) => a - b),
      );
      expect(done.every((progress) => progress.done <= progress.of)).toBe(true);
    }
    expect(run.log.progress.at(-1)).toEqual({ phase: "retry", done: 220, of: 220, secondsLeft: 0 });
  });

  it("times both attempts by the clock it is given", async () => {
    const { seconds } = await sampled(fakeRun({ divergesAt: (acceptance) => acceptance < 0.9 }));
    // a tick per piece: one warmup each, one block until the divergence and five until the maximum
    expect(seconds).toEqual({ warmup: 2, sampling: 6 });
  });
});
