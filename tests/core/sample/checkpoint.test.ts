import { createChainServer } from "@mmm/core/sample/chain-server.ts";
import { type Checkpoint, type Checkpoints, checkpointMismatch } from "@mmm/core/sample/checkpoint.ts";
import type { FromChain, RunChains, SamplingOutcome } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { type ChainPort, runOverPorts } from "@mmm/core/sample/run-over-ports.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { BANANA, CORRELATED_NORMAL } from "./known-targets.ts";
import { TEST_PLAN } from "./run-known-target.ts";

const PLAN = { ...TEST_PLAN, warmup: 80, minDraws: 60, maxDraws: 180, block: 40 };

/** Records randomness too, so that the second stream must go on as well. */
function noisy(target: Target): Target {
  return {
    ...target,
    quantities: ["x", "noise"],
    record(position, random, out) {
      out[0] = position[0];
      out[1] = random.normal();
    },
  };
}

/** The banana diverges at 0.85 with this seed and plan, so its run has a retry; the normal does not. */
const TARGETS = { calm: noisy(CORRELATED_NORMAL), divergent: noisy(BANANA) };
type Name = keyof typeof TARGETS;
const build = (name: Name): Target => TARGETS[name];
const clock = (): number => 0;

function openPort(): ChainPort<Name> {
  const listeners: Array<(message: FromChain) => void> = [];
  const server = createChainServer(build, (message, transfer) => {
    const arrived = structuredClone(message, { transfer });
    setImmediate(() => {
      for (const listener of listeners) listener(arrived);
    });
  });
  return {
    post: (order) => server(structuredClone(order)),
    onMessage: (listener) => listeners.push(listener),
    close: () => undefined,
  };
}

const RUNS: ReadonlyArray<readonly [string, RunChains<Name>]> = [
  ["in process", runInProcess(build, "test", clock)],
  ["in 1 thread", runOverPorts(openPort, 1, "test", clock)],
  ["in 3 threads", runOverPorts(openPort, 3, "test", clock)],
];

/** Walks until `stopAt` checkpoints were taken; what is kept has been through a clone, as on its way to a store. */
async function walk(
  run: RunChains<Name>,
  name: Name,
  resume: Checkpoint | null,
  stopAt = Number.POSITIVE_INFINITY,
): Promise<{ readonly outcome: SamplingOutcome; readonly kept: Checkpoint[] }> {
  const kept: Checkpoint[] = [];
  const checkpoints: Checkpoints = {
    modelKey: name,
    resume,
    onCheckpoint: (checkpoint) => void kept.push(structuredClone(checkpoint)),
  };
  const watch = { onProgress: () => undefined, cancelled: () => kept.length >= stopAt };
  const outcome = await run(name, PLAN, () => false, watch, checkpoints);
  return { outcome, kept };
}

describe("a run that is stopped and resumed", () => {
  for (const [name, stages] of [
    ["calm", ["warm", "drawing"]],
    ["divergent", ["warm", "drawing", "retry warm", "retry drawing"]],
  ] as const) {
    it(`draws bit for bit what it draws at once, from each of its checkpoints (${name})`, async () => {
      const whole = await walk(RUNS[0][1], name, null);
      expect(whole.outcome.kind).toBe("sampled");
      const seen = whole.kept.map(
        ({ attempt, discarded }) =>
          `${discarded ? "retry " : ""}${attempt.chains.length === 0 ? "warm" : "drawing"}`,
      );
      expect([...new Set(seen)]).toEqual(stages);
      for (let stopAt = 1; stopAt <= whole.kept.length; stopAt++) {
        const [, stopped] = RUNS[stopAt % RUNS.length];
        const [, other] = RUNS[(stopAt + 1) % RUNS.length];
        const { kept } = await walk(stopped, name, null, stopAt);
        expect(kept).toEqual(whole.kept.slice(0, stopAt));
        const resumed = await walk(other, name, kept[stopAt - 1]);
        expect(resumed.outcome).toEqual(whole.outcome);
        expect([...kept, ...resumed.kept]).toEqual(whole.kept);
      }
    });
  }

  it("walks nothing more when it was complete already", async () => {
    const whole = await walk(RUNS[0][1], "calm", null);
    const noPort = runOverPorts<Name>(
      () => {
        throw new Error("no thread is needed");
      },
      1,
      "test",
      clock,
    );
    const again = await walk(noPort, "calm", whole.kept.at(-1) ?? null);
    expect(again.outcome).toEqual(whole.outcome);
  });

  it("adds up the seconds of all its parts", async () => {
    let now = 0;
    const ticking = runInProcess(build, "test", () => now++);
    const { kept } = await walk(ticking, "calm", null, 2);
    const before = kept[1].attempt.seconds;
    now += 1000; // the pause itself costs nothing
    const { outcome } = await walk(ticking, "calm", kept[1]);
    if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
    expect(outcome.posterior.seconds.warmup).toBe(before.warmup);
    expect(outcome.posterior.seconds.sampling).toBeGreaterThan(before.sampling);
    expect(outcome.posterior.seconds.sampling).toBeLessThan(500);
  });

  it("refuses the checkpoint of another run, with what differs and what to do", async () => {
    const { kept } = await walk(RUNS[0][1], "calm", null, 1);
    const { outcome } = await walk(RUNS[0][1], "divergent", kept[0]);
    expect(outcome).toEqual({
      kind: "refused",
      reason: expect.stringContaining("other data, another method or another engine"),
      remedy: expect.stringContaining("remove it to start afresh"),
    });
  });
});

describe("checkpointMismatch", () => {
  const identity = { modelKey: "a", kernel: "typescript-1", plan: PLAN };
  const attempt = {
    targetAcceptance: 0.85,
    warmup: [],
    states: [],
    chains: [],
    seconds: { warmup: 0, sampling: 0 },
  };
  const checkpoint: Checkpoint = { ...identity, schema: 1, attempt, discarded: null };

  it("finds nothing between a checkpoint and its own run", () => {
    expect(checkpointMismatch(checkpoint, identity)).toBeNull();
  });

  it("names the kernel, the form, and whichever field of the plan is another", () => {
    expect(checkpointMismatch(checkpoint, { ...identity, kernel: "wasm-simd-1" })).toBe(
      "it was sampled by kernel typescript-1, this run uses wasm-simd-1",
    );
    expect(checkpointMismatch({ ...checkpoint, schema: 2 }, identity)).toContain("form is number 2");
    for (const name of Object.keys(PLAN)) {
      const plan = { ...PLAN, [name]: 1e6 };
      expect(checkpointMismatch(checkpoint, { ...identity, plan })).toContain(`its ${name} is`);
    }
  });
});
