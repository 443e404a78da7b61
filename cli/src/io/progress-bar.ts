/** The progress of a fit as a bar with time left, or a line per quarter where there is no terminal. */

import type { Progress, SamplingWatch } from "@mmm/core";
import type { Console } from "./console.ts";

const WIDTH = 24;

const PHASES: Readonly<Record<Progress["phase"], string>> = {
  warmup: "Warming up",
  sampling: "Sampling  ",
  retry: "Retrying with smaller steps",
};

/**
 * A bar on the console.
 *
 * Time left is this phase's pace carried on; sampling usually ends before its maximum, hence "at most".
 */
export function progressBar(console: Console, title: string): Pick<SamplingWatch, "onProgress"> {
  let phase: Progress["phase"] | null = null;
  let began = 0;
  let quarter = -1;
  return {
    onProgress(progress) {
      if (progress.phase !== phase) {
        phase = progress.phase;
        began = console.clock();
        quarter = -1;
      }
      const share = progress.of > 0 ? progress.done / progress.of : 0;
      if (console.redraw !== null) {
        console.redraw(barLine(title, progress, share, console.clock() - began));
      } else if (Math.floor(4 * share) > quarter) {
        quarter = Math.floor(4 * share);
        console.say(`${title}: ${PHASES[progress.phase].trim()} ${Math.round(100 * share)}%`);
      }
    },
  };
}

function barLine(title: string, progress: Progress, share: number, elapsed: number): string {
  const filled = Math.round(share * WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
  const left = share > 0 ? Math.ceil((elapsed * (1 - share)) / share) : null;
  const most = progress.phase === "warmup" ? "about" : "at most";
  const time = left === null ? "" : `  ${most} ${left} s left`;
  return `${title}  ${PHASES[progress.phase]} ${bar} ${String(Math.round(100 * share)).padStart(3)}%${time}`;
}
