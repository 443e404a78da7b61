/** A thread's side of `overThreads`. */

import { parentPort } from "node:worker_threads";

/** Answers job after job until there is none. */
export function answerJobs<Job, Result>(answer: (job: Job) => Promise<Result>): void {
  parentPort?.on("message", async (order: { readonly job: Job } | null) => {
    if (order === null) parentPort?.close();
    else parentPort?.postMessage(await answer(order.job));
  });
}
