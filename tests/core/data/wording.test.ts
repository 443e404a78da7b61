import { counted, listed, plainNumber, shareInWords } from "@mmm/core/data/wording.ts";

describe("words for numbers", () => {
  it("groups thousands and keeps three digits of small numbers", () => {
    expect([1234567.8, -1234, 12.345, 0.017712, 0].map(plainNumber)).toEqual([
      "1,234,568",
      "-1,234",
      "12.3",
      "0.0177",
      "0",
    ]);
  });

  it("never says NaN or Infinity", () => {
    expect([Number.NaN, Number.NEGATIVE_INFINITY].map(plainNumber)).toEqual([
      "an undefined value",
      "an undefined value",
    ]);
  });

  it("lists five names and counts the rest", () => {
    expect(listed(["A1", "A2"])).toBe("A1, A2");
    expect(listed(["A1", "A2", "A3", "A4", "A5", "A6", "A7"])).toBe("A1, A2, A3, A4, A5 and 2 more");
  });

  it("counts in the singular and the plural", () => {
    expect([counted(1, "week"), counted(0, "week")]).toEqual(["1 week", "0 weeks"]);
  });

  it("says a share as a reader does", () => {
    expect(shareInWords(0.6441)).toBe("64.4%");
  });
});
