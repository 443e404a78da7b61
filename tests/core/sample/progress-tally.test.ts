import { tallyProgress } from "@mmm/core/sample/progress-tally.ts";
import type { Progress } from "@mmm/core/sample/protocol.ts";

function tallied(before: number, of: number) {
  const told: Progress[] = [];
  let now = 100;
  const watch = { onProgress: (progress: Progress) => void told.push(progress), cancelled: () => false };
  const tell = tallyProgress(watch, () => now, { phase: "sampling", before, of });
  return {
    told,
    report(seconds: number, chain: number, transitions: number, leapfrogs: number): Progress | undefined {
      now += seconds;
      tell(chain, transitions, leapfrogs);
      return told.at(-1);
    },
  };
}

describe("progress", () => {
  it("begins with what was done before, and does not yet know the time left", () => {
    expect(tallied(40, 400).told).toEqual([{ phase: "sampling", done: 40, of: 400, secondsLeft: null }]);
  });

  it("carries the pace on: a quarter of the transitions in 5 seconds, trees alike, leaves 15", () => {
    const { report } = tallied(0, 400);
    expect(report(5, 0, 100, 500)).toEqual({ phase: "sampling", done: 100, of: 400, secondsLeft: 15 });
  });

  it("adds chains up and counts what was done before as done, but not as pace", () => {
    const { report } = tallied(100, 400);
    report(1, 0, 50, 200);
    // 400 leapfrogs in 2 s, 4 per transition, 200 transitions left
    expect(report(1, 1, 50, 200)).toEqual({ phase: "sampling", done: 200, of: 400, secondsLeft: 4 });
  });

  it("knows that trees have grown: eight times the leapfrogs of late take eight times as long", () => {
    const { report } = tallied(0, 300);
    report(1, 0, 100, 100);
    // 900 leapfrogs in 9 s, 8 per transition of late, 100 transitions left
    expect(report(8, 0, 100, 800)?.secondsLeft).toBeCloseTo(8, 12);
  });

  it("says nothing where it can not know: no time has passed and nothing was computed", () => {
    expect(tallied(0, 10).report(0, 0, 0, 0)?.secondsLeft).toBeNull();
  });
});
