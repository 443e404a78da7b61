import { weeksToLand } from "@mmm/core/attribute/weeks-to-land.ts";

describe("weeks until a share of the effect has landed", () => {
  it("are 4 to 90 % at retention ½: ½, ¾, ⅞, ¹⁵⁄₁₆ (CARRYTIME)", () => {
    expect(weeksToLand(0.5, 0.9, 12)).toBe(4);
  });

  it("are 1 without carryover", () => {
    expect(weeksToLand(0, 0.9, 12)).toBe(1);
  });

  it("count a share that is reached exactly: even weights over ten weeks land 90 % in nine", () => {
    expect(weeksToLand(1, 0.9, 9)).toBe(9);
  });

  it("never exceed the window", () => {
    expect(weeksToLand(1, 1, 12)).toBe(13);
    expect(weeksToLand(0.999, 0.99, 12)).toBe(13);
  });
});
