import { contributionsJson } from "@mmm/core/report/json/contributions-json.ts";
import { diagnosticsJson } from "@mmm/core/report/json/diagnostics-json.ts";
import { fitJson } from "@mmm/core/report/json/fit-json.ts";
import { optimizationJson } from "@mmm/core/report/json/optimization-json.ts";
import { defenseResults } from "../../../fixtures/defense-results.ts";

const timing = { warmupSeconds: 1, samplingSeconds: 2, gradientEvaluations: 3 };

/** Every number in a value, with its path. */
function numbersIn(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

describe("JSON contracts", () => {
  const results = defenseResults();
  const contracts = {
    contributions: contributionsJson(results),
    diagnostics: diagnosticsJson(results),
    optimization: optimizationJson(results),
  };

  it.each(Object.entries(contracts))(
    "%s say when, from what and by which version they were made (C-23)",
    (_, contract) => {
      expect(contract).toMatchObject({
        timestamp: results.run.createdAt,
        engineVersion: results.run.engineVersion,
        methodologyVersion: results.run.methodologyVersion,
        dataHash: results.run.dataHash,
        dataWindow: { start: results.run.dataStart, end: results.run.dataEnd, weeks: results.run.weeks },
      });
    },
  );

  it("survive JSON: no NaN, no infinity, nothing lost", () => {
    for (const contract of [...Object.values(contracts), fitJson(results, timing)]) {
      expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
      for (const [path, value] of numbersIn(contract))
        expect([path, Number.isFinite(value)]).toEqual([path, true]);
    }
  });

  it("have weekly means that sum to the fitted total in every week (C-18)", () => {
    const { weekly } = contributionsJson(results);
    if (weekly === null) throw new Error("a full tier has weekly means");
    weekly.fitted.forEach((fitted, week) => {
      const parts = Object.values(weekly.channels).reduce(
        (sum, channel) => sum + channel[week],
        weekly.baseline[week],
      );
      // rounding of a handful of sums
      expect(parts / fitted).toBeCloseTo(1, 10);
    });
  });

  it("carry no amount in the directional tier: ranks, their probability, and the reason (D-02)", () => {
    const directional = defenseResults({ tier: "directional" });
    const fit = fitJson(directional, timing);
    expect(fit.baseline).toBeNull();
    for (const channel of fit.channels) {
      expect(channel).toMatchObject({
        contribution: null,
        share: null,
        roas: null,
        cpik: null,
        marginalRoas: null,
      });
      expect(channel.rank).toBeGreaterThanOrEqual(1);
      expect(channel.reason).toEqual(expect.any(String));
    }
    const contributions = contributionsJson(directional);
    expect([contributions.media, contributions.baseline, contributions.weekly]).toEqual([null, null, null]);
    for (const quantity of diagnosticsJson(directional).quantities)
      expect(quantity).not.toHaveProperty("mean");
  });
});
