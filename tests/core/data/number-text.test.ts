import {
  digitsValue,
  isBlankWord,
  isErrorText,
  markEvidence,
  numberParts,
  visibleText,
} from "@mmm/core/data/number-text.ts";

describe("numberParts", () => {
  it("takes a text apart into digits, sign, scale, percent and currency", () => {
    expect(numberParts("($1.2K)")).toEqual({
      digits: "1.2",
      negative: true,
      scale: 1000,
      percent: false,
      currency: "USD",
      codes: ["IN-35", "IN-32", "IN-34"],
    });
  });

  it.each([
    ["$5", "USD"],
    ["-$5", "USD"],
    ["$-5", "USD"],
    ["5 €", "EUR"],
    ["EUR 12", "EUR"],
    ["12 gbp", "GBP"],
    ["C$7", "CAD"],
    ["517", null],
  ])("reads the currency of %s as %s", (text, currency) => {
    expect(numberParts(text)?.currency).toBe(currency);
  });

  it("reads a sign before or after the currency, a bracket and a trailing minus as negative", () => {
    expect(["-$5", "$-5", "(5)", "5-", "\u22125"].map((text) => numberParts(text)?.negative)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
  });

  it.each([
    ["12K", 1e3],
    ["3.4M", 1e6],
    ["2bn", 1e9],
    ["1E+05", 1e5],
    ["2e-3", 1e-3],
  ])("scales %s by %d (IN-34, IN-44)", (text, scale) => {
    expect(numberParts(text)?.scale).toBe(scale);
  });

  it.each(["abc", "", "12 apples", "Total", "2024-01-05", "1e99999", "$", "%"])(
    "finds no number in %j",
    (text) => {
      expect(numberParts(text)).toBeNull();
    },
  );
});

describe("visibleText", () => {
  it("drops what can not be seen and narrows what is too wide (IN-41)", () => {
    expect(visibleText("\u200b\uff11\uff12\u00a0")).toBe("12");
  });
});

describe("markEvidence", () => {
  it.each([
    ["1.234,50", ","],
    ["1,234.50", "."],
    ["1.234.567", ","],
    ["1,234,567", "."],
    ["12.5", "."],
    ["0.123", "."],
    ["1234.567", "."],
    ["12,5", ","],
    ["1.234", "dot"],
    ["1,234", "comma"],
    ["517", "none"],
  ])("of %s is %s", (digits, evidence) => {
    expect(markEvidence(digits)).toBe(evidence);
  });
});

describe("digitsValue", () => {
  it.each([
    ["1,234.50", ".", 1234.5],
    ["1.234,50", ",", 1234.5],
    ["1 234,50", ",", 1234.5],
    ["1'234.50", ".", 1234.5],
    ["12,34,567", ".", 1_234_567], // Indian grouping
    ["1.234", ",", 1234],
    ["1.234", ".", 1.234],
  ] as const)("of %s under the mark %s is %d", (digits, mark, value) => {
    expect(digitsValue(digits, mark)).toBe(value);
  });

  it("is nothing where the groups do not fit the mark", () => {
    expect(digitsValue("1,23.4", ".")).toBeNull();
    expect(digitsValue("1.2.3", ".")).toBeNull();
  });
});

describe("words for nothing and for errors", () => {
  it("knows the marks that stand for a blank (IN-37)", () => {
    expect(["--", "-", "n/a", "N/A", "null", "NaN", "none"].every(isBlankWord)).toBe(true);
    expect(["0", "no", "nano"].some(isBlankWord)).toBe(false);
  });

  it("knows spreadsheet errors (IN-12), which are no blanks", () => {
    expect(["#REF!", "#N/A", "#DIV/0!"].every(isErrorText)).toBe(true);
    expect(["#hashtag", "N/A"].some(isErrorText)).toBe(false);
  });
});
