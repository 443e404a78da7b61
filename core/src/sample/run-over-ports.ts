/** Chains walked in other threads, reached by messages: the same for worker threads and web workers. */

import type { ChainHandle } from "./chain-handle.ts";
import type { ChainState } from "./chain-state.ts";
import type { FromChain, RunChains, SamplingPlan, ToChain } from "./protocol.ts";
import { sampleUntilEnough } from "./sample-until-enough.ts";

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
  return (model, plan, isEnough, watch, checkpoints) => {
    const makeChains = (
      targetAcceptance: number,
      states: readonly ChainState[] | null,
    ): readonly ChainHandle[] => {
      const ports = Array.from({ length: Math.min(threads, plan.chains) }, openPort);
      return Array.from({ length: plan.chains }, (_, chain) => {
        const from = states?.[chain] ?? null;
        return chainOverMessages(ports[chain % ports.length], {
          model,
          plan,
          chain,
          targetAcceptance,
          kernel,
          from,
        });
      });
    };
    return sampleUntilEnough({ plan, makeChains, isEnough, watch, clock, kernel, checkpoints });
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
  /** Where it goes on; null to begin. */
  readonly from: ChainState | null;
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
  let answer: (message: FromChain) => void = () => {};
  let failure: Error | null = null;

  port.onMessage((message) => {
    const sender = senderOf(message);
    if (sender !== chain && sender !== WHOLE_THREAD) return;
    // a thread may die between two orders: the next one must not wait for it, and the first failure is the cause
    if (message.kind === "failed") failure ??= new Error(message.message);
    answer(message);
  });
  port.post({ kind: "start", ...start });

  function ask<Kind extends FromChain["kind"]>(order: ToChain<Model>, kind: Kind): Promise<Answer<Kind>> {
    return new Promise((resolve, reject) => {
      answer = (message) => {
        if (failure) return reject(failure);
        if (isOfKind(message, kind)) return resolve(message);
        reject(new TypeError(`chain ${chain} answered "${order.kind}" with "${message.kind}"`));
      };
      if (failure) return reject(failure);
      port.post(order);
    });
  }

  return {
    warmUp: (transitions) => ask({ kind: "warmUp", chain, transitions }, "warmed"),
    advance: (draws) => ask({ kind: "advance", chain, draws }, "drawn"),
    close(): void {
      port.post({ kind: "close", chain });
      port.close();
    },
  };
}

type Answer<Kind extends FromChain["kind"]> = Extract<FromChain, { readonly kind: Kind }>;

function isOfKind<Kind extends FromChain["kind"]>(message: FromChain, kind: Kind): message is Answer<Kind> {
  return message.kind === kind;
}

/** The chain number of a failure that concerns every chain of a thread. */
const WHOLE_THREAD = -1;

function senderOf(message: FromChain): number {
  if (message.kind === "warmed") return message.report.chain;
  if (message.kind === "drawn") return message.draws.chain;
  return message.chain;
}
