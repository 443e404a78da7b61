/** What runs inside a thread, in Node or a browser: chains of the media mix model, walked on order. */

import { buildTarget, createChainServer, type FromChain, type MediaMixModel, type ToChain } from "@mmm/core";

/**
 * The message handler of a thread that walks chains of a media mix model.
 *
 * @param post - sends an answer; the buffers listed are handed over, not copied.
 * @returns handles one order; never throws.
 */
export function serveChains(
  post: (message: FromChain, transfer: ArrayBuffer[]) => void,
): (order: ToChain<MediaMixModel>) => void {
  return createChainServer(buildTarget, post);
}

/** Four chains never need more threads, and one core is left to whoever else works on the machine (decisions §9). */
const MOST_THREADS = 4;

/** Threads for a machine with so many cores, e.g. 1 for 2 cores and 4 for 8. */
export function threadsFor(cores: number): number {
  return Math.max(1, Math.min(MOST_THREADS, cores - 1));
}
