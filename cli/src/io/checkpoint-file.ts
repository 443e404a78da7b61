/** The checkpoints of a fit in a file: read before it, written while it walks, removed once it is complete. */

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Checkpoint, FitStage, StageCheckpoints } from "@mmm/core";
import { type FileProblem, problem } from "./problem.ts";

/** Written at most so often: a block of a small model takes less time than its file. */
const SECONDS_BETWEEN_WRITES = 1;

export interface CheckpointFile {
  /** Whether there was a fit to go on with. */
  readonly resumes: boolean;
  /** To be handed to the fit. */
  checkpoints(stage: FitStage): StageCheckpoints;
  /** Writes what is not yet written. */
  flush(): void;
  /** Removes the file of a fit that is complete. */
  remove(): void;
}

type Stages = Partial<Record<FitStage, Checkpoint>>;

/**
 * Opens a file of checkpoints; it need not exist.
 *
 * @param path - beside it "path.part" is written first, so that an interrupted write never spoils the last checkpoint.
 * @param clock - seconds from any origin.
 */
export function openCheckpointFile(path: string, clock: () => number): CheckpointFile | FileProblem {
  const folder = dirname(path);
  if (!existsSync(folder))
    return problem(`there is no folder ${folder}`, "check the path given to --checkpoint");
  const found = readStages(path);
  if (found === null) return problem(`${path} is not a checkpoint`, "name another file, or remove this one");
  const stages: Stages = { ...found };
  let writtenAt = Number.NEGATIVE_INFINITY;
  let isWritten = true;

  function flush(): void {
    if (isWritten) return;
    writeFileSync(`${path}.part`, serialize({ marginal: "checkpoint", stages }));
    renameSync(`${path}.part`, path);
    isWritten = true;
    writtenAt = clock();
  }

  return {
    resumes: Object.keys(found).length > 0,
    checkpoints: (stage) => ({
      resume: found[stage] ?? null,
      onCheckpoint(checkpoint) {
        stages[stage] = checkpoint;
        isWritten = false;
        if (clock() - writtenAt >= SECONDS_BETWEEN_WRITES) flush();
      },
    }),
    flush,
    remove: () => rmSync(path, { force: true }),
  };
}

/** What the file holds, nothing where there is none, null where it is something else. */
function readStages(path: string): Stages | null {
  if (!existsSync(path)) return {};
  try {
    const record: unknown = deserialize(readFileSync(path));
    return isRecord(record) ? record.stages : null;
  } catch {
    return null; // no structured clone, or no file at all
  }
}

function isRecord(value: unknown): value is { readonly stages: Stages } {
  return typeof value === "object" && value !== null && "marginal" in value && "stages" in value;
}
