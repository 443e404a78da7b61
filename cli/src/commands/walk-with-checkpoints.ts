/** A fit that can be interrupted: its checkpoint stays, and the same command goes on from it. */

import type { DefenseHost, DefenseOutcome } from "@mmm/core";
import { type CheckpointFile, openCheckpointFile } from "../io/checkpoint-file.ts";
import type { Console } from "../io/console.ts";
import { hostOf } from "./host.ts";

/**
 * Walks with a checkpoint file: goes on from it when it exists, and stops at Ctrl-C.
 *
 * @param walk - the main path, given the host to walk on.
 * @param path - of the file.
 * @returns what the walk came to; null, with the reason said, when the file is not a checkpoint.
 */
export async function walkWithCheckpoints(
  walk: (host: DefenseHost) => Promise<DefenseOutcome>,
  path: string,
  console: Console,
  worker: URL,
): Promise<DefenseOutcome | null> {
  const file = openCheckpointFile(path, console.clock);
  if ("kind" in file) {
    console.say(`${file.message}\n  → ${file.remedy}`);
    return null;
  }
  if (file.resumes) console.say(`Going on from the checkpoint ${path}.`);
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
  };
  // once: a second Ctrl-C ends the process as usual
  process.once("SIGINT", interrupt);
  try {
    const { checkpoints } = file;
    const outcome = await walk(hostOf(console, worker, { checkpoints, cancelled: () => interrupted }));
    settle(outcome, file, path, console);
    return outcome;
  } finally {
    process.off("SIGINT", interrupt);
  }
}

/** A complete fit needs its checkpoint no more, whatever the verdict; a cancelled one does. */
function settle(outcome: DefenseOutcome, file: CheckpointFile, path: string, console: Console): void {
  const refused = outcome.kind === "refused" ? outcome.results : null;
  const isComplete = outcome.kind === "defended" || (refused !== null && refused.health !== null);
  if (isComplete) file.remove();
  if (refused?.refusal.gate !== "cancelled") return;
  file.flush();
  console.say(`Stopped. The checkpoint is kept in ${path}; the same command goes on from it.`);
}
