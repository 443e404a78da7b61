import type { Console } from "@mmm/cli/io/console.ts";
import { progressBar } from "@mmm/cli/io/progress-bar.ts";

function recorder(isTerminal: boolean): { console: Console; lines: string[] } {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  return {
    lines,
    console: {
      result: write,
      say: write,
      redraw: isTerminal ? write : null,
      clock: () => 0,
      today: "",
      now: "",
    },
  };
}

describe("progressBar", () => {
  it("shows the time left as the run knows it, in whole seconds rounded up, and none while it is unknown", () => {
    const { console, lines } = recorder(true);
    const bar = progressBar(console, "Fit");
    bar.onProgress({ phase: "warmup", done: 0, of: 400, secondsLeft: null });
    bar.onProgress({ phase: "warmup", done: 200, of: 400, secondsLeft: 3 });
    bar.onProgress({ phase: "sampling", done: 100, of: 400, secondsLeft: 14.2 });
    expect(lines[0]).not.toContain("left");
    expect(lines[1]).toContain("about 3 s left");
    expect(lines[2]).toContain("25%");
    expect(lines[2]).toContain("at most 15 s left");
  });

  it("says a line per quarter where nothing can be redrawn", () => {
    const { console, lines } = recorder(false);
    const bar = progressBar(console, "Fit");
    for (let done = 0; done <= 100; done++)
      bar.onProgress({ phase: "warmup", done, of: 100, secondsLeft: null });
    expect(lines).toEqual([0, 25, 50, 75, 100].map((percent) => `Fit: Warming up ${percent}%`));
  });

  it("begins anew with every phase", () => {
    const { console, lines } = recorder(false);
    const bar = progressBar(console, "Fit");
    bar.onProgress({ phase: "warmup", done: 1, of: 1, secondsLeft: null });
    bar.onProgress({ phase: "sampling", done: 0, of: 10, secondsLeft: null });
    bar.onProgress({ phase: "retry", done: 0, of: 10, secondsLeft: null });
    expect(lines).toHaveLength(3);
  });
});
