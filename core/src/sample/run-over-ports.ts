/** Chains walked in other threads, reached by messages: the same for worker threads and web workers. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { FromChain, RunChains, SamplingPlan, ToChain } from "./protocol.ts";
import { type ChainHandle, sampleUntilEnough } from "./sample-until-enough.ts";

/** A way to a thread that runs a chain server. */
export interface ChainPort<Model> {
  post(order: ToChain<Model>): void;
  /** Adds a listener; the thread's own failure to start or to stay alive is to be told as a `failed` message of chain −1. */
  onMessage(listener: (message: FromChain) => void): void;
  /** Ends the thread; may be called more than once. */
  close(): void;
}

/**
 * A `RunChains` over threads.
 *
 * @param openPort - starts a thread.
 * @param threads - how many to start at most; chains are dealt to them in turn, which changes no draw.
 * @param kernel - name of what computes the log density.
 * @param clock - seconds from any origin.
 * @throws RangeError when there is not at least one thread.
 */
export function runOverPorts<Model>(
  openPort: () => ChainPort<Model>,
  threads: number,
  kernel: string,
  clock: () => number,
): RunChains<Model> {
  if (!(threads >= 1)) throw new RangeError(`chains need at least 1 thread, not ${threads}`);
  return (model, plan, isEnough, watch) => {
    const makeChains = (targetAcceptance: number): ChainHandle[] => {
      const ports = Array.from({ length: Math.min(threads, plan.chains) }, openPort);
      return Array.from({ length: plan.chains }, (_, chain) =>
        chainOverMessages(ports[chain % ports.length], { model, plan, chain, targetAcceptance, kernel }),
      );
    };
    return sampleUntilEnough({ plan, makeChains, isEnough, watch, clock, kernel });
  };
}

/** What a chain is started with. */
export interface ChainStart<Model> {
  readonly model: Model;
  readonly plan: SamplingPlan;
  readonly chain: number;
  readonly targetAcceptance: number;
  /** Name of what is to compute the log density. */
  readonly kernel: string;
}

/**
 * A chain at the other end of a port, which it may share with other chains.
 *
 * @param port - way to a thread with a chain server.
 * @param start - what the chain is started with.
 * @returns a handle whose promises reject with an Error when the thread reports a failure; closing it closes the port.
 */
export function chainOverMessages<Model>(port: ChainPort<Model>, start: ChainStart<Model>): ChainHandle {
  const { chain } = start;
  let onTransitions: (done: number) => void = () => {};
  let answer: (message: FromChain) => void = () => {};
  let failure: Error | null = null;

  port.onMessage((message) => {
    const sender = senderOf(message);
    if (sender !== chain && sender !== WHOLE_THREAD) return;
    if (message.kind === "progress") return onTransitions(message.done);
    // a thread may die between two orders: the next one must not wait for it
    if (message.kind === "failed") failure = new Error(message.message);
    answer(message);
  });

  function ask(order: ToChain<Model>): Promise<FromChain> {
    return new Promise((resolve, reject) => {
      answer = (message) => (failure ? reject(failure) : resolve(message));
      if (failure) return reject(failure);
      port.post(order);
    });
  }

  let drawn = 0;
  return {
    async warmUp(tell): Promise<WarmupReport> {
      onTransitions = tell;
      const message = await ask({ kind: "start", ...start });
      if (message.kind !== "warm")
        throw new TypeError(`chain ${chain} answered a start with "${message.kind}"`);
      return message.report;
    },
    async advance(draws, tell): Promise<ChainDraws> {
      const before = drawn;
      onTransitions = (done) => tell(done - before);
      const message = await ask({ kind: "advance", chain, draws });
      if (message.kind !== "drawn")
        throw new TypeError(`chain ${chain} answered an advance with "${message.kind}"`);
      drawn += draws;
      return message.draws;
    },
    close(): void {
      port.post({ kind: "close", chain });
      port.close();
    },
  };
}

/** The chain number of a failure that concerns every chain of a thread. */
const WHOLE_THREAD = -1;

function senderOf(message: FromChain): number {
  if (message.kind === "warm") return message.report.chain;
  if (message.kind === "drawn") return message.draws.chain;
  return message.chain;
}
