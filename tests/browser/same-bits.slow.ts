/** The same seed gives the same bits in Node and Chromium, in a worker or not, by either kernel (decisions §9). */

import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import type { FromChain } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { type ChainPort, runOverPorts } from "@mmm/core/sample/run-over-ports.ts";
import { buildSync } from "esbuild";
import { exampleHistory } from "../core/model/example-history.ts";
import { describeChromium, type Site } from "../matchers/chromium.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import type { PageAnswer, PageOrder } from "./page.ts";
import { type Walked, walkAndHash } from "./walked.ts";

const model = specifyModel(exampleHistory({ weeks: 104, channels: 5, seed: 1 }), defaultRules(MODEL_ROWS));
const KERNELS = ["typescript-1", "wasm-simd-1"];
const clock = (): number => 0;

/** What the product's pages will be sent with (decisions §10), less and with the leave to compile WebAssembly. */
const POLICY = "default-src 'none'; connect-src 'self'; worker-src 'self' blob:; script-src 'self' blob:";
const WITH_WASM = `${POLICY} 'wasm-unsafe-eval'`;

function bundled(entry: string, format: "iife" | "esm"): string {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(entry)],
    bundle: true,
    format,
    platform: format === "esm" ? "node" : "browser",
    write: false,
  });
  return outputFiles[0].text;
}

/** JSON knows no typed arrays; a number's shortest decimal form is read back to the same bits. */
function plain(order: PageOrder): string {
  return JSON.stringify(order, (_, value) =>
    ArrayBuffer.isView(value) ? { float64: Array.from(value as Float64Array) } : value,
  );
}

function site(kernels: PageOrder["kernels"], policy: string): Site {
  const script = (body: string) => ({ type: "text/javascript", body });
  const worker = bundled("worker/src/web-worker.ts", "iife");
  const data = JSON.stringify({ order: plain({ model, kernels }), worker });
  const html = '<!doctype html><script src="/data.js"></script><script src="/page.js"></script>';
  return {
    policy,
    files: {
      "/": { type: "text/html", body: html },
      "/data.js": script(`const MARGINAL = ${data};`),
      "/page.js": script(bundled("tests/browser/page.ts", "iife")),
      "/worker.js": script(worker),
    },
  };
}

const nodeThread = new URL(
  `data:text/javascript,${encodeURIComponent(bundled("cli/src/chain-worker.ts", "esm"))}`,
);

function openThread(): ChainPort<MediaMixModel> {
  const thread = new Worker(nodeThread);
  thread.setMaxListeners(0);
  return {
    post: (order) => thread.postMessage(order),
    onMessage(listener) {
      thread.on("message", (message: FromChain) => listener(message));
      thread.on("error", ({ message }) => listener({ kind: "failed", chain: -1, message }));
    },
    close: () => void thread.terminate(),
  };
}

describeChromium("the draws of a seed", (open) => {
  let inNode: Walked;
  const figures: Figure[] = [];
  const count = (what: string, walked: readonly Walked[]): void => {
    const same = walked.filter(({ hash }) => hash === inNode.hash).length;
    figures.push({ what, value: `${same} of ${walked.length}`, limit: "all", source: "decisions §9" });
  };

  afterAll(() => recordFigures("same-bits", figures));

  beforeAll(async () => {
    inNode = await walkAndHash(runInProcess(buildTarget, "typescript-1", clock), model);
  });

  it("are the same bits in Node's own thread and in its worker threads, by either kernel", async () => {
    const all: Walked[] = [];
    for (const kernel of KERNELS) {
      for (const run of [
        runInProcess(buildTarget, kernel, clock),
        runOverPorts(openThread, 1, kernel, clock),
        runOverPorts(openThread, 3, kernel, clock),
      ]) {
        const walked = await walkAndHash(run, model);
        all.push(walked);
        expect(walked).toEqual({ ...inNode, kernel });
      }
    }
    count("runs in Node: own thread, 1 and 3 worker threads, each by both kernels", all);
  });

  it("are the same bits in Chromium's page, in one worker and in several, by either kernel", async () => {
    const answer = JSON.parse(await open(site(KERNELS, WITH_WASM))) as PageAnswer;
    expect(answer.error).toBeNull();
    expect(answer.chosen).toBe("wasm-simd-1");
    expect(Object.keys(answer.walked)).toHaveLength(8);
    count("runs in Chromium: page, 1, 2 and 3 workers, each by both kernels", Object.values(answer.walked));
    for (const [place, walked] of Object.entries(answer.walked)) {
      process.stdout.write(
        `${place}: ${walked.draws} draws, ${walked.gradients} gradients, ${walked.hash.slice(0, 12)}\n`,
      );
      expect({ ...walked, kernel: "" }).toEqual({ ...inNode, kernel: "" });
    }
  });

  it("are the same bits where a policy forbids WebAssembly: the page falls back by itself and says so", async () => {
    const answer = JSON.parse(await open(site([null], POLICY))) as PageAnswer;
    expect(answer.error).toBeNull();
    expect(answer.chosen).toBe("typescript-1");
    count(
      "runs in Chromium where WebAssembly is forbidden, by the page's own choice",
      Object.values(answer.walked),
    );
    expect(Object.values(answer.walked).map(({ kernel }) => kernel)).toEqual(Array(4).fill("typescript-1"));
    for (const walked of Object.values(answer.walked)) expect(walked).toEqual(inNode);
  });

  it("never come from a kernel other than the one that the run names: forced WebAssembly is an error there", async () => {
    const answer = JSON.parse(await open(site(["wasm-simd-1"], POLICY))) as PageAnswer;
    expect(answer.walked).toEqual({});
    expect(answer.error).not.toBeNull();
  });
});
