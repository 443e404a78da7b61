import { readBrief } from "@mmm/core/data/read-brief.ts";
import { logNormalFromMeanSd, logNormalFromRange } from "@mmm/core/numerics/log-normal.ts";

function read(prior: unknown, currency = "USD") {
  return readBrief({ currency, channels: [{ name: "TV", prior }] });
}

function priorOf(prior: unknown, currency = "USD") {
  const reading = read(prior, currency);
  if (reading.kind === "problems") throw new Error(reading.problems[0]?.message);
  return reading.brief.channels[0]?.prior;
}

function problem(prior: unknown, currency = "USD"): string {
  const reading = read(prior, currency);
  if (reading.kind === "brief") return "";
  return reading.problems.map(({ message, remedy }) => `${message} | ${remedy}`).join("; ");
}

describe("the prior of a channel in the brief", () => {
  it.each([
    ["default", "contribution"],
    ["contribution", "contribution"],
    ["coefficient", "coefficient"],
    ["lift tests", "lift-tests"],
    ["Lift-Tests", "lift-tests"],
  ])("is %s in one word", (word, kind) => {
    expect(priorOf(word)).toEqual({ kind });
  });

  it("is a return in a sentence, 90% sure where nothing is said (decisions §2)", () => {
    const expected = { kind: "return", low: 0.5, high: 4, unit: "money" };
    expect(priorOf("between 0.5 and 4 dollars per dollar, 80 % sure")).toEqual({ ...expected, level: 0.8 });
    expect(priorOf("0.5 to 4")).toEqual({ ...expected, level: 0.9 });
  });

  it("turns the cost of one KPI unit over: 20 to 60 per order are 1/60 to 1/20 orders per unit of spend", () => {
    expect(priorOf("between 20 and 60 dollars per order, 80 % sure")).toEqual({
      kind: "return",
      low: 1 / 60,
      high: 1 / 20,
      level: 0.8,
      unit: "kpi",
    });
    expect(priorOf("0.02 to 0.05 orders per dollar")).toMatchObject({ low: 0.02, high: 0.05, unit: "kpi" });
  });

  it("is a range in figures, of the KPI's value per unit of spend", () => {
    const expected = { kind: "return", low: 0.5, high: 4, unit: "value" };
    expect(priorOf({ low: 0.5, high: 4, level: 0.95 })).toEqual({ ...expected, level: 0.95 });
    expect(priorOf({ low: 0.5, high: 4 })).toEqual({ ...expected, level: 0.9 });
  });

  it("is the range of the log-normal with a mean and a standard deviation", () => {
    const prior = priorOf({ mean: 2, sd: 1 });
    if (prior?.kind !== "return") throw new Error("no return");
    const back = logNormalFromRange(prior.low, prior.high, prior.level);
    const direct = logNormalFromMeanSd(2, 1);
    expect(back.logMean).toBeCloseTo(direct.logMean, 14);
    expect(back.logSd).toBeCloseTo(direct.logSd, 14);
    expect(prior.level).toBe(0.9);
  });

  it("shows the accepted forms for what it can not read, and the nearest word for an unknown one", () => {
    expect(problem("about 2 dollars")).toMatch(
      /^channels\[0\]\.prior: "about 2 dollars" could not be read \| Write/,
    );
    expect(problem("about 2 dollars")).toContain('"between 0.5 and 4 dollars per dollar, 90% sure"');
    expect(problem("coeficient")).toContain('Did you mean "coefficient"?');
    expect(problem("tight")).toContain("Did you mean");
    expect(problem("lift test")).toContain('Did you mean "lift tests"?');
    expect(problem("about two")).not.toContain("Did you mean");
    expect(problem(2)).toContain("must be a word, a sentence or named figures");
  });

  it.each([
    ["4 to 0.5 dollars per dollar", "4 is not below 0.5 | Write the lower figure first"],
    [{ low: 4, high: 0.5 }, "4 is not below 0.5 | Write the lower figure first"],
    ["60 to 20 dollars per order", "60 is not below 20"],
    ["2 to 2", "2 is not below 2 | Give two different figures"],
    ["0 to 4", "0 is not above 0 | Give both figures above 0"],
    ["-0.5 to 4", "-0.5 is not above 0"],
    ["0.5 to 4, 100% sure", "nobody can be 100% sure of a range"],
    ["0.5 to 4, 0%", "nobody can be 0% sure of a range"],
    [{ low: 0.5, high: 4, level: 1 }, "nobody can be 100% sure"],
    [{ low: 0.5, high: 4, level: 90 }, "level: must be a number above 0 up to 1"],
    [{ low: 0, high: 4 }, "prior.low: must be a number above 0"],
    [{ low: 1 }, "must hold low and high (and level), or mean and sd"],
    [{ low: 1, high: 2, mean: 1, sd: 1 }, "must hold low and high"],
    [{ mean: 1, sd: 1, level: 0.5 }, "must hold low and high"],
    [{ low: 1, hihg: 2 }, 'Did you mean "high"?'],
  ])("refuses %j and says what to do", (prior, words) => {
    expect(problem(prior)).toContain(words);
  });

  it("refuses another currency than the brief's, but knows whose dollar it may be", () => {
    expect(problem("20 to 60 euros per order")).toContain(
      "the figures are in EUR, but the brief's currency is USD",
    );
    expect(problem("20 to 60 dollars per order", "€")).toContain("the figures are in USD");
    expect(priorOf("20 to 60 dollars per order", "CAD")).toMatchObject({ unit: "kpi" });
    expect(priorOf("20 to 60 dollars per order", "Taler")).toMatchObject({ unit: "kpi" });
  });
});
