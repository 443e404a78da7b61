/** The product's thread, which also tells after every order what memory it holds. */

import { parentPort } from "node:worker_threads";
import { serveChains } from "@mmm/worker";

const port = parentPort;
if (port === null) throw new Error("memory-thread runs as a worker thread only");
const serve = serveChains((message, transfer) => port.postMessage(message, transfer));
port.on("message", (order) => {
  serve(order);
  // all that V8 has reserved for this thread, used or not, and what typed arrays and WebAssembly hold beside it
  const { heapTotal, external } = process.memoryUsage();
  port.postMessage({ kind: "memory", bytes: heapTotal + external });
});
