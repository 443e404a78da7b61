/** The page of the browser test: walks in its own thread and in workers, and posts what came of it. */

/// <reference lib="dom" />

import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { FromChain, RunChains } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { type ChainPort, runOverPorts } from "@mmm/core/sample/run-over-ports.ts";
import { type Walked, walkAndHash } from "./walked.ts";

/** What the page is asked to do: the names of kernels, or its own choice. */
export interface PageOrder {
  readonly model: MediaMixModel;
  readonly kernels: ReadonlyArray<string | null>;
}

/** What the page answers. */
export interface PageAnswer {
  /** The kernel that this page chose. */
  readonly chosen: string;
  /** Place and kernel → what was walked. */
  readonly walked: Readonly<Record<string, Walked>>;
  readonly error: string | null;
}

/** What the page's first script sets: the order as JSON, and the worker's program. */
declare const MARGINAL: { readonly order: string; readonly worker: string };

const clock = (): number => performance.now() / 1000;

function openWorker(url: string): ChainPort<MediaMixModel> {
  const worker = new Worker(url);
  return {
    post: (order) => worker.postMessage(order),
    onMessage(listener) {
      worker.addEventListener("message", ({ data }: MessageEvent<FromChain>) => listener(data));
      worker.addEventListener("error", ({ message }) => listener({ kind: "failed", chain: -1, message }));
    },
    close: () => worker.terminate(),
  };
}

/** JSON knows no typed arrays, and numbers come through it bit for bit. */
function revive(_: string, value: unknown): unknown {
  const isArray = typeof value === "object" && value !== null && "float64" in value;
  return isArray ? Float64Array.from(value.float64 as number[]) : value;
}

async function walkAll(): Promise<PageAnswer> {
  const order = JSON.parse(MARGINAL.order, revive) as PageOrder;
  const blob = URL.createObjectURL(new Blob([MARGINAL.worker], { type: "text/javascript" }));
  const walked: Record<string, Walked> = {};
  for (const name of order.kernels) {
    const kernel = name ?? KERNEL;
    const places: Record<string, RunChains<MediaMixModel>> = {
      page: runInProcess(buildTarget, kernel, clock),
      "1 blob worker": runOverPorts(() => openWorker(blob), 1, kernel, clock),
      "3 blob workers": runOverPorts(() => openWorker(blob), 3, kernel, clock),
      "2 workers by address": runOverPorts(() => openWorker("/worker.js"), 2, kernel, clock),
    };
    for (const [place, run] of Object.entries(places))
      walked[`${kernel} in ${place}`] = await walkAndHash(run, order.model);
  }
  return { chosen: KERNEL, walked, error: null };
}

walkAll()
  .catch((error): PageAnswer => ({ chosen: KERNEL, walked: {}, error: String(error) }))
  .then((answer) => fetch("/answer", { method: "POST", body: JSON.stringify(answer) }));
