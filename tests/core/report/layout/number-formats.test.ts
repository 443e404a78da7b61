/** Scales and formats of amounts. */

import {
  amountFormat,
  amountScale,
  axisFormat,
  marginalFormat,
  planScale,
  ratioFormat,
  wordScale,
} from "@mmm/core/report/layout/number-formats.ts";

describe("amountScale", () => {
  it.each([
    [12_345_678, "M", '#,##0.0,,;[Red](#,##0.0,,);"-"'],
    [3_400_000, "M", '#,##0.00,,;[Red](#,##0.00,,);"-"'],
    [45_000, "K", '#,##0.0,;[Red](#,##0.0,);"-"'],
    [1_500, "", '#,##0;[Red](#,##0);"-"'],
    [0.4, "", '#,##0.00;[Red](#,##0.00);"-"'],
  ])("at %p shows %p with format %p", (largest, suffix, format) => {
    expect(amountScale([1, -largest, Number.NaN])).toMatchObject({ suffix, format });
  });
});

describe("formats beside it", () => {
  it("keep weekly amounts in full, with decimals only where they are small", () => {
    expect(amountFormat([88_427, 12])).toBe('#,##0;[Red](#,##0);"-"');
    expect(amountFormat([0.02, 0.9])).toBe('#,##0.00;[Red](#,##0.00);"-"');
  });

  it("scale plans only from ten million on", () => {
    expect(planScale([1_755_813]).suffix).toBe("");
    expect(planScale([25_000_000]).suffix).toBe("M");
  });

  it("give axes their sign and suffix and no red", () => {
    expect(axisFormat([1_640_000], "$")).toBe('"$"#,##0.0,,"M";-"$"#,##0.0,,"M";"0"');
    expect(axisFormat([60_000], "€")).toBe('"€"#,##0,"K";-"€"#,##0,"K";"0"');
  });

  it("give ratios about three digits", () => {
    expect([3.2, 32, 320].map(ratioFormat)).toEqual(['0.00"x"', '0.0"x"', '#,##0"x"']);
    expect(marginalFormat([0.045], false)).toBe("0.0000");
    expect(marginalFormat([1.3], true)).toBe('0.00"x"');
  });

  it("name a billion in words", () => {
    expect(wordScale(2.5e9)).toMatchObject({ divisor: 1e9, suffix: "B", digits: 2 });
  });
});
