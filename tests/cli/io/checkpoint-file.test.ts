import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckpointFile, openCheckpointFile } from "@mmm/cli/io/checkpoint-file.ts";
import type { Checkpoint } from "@mmm/core/sample/checkpoint.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "marginal-checkpoint-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(path: string, clock: () => number = () => 0): CheckpointFile {
  const file = openCheckpointFile(path, clock);
  if ("kind" in file) throw new Error(file.message);
  return file;
}

/** A record as a fit gives it, with numbers that JSON would lose. */
function checkpoint(draws: number): Checkpoint {
  return {
    schema: 1,
    modelKey: "m",
    kernel: "typescript-1",
    plan: {
      seed: 1,
      chains: 1,
      warmup: 10,
      minDraws: 10,
      maxDraws: 100,
      block: 10,
      targetAcceptance: 0.85,
      retryAcceptance: 0.95,
      maxTreeDepth: 10,
    },
    discarded: null,
    attempt: {
      targetAcceptance: 0.85,
      warmup: [],
      states: [
        {
          position: Float64Array.of(0.1 + 0.2, Number.MIN_VALUE, -0),
          gradient: Float64Array.of(Number.NEGATIVE_INFINITY, Number.NaN, 1 / 3),
          logDensity: -1e300,
          metric: Float64Array.of(1, draws, 1),
          stepSize: 0.3,
          walk: { words: 2 ** 40 + 3, spareNormal: null },
          record: { words: 5, spareNormal: -0.7 },
        },
      ],
      chains: [],
      seconds: { warmup: 1, sampling: 2 },
    },
  };
}

describe("a checkpoint file", () => {
  it("gives every stage back bit for bit, in another process too", () => {
    const path = join(folder, "fit.part");
    const file = open(path);
    expect(file.resumes).toBe(false);
    expect(file.checkpoints("fit").resume).toBeNull();
    file.checkpoints("fit").onCheckpoint(checkpoint(1));
    file.checkpoints("holdout").onCheckpoint(checkpoint(2));
    file.flush();
    const again = open(path);
    expect(again.resumes).toBe(true);
    expect(again.checkpoints("fit").resume).toEqual(checkpoint(1));
    expect(again.checkpoints("holdout").resume).toEqual(checkpoint(2));
  });

  it("keeps the first stage while the second goes on after a resume", () => {
    const path = join(folder, "fit.part");
    const file = open(path);
    file.checkpoints("fit").onCheckpoint(checkpoint(1));
    const again = open(path);
    again.checkpoints("holdout").onCheckpoint(checkpoint(7));
    expect(open(path).checkpoints("fit").resume).toEqual(checkpoint(1));
    expect(open(path).checkpoints("holdout").resume).toEqual(checkpoint(7));
  });

  it("is written at the first checkpoint, then at most once a second, and whole whenever it is there", () => {
    const path = join(folder, "fit.part");
    let now = 0;
    const file = open(path, () => now);
    const { onCheckpoint } = file.checkpoints("fit");
    const kept = (): number | undefined => open(path).checkpoints("fit").resume?.attempt.states[0].metric[1];
    onCheckpoint(checkpoint(1));
    onCheckpoint(checkpoint(2));
    expect(kept()).toBe(1);
    now = 1;
    onCheckpoint(checkpoint(3));
    expect(kept()).toBe(3);
    onCheckpoint(checkpoint(4));
    file.flush();
    expect(kept()).toBe(4);
    expect(readdirSync(folder)).toEqual(["fit.part"]);
  });

  it("is gone after its fit", () => {
    const path = join(folder, "fit.part");
    const file = open(path);
    file.checkpoints("fit").onCheckpoint(checkpoint(1));
    file.remove();
    expect(existsSync(path)).toBe(false);
    expect(() => file.remove()).not.toThrow();
  });

  it("is neither taken from another file nor put where there is no folder, with the remedy", () => {
    const path = join(folder, "notes.txt");
    for (const content of ["call the agency", ""]) {
      writeFileSync(path, content);
      expect(openCheckpointFile(path, () => 0)).toMatchObject({
        kind: "problem",
        remedy: expect.any(String),
      });
      expect(readFileSync(path, "utf8")).toBe(content);
    }
    expect(openCheckpointFile(folder, () => 0)).toMatchObject({ kind: "problem" });
    expect(openCheckpointFile(join(folder, "no", "fit.part"), () => 0)).toMatchObject({
      kind: "problem",
      message: expect.stringContaining("there is no folder"),
    });
  });
});
