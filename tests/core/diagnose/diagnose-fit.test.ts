import { diagnoseFit, type FitEvidence } from "@mmm/core/diagnose/diagnose-fit.ts";
import type { HealthCheck } from "@mmm/core/diagnose/fit-health.ts";
import type { LogLikelihood } from "@mmm/core/diagnose/log-likelihood.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { autoregressiveChains, posteriorOfChains } from "./made-chains.ts";

const RULES = defaultRules(DIAGNOSE_ROWS);
const WEEKS = 104;
/** Weeks with a likelihood: a dozen is enough to be judged, and quick. */
const JUDGED_WEEKS = 12;
const GOOD = autoregressiveChains(1, 4, 500, 0.2);

/** A fit that is right in everything: noise of sd 5 about a wave of sd 7, with its true interval. */
function evidence(change: Partial<FitEvidence> = {}): FitEvidence {
  const { normal } = createRandom(6, 0);
  const expected = Float64Array.from({ length: WEEKS }, (_, week) => 100 + 10 * Math.sin(week));
  const observed = expected.map((kpi) => kpi + 5 * normal());
  const half = 1.6448536269514722 * 5;
  const predictive = { lo: expected.map((kpi) => kpi - half), hi: expected.map((kpi) => kpi + half) };
  return {
    posterior: posteriorOfChains({ "contribution: TV": GOOD }),
    weeks: Array.from({ length: JUDGED_WEEKS }, (_, week) => `week ${week + 1}`),
    logLikelihood: likelihoodOf(observed.subarray(0, JUDGED_WEEKS), expected),
    priors: { channels: [], logPrior: new Float64Array(1), logLikelihood: new Float64Array(1) },
    priorPredictive: { insideShare: 1, negativeShare: 0, lo: [], hi: [] },
    observed,
    expected,
    predictive,
    holdout: null,
    ...change,
  };
}

/** Log densities under draws whose mean wobbles by a tenth of the noise: no week matters much. */
function likelihoodOf(observed: Float64Array, expected: Float64Array): LogLikelihood {
  const chains = autoregressiveChains(5, 4, 100, 0).map((shifts) =>
    Float64Array.from(
      Array.from(shifts).flatMap((shift) =>
        Array.from(observed, (kpi, week) => -0.5 * ((kpi - expected[week]) / 5 - 0.1 * shift) ** 2),
      ),
    ),
  );
  return { weeks: observed.length, chains };
}

function check(checks: readonly HealthCheck[], metric: string): HealthCheck {
  const found = checks.find((candidate) => candidate.metric === metric);
  if (!found) throw new Error(`no check of ${metric}`);
  return found;
}

/** A posterior of which so many of 2000 draws diverged. */
function diverging(count: number): Posterior {
  const posterior = posteriorOfChains({ q: GOOD });
  const divergent = new Uint8Array(500).fill(1, 0, count);
  return { ...posterior, chains: [{ ...posterior.chains[0], divergent }, ...posterior.chains.slice(1)] };
}

