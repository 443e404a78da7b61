import { type PriorInfluence, priorInfluence } from "@mmm/core/diagnose/prior-influence.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";

const RULES = defaultRules(DIAGNOSE_ROWS);

interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** The influence found in 1000 draws of the exact posterior of a normal prior and a normal likelihood. */
function conjugate(prior: Normal, data: Normal): PriorInfluence {
  const precision = 1 / prior.sd ** 2 + 1 / data.sd ** 2;
  const center = (prior.mean / prior.sd ** 2 + data.mean / data.sd ** 2) / precision;
  const random = createRandom(4, 0);
  const contribution = Float64Array.from(
    { length: 1000 },
    () => center + random.normal() / Math.sqrt(precision),
  );
  const logDensity = ({ mean, sd }: Normal): Float64Array =>
    contribution.map((value) => -0.5 * ((value - mean) / sd) ** 2);
  const [influence] = priorInfluence(
    {
      channels: [
        {
          name: "TV",
          coordinate: contribution.map((value) => (value - prior.mean) / prior.sd),
          learned: "mixed",
          learnedShare: 0.5,
          contribution,
        },
      ],
      logPrior: logDensity(prior),
      logLikelihood: logDensity(data),
    },
    RULES,
  );
  return influence;
}

describe("the influence of a prior (Kallioinen et al. 2024)", () => {
  it("is none where the data say it all", () => {
    const robust = conjugate({ mean: 0, sd: 10 }, { mean: 2, sd: 0.5 });
    expect([robust.channel, robust.verdict]).toEqual(["TV", "robust"]);
    expect(robust.priorSensitivity).toBeLessThan(0.05);
  });

  it("dominates where the data say next to nothing", () => {
    const dominated = conjugate({ mean: 0, sd: 1 }, { mean: 0, sd: 30 });
    expect(dominated.verdict).toBe("prior-dominated");
    expect(dominated.dataSensitivity).toBeLessThan(0.05);
  });

  it("is a conflict where prior and data pull at the figure from either side", () => {
    const conflict = conjugate({ mean: 0, sd: 1 }, { mean: 6, sd: 1 });
    expect(conflict.verdict).toBe("conflict");
    // the posterior lies half-way, 3 prior standard deviations up; Monte Carlo error 0.7 / √1000
    expect(Math.abs(conflict.shift - 3)).toBeLessThan(0.1);
  });

  it("is unknown where reweighting can not be trusted", () => {
    const influence = priorInfluence(
      {
        channels: [
          {
            name: "TV",
            coordinate: Float64Array.of(0, 1),
            learned: "prior",
            learnedShare: 0,
            contribution: Float64Array.from({ length: 100 }, (_, draw) => draw),
          },
        ],
        // one draw in five is e^{…} times as likely as the next: a tail without a mean, even at a hundredth power
        logPrior: Float64Array.from({ length: 100 }, (_, draw) => -300 * Math.log(100 - draw)),
        logLikelihood: new Float64Array(100),
      },
      RULES,
    );
    expect(influence[0].verdict).toBe("unknown");
  });
});
