import { isTotalName, saysTotal } from "@mmm/core/data/total-words.ts";

describe("totals of exports (IN-07)", () => {
  it.each(["Total", "Grand total", "Total: Account", "Gesamt: Konto", "Summe", "Total général", "合計"])(
    "%s begins a total row and is no channel",
    (text) => {
      expect(saysTotal(text)).toBe(true);
      expect(isTotalName(text)).toBe(true);
    },
  );

  it("leaves names that only begin so", () => {
    expect(saysTotal("Totalenergies")).toBe(false);
    expect(isTotalName("Total Wine")).toBe(false);
  });
});
