/** The progress of a fit as a bar with time left, or a line per quarter where there is no terminal. */

import type { Progress, SamplingWatch } from "@mmm/core";
import type { Console } from "./console.ts";

const WIDTH = 24;

const PHASES: Readonly<Record<Progress["phase"], string>> = {
  warmup: "Warming up",
  sampling: "Sampling  ",
  retry: "Retrying with smaller steps",
};

/** A bar on the console; sampling usually ends before its maximum, hence "at most". */
export function progressBar(console: Console, title: string): Pick<SamplingWatch, "onProgress"> {
  let phase: Progress["phase"] | null = null;
  let quarter = -1;
  return {
    onProgress(progress) {
      if (progress.phase !== phase) {
        phase = progress.phase;
        quarter = -1;
      }
      const share = progress.of > 0 ? progress.done / progress.of : 0;
      if (console.redraw !== null) {
        console.redraw(barLine(title, progress, share));
      } else if (Math.floor(4 * share) > quarter) {
        quarter = Math.floor(4 * share);
        console.say(`${title}: ${PHASES[progress.phase].trim()} ${Math.round(100 * share)}%`);
      }
    },
  };
}

function barLine(title: string, progress: Progress, share: number): string {
  const filled = Math.round(share * WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
  const most = progress.phase === "warmup" ? "about" : "at most";
  const { secondsLeft } = progress;
  const time = secondsLeft === null ? "" : `  ${most} ${Math.ceil(secondsLeft)} s left`;
  return `${title}  ${PHASES[progress.phase]} ${bar} ${String(Math.round(100 * share)).padStart(3)}%${time}`;
}
