import { weeksToLand } from "@mmm/core/attribute/weeks-to-land.ts";
import type { Adstock } from "@mmm/core/model/media-mix-model.ts";

const RETENTION = { alpha: 2, beta: 2 };
const geometric = (maxLag: number): Adstock => ({ kind: "geometric", maxLag, retention: RETENTION });

describe("weeks until a share of the effect has landed", () => {
  it("are 4 to 90 % at retention ½: ½, ¾, ⅞, ¹⁵⁄₁₆ (CARRYTIME)", () => {
    expect(weeksToLand(geometric(12), 0.5, 0.9)).toBe(4);
  });

  it("are 1 without carryover", () => {
    expect(weeksToLand(geometric(12), 0, 0.9)).toBe(1);
  });

  it("count a share that is reached exactly: even weights over ten weeks land 90 % in nine", () => {
    expect(weeksToLand(geometric(9), 1, 0.9)).toBe(9);
  });

  it("are 1 where the channel has no carryover at all", () => {
    expect(weeksToLand({ kind: "none" }, 0.8, 0.9)).toBe(1);
  });

  it("are 22 to 90 % at the endless retention 0.9: 1 − 0.9²² is 0.9015", () => {
    expect(weeksToLand({ kind: "infinite", retention: RETENTION }, 0.9, 0.9)).toBe(22);
  });

  it("never exceed the window", () => {
    expect(weeksToLand(geometric(12), 1, 1)).toBe(13);
    expect(weeksToLand(geometric(12), 0.999, 0.99)).toBe(13);
  });
});
