/** Chains in Node's worker threads. */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type ChainPort,
  type FromChain,
  KERNEL,
  type MediaMixModel,
  type RunChains,
  runOverPorts,
} from "@mmm/core";
import { threadsFor } from "@mmm/worker";

/** A `RunChains` over threads started from the bundled worker file, all of them with the kernel that this thread chose. */
export function runInThreads(worker: URL, clock: () => number): RunChains<MediaMixModel> {
  return runOverPorts(() => openThread(worker), threadsFor(availableParallelism()), KERNEL, clock);
}

/** A thread that cannot start or dies is told as a failure of all its chains (chain −1). */
function openThread(file: URL): ChainPort<MediaMixModel> {
  const thread = new Worker(file);
  thread.setMaxListeners(0);
  return {
    post: (order) => thread.postMessage(order),
    onMessage: (listener) => {
      thread.on("message", (message: FromChain) => listener(message));
      thread.on("error", (error) => listener({ kind: "failed", chain: -1, message: error.message }));
    },
    close: () => void thread.terminate(),
  };
}