describe("the verdict on a fit", () => {
  it("passes a fit that is right in everything, without a word", () => {
    const health = diagnoseFit(evidence(), RULES);
    expect(health.verdict).toBe("pass");
    expect(health.checks.map(({ metric }) => metric)).toEqual([
      "rhat",
      "essBulk",
      "essTail",
      "divergences",
      "treeDepth",
      "ebfmi",
      "coverage90",
      "modelR2",
      "durbinWatson",
      "khat",
    ]);
    expect(
      health.checks.every(({ verdict, reason, remedy }) => verdict === "pass" && reason + remedy === ""),
    ).toBe(true);
    expect(health.draws).toBe(2000);
    expect(health.holdout).toBeNull();
  });

  it("refuses R-hat above 1.05 and names the quantity, asks for review between 1.01 and 1.05", () => {
    const apart = (by: number): Posterior =>
      posteriorOfChains({
        good: GOOD,
        "contribution: Radio": [...GOOD.slice(0, 3), GOOD[3].map((draw) => draw + by)],
      });
    const refused = diagnoseFit(evidence({ posterior: apart(1) }), RULES);
    expect(refused.verdict).toBe("fail");
    const rhat = check(refused.checks, "rhat");
    expect([rhat.verdict, rhat.limit]).toEqual(["fail", 1.05]);
    expect(rhat.reason).toContain("contribution: Radio");
    expect(refused.rhatMax).toBe(rhat.value);

    const longer = autoregressiveChains(3, 4, 5000, 0);
    const nearly = diagnoseFit(
      evidence({
        posterior: posteriorOfChains({ q: [...longer.slice(0, 3), longer[3].map((draw) => draw + 0.35)] }),
      }),
      { ...RULES, essMin: 50 },
    );
    expect([check(nearly.checks, "rhat").verdict, nearly.verdict]).toEqual(["review", "review"]);
  });

  it("refuses an ESS of 400 or less, in bulk and tail", () => {
    const health = diagnoseFit(
      evidence({ posterior: posteriorOfChains({ q: autoregressiveChains(8, 4, 500, 0.8) }) }),
      RULES,
    );
    expect(check(health.checks, "essBulk").verdict).toBe("fail");
    expect(health.verdict).toBe("fail");
    expect(health.essBulkMin).toBeLessThan(400);
  });

  it("judges quantities that were computed after the walk like the recorded ones", () => {
    const roas = { name: "roas: TV", chains: autoregressiveChains(8, 4, 500, 0.9) };
    const health = diagnoseFit(evidence({ extraQuantities: [roas] }), RULES);
    expect(health.quantities.map(({ name }) => name)).toEqual(["contribution: TV", "roas: TV"]);
    expect(health.verdict).toBe("fail");
    expect(check(health.checks, "essBulk").reason).toContain("roas: TV");
  });

  it("asks for review at a divergence and refuses above 0.5 % of the draws", () => {
    const verdictOf = (count: number) =>
      diagnoseFit(evidence({ posterior: diverging(count) }), RULES).verdict;
    expect([verdictOf(0), verdictOf(1), verdictOf(10), verdictOf(11)]).toEqual([
      "pass",
      "review",
      "review",
      "fail",
    ]);
  });

  it("asks for review, never refuses, for a walk sluggish in energy", () => {
    const posterior = posteriorOfChains({ q: GOOD });
    const energy = Float64Array.from({ length: 500 }, (_, draw) => draw);
    const chains = [...posterior.chains.slice(0, 3), { ...posterior.chains[3], energy }];
    const health = diagnoseFit(evidence({ posterior: { ...posterior, chains } }), RULES);
    expect([check(health.checks, "ebfmi").verdict, health.verdict]).toEqual(["review", "review"]);
  });

  it("turns coverage below its binomial bound into a failed check and a review, and between into a review", () => {
    const narrowed = (share: number): FitEvidence => {
      const { expected, predictive, ...rest } = evidence();
      const lo = predictive.lo.map((low, week) => expected[week] + share * (low - expected[week]));
      const hi = predictive.hi.map((high, week) => expected[week] + share * (high - expected[week]));
      return { ...rest, expected, predictive: { lo, hi } };
    };
    const failed = diagnoseFit(narrowed(0.5), RULES);
    expect([check(failed.checks, "coverage90").verdict, failed.verdict]).toEqual(["fail", "review"]);
    expect(failed.coverage90.failBelow).toBeCloseTo(88 / 104, 14);
    expect(check(failed.checks, "coverage90").limit).toBe(failed.coverage90.failBelow);
    const between = [0.95, 0.9, 0.85]
      .map((share) => diagnoseFit(narrowed(share), RULES))
      .find(({ coverage90 }) => coverage90.value < 0.9 && coverage90.value >= coverage90.failBelow);
    expect([between?.verdict, between && check(between.checks, "coverage90").verdict]).toEqual([
      "review",
      "review",
    ]);
  });

  it("notes a holdout missed by over 30 %, a model R² over 0.99 and runs of misses without changing its verdict", () => {
    const { expected } = evidence();
    const close = diagnoseFit(
      evidence({ observed: expected.map((kpi, week) => kpi + (week % 26 < 13 ? 0.5 : -0.5)) }),
      RULES,
    );
    expect(check(close.checks, "modelR2").verdict).toBe("fail");
    expect(check(close.checks, "durbinWatson").verdict).toBe("review");
    expect(check(close.checks, "durbinWatson").reason).toContain("runs");
    expect(close.verdict).toBe("pass");

    const missed = { observed: Float64Array.of(100, 100), expected: Float64Array.of(140, 70) };
    const health = diagnoseFit(evidence({ holdout: missed }), RULES);
    expect(check(health.checks, "holdoutMape").value).toBeCloseTo(0.35, 14);
    expect([check(health.checks, "holdoutMape").verdict, health.verdict]).toEqual(["review", "pass"]);
    expect(health.holdout?.weeks).toBe(2);
  });

  it("tells alternating misses from runs", () => {
    const { expected } = evidence();
    const health = diagnoseFit(
      evidence({ observed: expected.map((kpi, week) => kpi + (week % 2 === 0 ? 5 : -5)) }),
      RULES,
    );
    expect(check(health.checks, "durbinWatson").limit).toBe(2.5);
    expect(check(health.checks, "durbinWatson").reason).toContain("alternate");
  });

  it("gives every check that does not pass a reason and a remedy, and numbers that are numbers", () => {
    const worst = evidence({
      posterior: diverging(100),
      holdout: { observed: Float64Array.of(1), expected: Float64Array.of(9) },
    });
    const { checks } = diagnoseFit(worst, RULES);
    for (const { verdict, reason, remedy } of checks) {
      expect(verdict === "pass" ? reason + remedy === "" : reason.length > 20 && remedy.length > 20).toBe(
        true,
      );
    }
    expect(checks.every(({ value, limit }) => Number.isFinite(value) && Number.isFinite(limit))).toBe(true);
  });

  it("takes a constant quantity as known: R-hat 1, every draw effective", () => {
    const zero = GOOD.map((chain) => chain.map(() => 0));
    const health = diagnoseFit(evidence({ posterior: posteriorOfChains({ q: GOOD, zero }) }), RULES);
    expect(health.quantities[1]).toEqual({
      name: "zero",
      mean: 0,
      sd: 0,
      lo: 0,
      hi: 0,
      rhat: 1,
      essBulk: 2000,
      essTail: 2000,
      mcse: { mean: 0, sd: 0, lo: 0, hi: 0 },
    });
    expect(health.verdict).toBe("pass");
  });

  it("refuses a quantity that is not a number", () => {
    const broken = GOOD.map((chain) => chain.map(() => Number.NaN));
    expect(
      diagnoseFit(evidence({ posterior: posteriorOfChains({ broken, good: GOOD }) }), RULES).verdict,
    ).toBe("fail");
    expect(
      diagnoseFit(evidence({ posterior: posteriorOfChains({ good: GOOD, broken }) }), RULES).verdict,
    ).toBe("fail");
  });

  it("counts the draws whose tree was cut off and asks for review above one in a hundred", () => {
    const cut = (count: number): Posterior => {
      const posterior = posteriorOfChains({ q: GOOD }, { maxTreeDepth: 10 });
      const treeDepth = new Uint8Array(500).fill(3).fill(10, 0, count);
      return { ...posterior, chains: [{ ...posterior.chains[0], treeDepth }, ...posterior.chains.slice(1)] };
    };
    const few = diagnoseFit(evidence({ posterior: cut(20) }), RULES);
    expect([few.treeDepthHits, check(few.checks, "treeDepth").verdict]).toEqual([20, "pass"]);
    const many = diagnoseFit(evidence({ posterior: cut(21) }), RULES);
    expect([check(many.checks, "treeDepth").verdict, many.verdict]).toEqual(["review", "review"]);
    expect(check(many.checks, "treeDepth").reason).toContain("21 of 2000");
  });

  it("names the quantity and the channel where divergent draws gather, and whom to look at", () => {
    // the 10 draws with the lowest half-saturation diverge
    const half = GOOD.map((chain) => chain.slice());
    for (let draw = 0; draw < 10; draw++) half[0][draw] = -9 - draw;
    const posterior = posteriorOfChains({ "contribution[TV]": GOOD, "halfSaturation[TV]": half });
    const divergent = new Uint8Array(500).fill(1, 0, 10);
    const chains = [{ ...posterior.chains[0], divergent }, ...posterior.chains.slice(1)];
    const health = diagnoseFit(evidence({ posterior: { ...posterior, chains } }), RULES);
    expect(health.divergencesAt[0].quantity).toBe("halfSaturation[TV]");
    expect(health.divergencesAt[0].location).toBeLessThan(-2);
    const { reason, remedy } = check(health.checks, "divergences");
    expect(reason).toContain("They gather where the half-saturation point of TV is low");
    expect(remedy).toContain("Look at TV first");
  });

  it("names the week on which a fit leans, without changing its verdict", () => {
    const { logLikelihood } = evidence();
    const chains = logLikelihood.chains.map((values) => values.slice());
    // the week's ratios 1 / u, u uniform, have a Pareto tail of shape 1; u is scattered over the draws
    for (const values of chains) {
      for (let draw = 0; draw < 100; draw++)
        values[draw * JUDGED_WEEKS + 6] = Math.log((((draw * 37) % 100) + 0.5) / 100);
    }
    const health = diagnoseFit(evidence({ logLikelihood: { weeks: JUDGED_WEEKS, chains } }), RULES);
    expect([health.loo.khatWeek, health.verdict]).toEqual(["week 7", "pass"]);
    expect(check(health.checks, "khat").verdict).toBe("review");
    expect(check(health.checks, "khat").reason).toContain("the week of week 7");
    expect(health.loo.weeks).toHaveLength(JUDGED_WEEKS);
  });
});
