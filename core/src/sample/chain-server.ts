/** The thread's side of the protocol: builds targets and walks the chains it is told to. */

import { type Chain, type OnTransitions, startChain } from "./chain.ts";
import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { FromChain, ToChain } from "./protocol.ts";
import type { Target } from "./target.ts";

/** Transitions between two progress messages: often enough for a progress bar, too seldom to cost anything. */
const PROGRESS_EVERY = 25;

/** Posts an answer; the buffers listed are handed over, not copied. */
export type PostFromChain = (message: FromChain, transfer: ArrayBuffer[]) => void;

/**
 * The message handler of a thread that may walk one chain or several.
 *
 * @param buildTarget - the log density of a model, computed by the kernel of that name.
 * @param post - sends an answer to whoever gave the orders.
 * @returns a handler of orders; an error becomes a `failed` message and never escapes.
 */
export function createChainServer<Model>(
  buildTarget: (model: Model, kernel: string) => Target,
  post: PostFromChain,
): (order: ToChain<Model>) => void {
  const chains = new Map<number, Walking>();
  return (order) => {
    try {
      obey(order, chains, buildTarget, post);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: "failed", chain: order.chain, message }, []);
    }
  };
}

interface Walking {
  readonly chain: Chain;
  readonly maxDraws: number;
  drawn: number;
}

function obey<Model>(
  order: ToChain<Model>,
  chains: Map<number, Walking>,
  buildTarget: (model: Model, kernel: string) => Target,
  post: PostFromChain,
): void {
  switch (order.kind) {
    case "start": {
      const { plan, chain, targetAcceptance, kernel } = order;
      const walking = startChain(buildTarget(order.model, kernel), { ...plan, chain, targetAcceptance });
      chains.set(chain, { chain: walking, maxDraws: plan.maxDraws, drawn: 0 });
      const report = walking.warmUp(teller(post, chain, "warmup", 0, plan.warmup));
      post({ kind: "warm", report }, buffersOf(report));
      return;
    }
    case "advance": {
      const walking = chains.get(order.chain);
      if (!walking) throw new RangeError(`chain ${order.chain} was not started`);
      const tell = teller(post, order.chain, "sampling", walking.drawn, walking.maxDraws);
      const draws = walking.chain.advance(order.draws, tell);
      walking.drawn += order.draws;
      post({ kind: "drawn", draws }, buffersOf(draws));
      return;
    }
    case "close":
      chains.delete(order.chain);
  }
}

/** A callback that posts every 25th transition. */
function teller(
  post: PostFromChain,
  chain: number,
  phase: "warmup" | "sampling",
  before: number,
  of: number,
): OnTransitions {
  return (done) => {
    if (done % PROGRESS_EVERY === 0) post({ kind: "progress", chain, phase, done: before + done, of }, []);
  };
}

/** The buffers of every typed array in a record. */
function buffersOf(record: ChainDraws | WarmupReport): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const value of Object.values(record)) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.push(value.buffer);
  }
  return buffers;
}
