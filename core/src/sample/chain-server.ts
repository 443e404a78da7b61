/** The thread's side of the protocol: builds targets and walks the chains it is told to. */

import { type Chain, startChain } from "./chain.ts";
import type { ChainDraws } from "./chain-draws.ts";
import type { FromChain, ToChain } from "./protocol.ts";
import type { Target } from "./target.ts";

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
  const chains = new Map<number, Chain>();
  return (order) => {
    try {
      obey(order, chains, buildTarget, post);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: "failed", chain: order.chain, message }, []);
    }
  };
}

function obey<Model>(
  order: ToChain<Model>,
  chains: Map<number, Chain>,
  buildTarget: (model: Model, kernel: string) => Target,
  post: PostFromChain,
): void {
  switch (order.kind) {
    case "start": {
      const { plan, chain, targetAcceptance, kernel, from } = order;
      chains.set(
        chain,
        startChain(buildTarget(order.model, kernel), { ...plan, chain, targetAcceptance }, from),
      );
      return;
    }
    case "warmUp": {
      const chain = started(chains, order.chain);
      const report = chain.warmUp(order.transitions);
      post({ kind: "warmed", report, state: chain.state() }, []);
      return;
    }
    case "advance": {
      const chain = started(chains, order.chain);
      const draws = chain.advance(order.draws);
      post({ kind: "drawn", draws, state: chain.state() }, buffersOf(draws));
      return;
    }
    case "close":
      chains.delete(order.chain);
  }
}

function started(chains: ReadonlyMap<number, Chain>, chain: number): Chain {
  const found = chains.get(chain);
  if (!found) throw new RangeError(`chain ${chain} was not started`);
  return found;
}

/** The buffers of every typed array in a record. */
function buffersOf(draws: ChainDraws): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const value of Object.values(draws)) {
    // the recorder made them, so none is shared memory
    if (ArrayBuffer.isView(value)) buffers.push(value.buffer as ArrayBuffer);
  }
  return buffers;
}
