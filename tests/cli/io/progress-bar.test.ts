import type { Console } from "@mmm/cli/io/console.ts";
import { progressBar } from "@mmm/cli/io/progress-bar.ts";

function recorder(isTerminal: boolean): { console: Console; lines: string[]; at: (seconds: number) => void } {
  const lines: string[] = [];
  let now = 0;
  const write = (line: string): void => void lines.push(line);
  return {
    lines,
    at: (seconds) => {
      now = seconds;
    },
    console: {
      result: write,
      say: write,
      redraw: isTerminal ? write : null,
      clock: () => now,
      today: "",
      now: "",
    },
  };
}

describe("progressBar", () => {
  it("carries the phase's own pace on: a quarter done in 5 seconds leaves 15", () => {
    const { console, lines, at } = recorder(true);
    const bar = progressBar(console, "Fit");
    at(100);
    bar.onProgress({ phase: "sampling", done: 0, of: 400 });
    at(105);
    bar.onProgress({ phase: "sampling", done: 100, of: 400 });
    expect(lines[1]).toContain("25%");
    expect(lines[1]).toContain("at most 15 s left");
  });

  it("says a line per quarter where nothing can be redrawn", () => {
    const { console, lines } = recorder(false);
    const bar = progressBar(console, "Fit");
    for (let done = 0; done <= 100; done++) bar.onProgress({ phase: "warmup", done, of: 100 });
    expect(lines).toEqual([0, 25, 50, 75, 100].map((percent) => `Fit: Warming up ${percent}%`));
  });

  it("begins anew with every phase", () => {
    const { console, lines } = recorder(false);
    const bar = progressBar(console, "Fit");
    bar.onProgress({ phase: "warmup", done: 1, of: 1 });
    bar.onProgress({ phase: "sampling", done: 0, of: 10 });
    bar.onProgress({ phase: "retry", done: 0, of: 10 });
    expect(lines).toHaveLength(3);
  });
});
