/** Does many small jobs on all cores, one thread each; which thread does which job changes no figure. */

import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";

/**
 * Runs a thread's program over all jobs.
 *
 * @param entry - path of a program that calls `answerJobs`.
 * @param jobs - plain data.
 * @returns [job] its result, in the order of the jobs.
 */
export async function overThreads<Job, Result>(entry: string, jobs: readonly Job[]): Promise<Result[]> {
  const program = new URL(`data:text/javascript,${encodeURIComponent(plainJavaScript(entry))}`);
  const results: Result[] = [];
  let next = 0;
  const walk = (): Promise<void> =>
    new Promise((done, fail) => {
      const worker = new Worker(program);
      let current = -1;
      const order = (): void => {
        current = next++;
        worker.postMessage(current < jobs.length ? { job: jobs[current] } : null);
      };
      worker.on("message", (result: Result) => {
        results[current] = result;
        order();
      });
      worker.on("error", fail);
      worker.on("exit", () => done());
      order();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, walk));
  return results;
}

function plainJavaScript(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(entry)],
    alias: { "@mmm/core": resolve("core/src") },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  return outputFiles[0].text;
}
