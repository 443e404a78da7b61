import { createChainServer, type PostFromChain } from "@mmm/core/sample/chain-server.ts";
import type { FromChain, Posterior, RunChains, SamplingWatch, ToChain } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { type ChainPort, runOverPorts } from "@mmm/core/sample/run-over-ports.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { BANANA } from "./known-targets.ts";
import { TEST_PLAN } from "./run-known-target.ts";

const PLAN = { ...TEST_PLAN, warmup: 60, minDraws: 60, maxDraws: 100, block: 40 };

interface Shift {
  readonly shift: number;
}

/** The banana, moved: a model that has to travel. */
function buildTarget({ shift }: Shift): Target {
  return {
    ...BANANA,
    logDensity: (x, gradient) => BANANA.logDensity(Float64Array.of(x[0] - shift, x[1]), gradient),
  };
}

/** A thread that is none: messages are cloned with their transfers and arrive in a later turn, as in a worker. */
function openPort(
  build: (model: Shift, kernel: string) => Target,
  seen: PostFromChain = () => undefined,
): ChainPort<Shift> {
  const listeners: Array<(message: FromChain) => void> = [];
  let closed = false;
  const server = createChainServer(build, (message, transfer) => {
    seen(message, transfer);
    const arrived = structuredClone(message, { transfer });
    setImmediate(() => {
      if (!closed) for (const listener of listeners) listener(arrived);
    });
  });
  return {
    post(order: ToChain<Shift>) {
      const sent = structuredClone(order);
      setImmediate(() => {
        if (!closed) server(sent);
      });
    },
    onMessage: (listener) => listeners.push(listener),
    close() {
      closed = true;
    },
  };
}

async function posterior(run: RunChains<Shift>): Promise<Posterior> {
  const watch = { onProgress: () => undefined, cancelled: () => false };
  const outcome = await run({ shift: 2 }, PLAN, (_, chains) => chains[0].draws >= 90, watch);
  if (outcome.kind !== "sampled") throw new Error("nobody cancelled");
  return outcome.posterior;
}

const clock = (): number => 0;

describe("chains over message ports", () => {
  it("are all built by the kernel that the run names", async () => {
    const named = new Set<string>();
    const build = (model: Shift, kernel: string): Target => {
      named.add(kernel);
      return buildTarget(model);
    };
    const drawn = await posterior(runOverPorts(() => openPort(build), 2, "banana-1", clock));
    expect([...named]).toEqual(["banana-1"]);
    expect(drawn.kernel).toBe("banana-1");
  });

  it("draw bit for bit what they draw in process, in 1, 3 or 4 threads", async () => {
    const here = await posterior(runInProcess(buildTarget, "test", clock));
    for (const threads of [1, 3, 4]) {
      const there = await posterior(runOverPorts(() => openPort(buildTarget), threads, "test", clock));
      expect(there).toEqual(here);
    }
  });

  it("open no more threads than there are chains", async () => {
    let opened = 0;
    const open = (): ChainPort<Shift> => {
      opened += 1;
      return openPort(buildTarget);
    };
    await posterior(runOverPorts(open, 16, "test", clock));
    expect(opened).toBe(4);
  });

  it("hand their draws over instead of copying them, in pieces of 25 at most", async () => {
    const lengths: number[] = [];
    const moved: boolean[] = [];
    const open = (): ChainPort<Shift> =>
      openPort(buildTarget, (message, transfer) => {
        if (message.kind !== "drawn" || message.draws.chain !== 0) return;
        lengths.push(message.draws.draws);
        moved.push(transfer.includes(message.draws.positions.buffer as ArrayBuffer) && transfer.length === 8);
      });
    await posterior(runOverPorts(open, 2, "test", clock));
    // the minimum of 60, then a block of 40
    expect(lengths).toEqual([25, 25, 10, 25, 15]);
    expect(moved).not.toContain(false);
  });

  it("stop within 25 transitions of being cancelled, in the warmup as in a block", async () => {
    for (const cancelAt of [30, 4 * 60 + 30]) {
      let done = 0;
      let after = 0;
      const watch: SamplingWatch = {
        onProgress(progress) {
          const transitions = progress.phase === "warmup" ? progress.done : 4 * 60 + progress.done;
          if (done >= cancelAt) after = transitions - done;
          else done = transitions;
        },
        cancelled: () => done >= cancelAt,
      };
      for (const run of [
        runInProcess(buildTarget, "test", clock),
        runOverPorts(() => openPort(buildTarget), 2, "test", clock),
      ]) {
        done = 0;
        const outcome = await run({ shift: 2 }, PLAN, () => false, watch);
        expect(outcome).toEqual({ kind: "cancelled" });
        // each of the four chains may have one piece under way
        expect(after).toBeLessThanOrEqual(4 * 25);
      }
    }
  });

  it("let a host's events in between two pieces where they share its thread, so that a click can cancel", async () => {
    let cancelled = false;
    const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));
    const run = runInProcess(buildTarget, "test", clock, breathe);
    setImmediate(() => {
      cancelled = true;
    });
    const watch = { onProgress: () => undefined, cancelled: () => cancelled };
    expect(await run({ shift: 2 }, PLAN, () => false, watch)).toEqual({ kind: "cancelled" });
  });

  it("fail with the message of the thread: a model that cannot be built, a chain that cannot start", async () => {
    const broken = runOverPorts(
      () =>
        openPort(() => {
          throw new RangeError("no such model");
        }),
      2,
      "test",
      clock,
    );
    await expect(posterior(broken)).rejects.toThrow("no such model");
    const nowhere = (model: Shift): Target => ({
      ...buildTarget(model),
      logDensity: () => Number.NEGATIVE_INFINITY,
    });
    await expect(posterior(runOverPorts(() => openPort(nowhere), 1, "test", clock))).rejects.toThrow(
      "found no start",
    );
  });

  it("fail at once when the whole thread dies, whether a chain waits or not", async () => {
    const dying = (): ChainPort<Shift> => {
      const port = openPort(buildTarget);
      const listeners: Array<(message: FromChain) => void> = [];
      let orders = 0;
      return {
        ...port,
        onMessage(listener) {
          listeners.push(listener);
          port.onMessage(listener);
        },
        post(order) {
          orders += 1;
          if (orders <= PLAN.chains) return port.post(order);
          for (const listener of listeners) listener({ kind: "failed", chain: -1, message: "out of memory" });
        },
      };
    };
    await expect(posterior(runOverPorts(dying, 1, "test", clock))).rejects.toThrow("out of memory");
  });

  it("need a thread", () => {
    expect(() => runOverPorts(() => openPort(buildTarget), 0, "test", clock)).toThrow(RangeError);
  });
});

describe("the chain server", () => {
  it("answers an advance of a chain that was never started with a failure that names it", () => {
    const answers: FromChain[] = [];
    const server = createChainServer(buildTarget, (message) => answers.push(message));
    server({ kind: "advance", chain: 3, draws: 10 });
    server({ kind: "close", chain: 3 });
    expect(answers).toEqual([{ kind: "failed", chain: 3, message: "chain 3 was not started" }]);
  });
});
