/** The thread of a browser, a classic worker: serves chains over its own messages. */

import type { FromChain, MediaMixModel, ToChain } from "@mmm/core";
import { serveChains } from "./index.ts";

/** What is used of a worker's global scope. */
interface WorkerScope {
  postMessage(message: FromChain, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { readonly data: ToChain<MediaMixModel> }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const serve = serveChains((message, transfer) => scope.postMessage(message, transfer));
scope.onmessage = ({ data }) => serve(data);
