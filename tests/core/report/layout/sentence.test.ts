/** Sentences bound to cells. */

import {
  amountPart,
  chancePart,
  percentPart,
  plainWords,
  quoted,
  ratioPart,
  roundedText,
  sentence,
} from "@mmm/core/report/layout/sentence.ts";
import fc from "fast-check";

describe("sentence", () => {
  it("joins words and bound numbers, and reads as the formula computes", () => {
    const cell = sentence(["Spend was ", amountPart("B2", 12_345_678, "$"), "."]);
    expect(cell.value).toBe("Spend was $12.3M.");
    expect(cell.formula).toBe('"Spend was "&IF(B2<0,"-","")&"$"&ROUND(ABS(B2)/1000000,1)&"M"&"."');
  });

  it("is plain text when nothing is bound", () => {
    expect(sentence(["One ", "two"])).toEqual({ value: "One two", style: "sentence" });
  });

  it("doubles quotes in words and cuts literals at the 255 letters that hosts accept", () => {
    expect(quoted('a "b"')).toBe('"a ""b"""');
    const { formula } = sentence(["x".repeat(600), percentPart("A1", 0.5)]);
    expect(formula?.split("&")[0]).toHaveLength(257);
    expect(formula?.split("&")).toHaveLength(5);
  });
});

describe("amounts in sentences", () => {
  it.each([
    [0, "$0"],
    [7.123, "$7.12"],
    [-52_700, "-$52.7K"],
    [9_422, "$9.42K"],
    [136_400_000, "$136M"],
    [2_500_000_000, "$2.5B"],
  ])("%p is written %p", (value, words) => {
    expect(plainWords([amountPart("A1", value, "$")])).toBe(words);
  });

  it("never carry more than three digits (§4.1)", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e11, max: 1e11, noNaN: true }), (value) => {
        const digits = plainWords([amountPart("A1", value, "")])
          .replace(/[^\d]/g, "")
          .replace(/^0+/, "");
        // rounding up at a scale's end shows its four-digit neighbor: 999.6K is "1000K"
        expect(digits.replace(/0+$/, "").length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("ratios, shares and chances", () => {
  it("keep three digits", () => {
    expect(plainWords([ratioPart("A1", 2.5625)])).toBe("2.56x");
    expect(plainWords([ratioPart("A1", 1234.4)])).toBe("1234x");
    expect(plainWords([percentPart("A1", 0.2834), " ", percentPart("A1", 0.0412)])).toBe("28% 4.1%");
  });

  it("never call a gain certain", () => {
    expect(plainWords([chancePart("A1", 1)])).toBe("over 99%");
    expect(plainWords([chancePart("A1", 0.83)])).toBe("83%");
    expect(plainWords([chancePart("A1", 0)])).toBe("under 1%");
  });

  it("round half away from zero as spreadsheets do, without trailing zeros", () => {
    expect(roundedText(1.005, 2)).toBe("1.01");
    expect(roundedText(-2.5, 0)).toBe("-3");
    expect(roundedText(3, 2)).toBe("3");
  });
});
