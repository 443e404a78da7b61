/** The thread of the command line: serves chains over its parent's port. */

import { parentPort } from "node:worker_threads";
import { serveChains } from "@mmm/worker";

if (parentPort === null) throw new Error("chain-worker runs as a worker thread only");
const port = parentPort;
port.on(
  "message",
  serveChains((message, transfer) => port.postMessage(message, transfer)),
);
