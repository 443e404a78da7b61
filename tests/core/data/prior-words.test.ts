import { readPriorWords } from "@mmm/core/data/prior-words.ts";
import fc from "fast-check";

const RETURN = "money per spend";
const COST = "cost per KPI unit";

describe("a return or a cost in business words", () => {
  it.each<[string, number, number, number | null, string]>([
    ["between 0.5 and 4 dollars per dollar, 90 % sure", 0.5, 4, 0.9, RETURN],
    ["0.5 to 4, 90%", 0.5, 4, 0.9, RETURN],
    ["0.5 - 4", 0.5, 4, null, RETURN],
    [".5–4", 0.5, 4, null, RETURN],
    ["0.5-4, 80 percent", 0.5, 4, 0.8, RETURN],
    ["between $0.50 and $4.00 per dollar", 0.5, 4, null, RETURN],
    ["$0.50-$4.00 per $1", 0.5, 4, null, RETURN],
    ["between 0.5 and 4 per dollar spent", 0.5, 4, null, RETURN],
    ["It returns between 1 and 3 euros of revenue per euro of ad spend (95% certain)", 1, 3, 0.95, RETURN],
    ["90% sure: between 0.5 and 4 dollars for every dollar", 0.5, 4, 0.9, RETURN],
    ["between 0.5 and 4 dollars per dollar, and I am 90% sure of it", 0.5, 4, 0.9, RETURN],
    ["0.5 to 4 per unit of spend", 0.5, 4, null, RETURN],
    ["USD 0.5 to USD 4 / USD", 0.5, 4, null, RETURN],
    ["between 20 and 60 dollars per order, 80 % sure", 20, 60, 0.8, COST],
    ["€20 to €60 per new customer", 20, 60, null, COST],
    ["1,200 to 2,400 pounds per lead", 1200, 2400, null, COST],
    ["20 to 60 per KPI unit", 20, 60, null, COST],
    ["0.02 to 0.05 orders per dollar, 70% sure", 0.02, 0.05, 0.7, "KPI units per spend"],
    // read as it is said; that it makes no range is said by who asked (brief-prior)
    ["4 to 0.5 dollars per dollar", 4, 0.5, null, RETURN],
    ["-0.5 to 4", -0.5, 4, null, RETURN],
  ])("reads %j", (text, low, high, level, meaning) => {
    expect(readPriorWords(text)).toMatchObject({ low, high, level, meaning });
  });

  it.each([
    "tight",
    "about 2",
    "2 dollars per dollar, 90% sure",
    "0.5 to 4 dollars", // per what?
    "0.5 to 4 orders",
    "1 to 2 to 3 per dollar",
    "0,5 to 4", // a decimal comma could also part two figures
    "0.5 to 4, 90%, 80%",
    "20k to 60k per order",
    "0.5 or 4 dollars per dollar",
    "not more than 4 dollars per dollar",
    "0.02 to 0.05 orders per customer",
    "2 to 8 dollars per click", // the price of exposure, not of the KPI
    "2 to 8 dollars per thousand impressions",
    "5 to 10 dollars per 2 dollars",
    `1 to ${"9".repeat(400)} dollars per dollar`,
    "",
  ])("does not guess at %j", (text) => {
    expect(readPriorWords(text)).toBeNull();
  });

  it("names every currency that is said", () => {
    expect(readPriorWords("£1 to £2 per euro")?.currencies).toEqual(["GBP", "EUR"]);
    expect(readPriorWords("A$1 to A$2 per A$1")?.currencies).toEqual(["AUD"]);
    expect(readPriorWords("1 to 2, 90%")?.currencies).toEqual([]);
  });

  it("reads any two figures and level back as they were written", () => {
    const figures = fc.integer({ min: 1, max: 1e8 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(figures, figures, fc.integer({ min: 1, max: 99 }), (low, high, percent) => {
        const text = `between ${low} and ${high} dollars per dollar, ${percent}% sure`;
        expect(readPriorWords(text)).toMatchObject({ low, high, level: percent / 100 });
      }),
    );
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const spoken = readPriorWords(text);
        expect(spoken === null || Number.isFinite(spoken.low + spoken.high)).toBe(true);
      }),
    );
  });
});
