import type { PriorRefits } from "@mmm/core";
import { refitLines } from "../../../cli/src/commands/refit-lines.ts";
import { defenseResults } from "../../fixtures/defense-results.ts";

function refitsOf(mean: number): PriorRefits["refits"][number]["channels"] {
  const interval = { mean, lo: mean / 2, hi: 2 * mean };
  return [{ name: "TV", contribution: interval, roas: interval, cpik: null, rank: 1 }];
}

const refits: PriorRefits = {
  refits: [
    { priors: "informative", factor: 0.5, converged: true, channels: refitsOf(1) },
    { priors: "as stated", factor: 1, converged: true, channels: refitsOf(2) },
    { priors: "vague", factor: 2, converged: false, channels: refitsOf(3) },
  ],
  comparison: {
    kind: "compared",
    fits: [
      { name: "vague", elpd: -10, difference: 0, differenceSe: 0, weight: 0.75, unreliableWeeks: 2 },
      {
        name: "as stated",
        elpd: -11.5,
        difference: -1.5,
        differenceSe: 1.25,
        weight: 0.25,
        unreliableWeeks: 0,
      },
    ],
  },
};

describe("the lines on other priors", () => {
  it("set a channel's figures side by side, and say which refit has not converged", () => {
    const lines = refitLines(refits, defenseResults().run);
    expect(lines[0]).toContain("informative, scale x 0.5 | as stated | vague, scale x 2 (not converged)");
    expect(lines[1]).toBe(
      "  TV: ROAS 1.00 (0.50 to 2.00) | ROAS 2.00 (1.00 to 4.00) | ROAS 3.00 (1.50 to 6.00)",
    );
    expect(lines.slice(3)).toEqual([
      "  vague: best, weight 0.75, 2 weeks not to be trusted (k-hat)",
      "  as stated: -1.5 (se 1.3), weight 0.25",
    ]);
  });

  it("show ranks alone in the directional tier (D-02)", () => {
    const lines = refitLines(refits, defenseResults({ tier: "directional" }).run);
    expect(lines[1]).toBe("  TV: rank 1 | rank 1 | rank 1");
  });

  it("say why fits can not be compared", () => {
    const refused = { kind: "refused", reason: "Other weeks.", remedy: "Use the same." } as const;
    expect(refitLines({ ...refits, comparison: refused }, defenseResults().run).at(-1)).toBe(
      "Other weeks.\n  → Use the same.",
    );
  });
});
