/** The peers' own numbers (../shared/vectors.json): every vector is computed by ours, or its family is listed here with the reason. */

import { readFileSync } from "node:fs";
import { geometricAdstock, rawGeometricWeights } from "@mmm/core/model/transforms/geometric-adstock.ts";
import { hill } from "@mmm/core/model/transforms/hill.ts";
import { infiniteAdstock, rawInfiniteAdstock } from "@mmm/core/model/transforms/infinite-adstock.ts";
import { logisticSaturation } from "@mmm/core/model/transforms/logistic-saturation.ts";
import { michaelisMenten } from "@mmm/core/model/transforms/michaelis-menten.ts";
import { tanhSaturation } from "@mmm/core/model/transforms/tanh-saturation.ts";
import { logNormalFromMeanSd, logNormalFromRange } from "@mmm/core/numerics/log-normal.ts";
import { describeShared } from "../../../matchers/shared.ts";

interface Vector {
  readonly peer: string;
  readonly function: string;
  // biome-ignore lint/suspicious/noExplicitAny: every peer's function has its own arguments
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: and its own result
  readonly expected: any;
}

/** Ours and theirs, in the same order. */
type Compared = readonly [ours: Iterable<number>, theirs: readonly number[]];
type Compute = (input: Vector["input"], expected: Vector["expected"]) => Compared;

const hillOf = (input: Vector["input"], expected: number[], half: number): Compared => [
  input.x.map((exposure: number) => hill(exposure, half, input.slope)),
  expected,
];

const robynHill: Compute = (input, expected) => {
  const inflexion = input.gamma * Math.max(...input.x);
  const points: number[] = input.x_marginal ?? input.x;
  const ours = points.map((exposure) => hill(exposure, inflexion, input.alpha));
  return [
    [...ours, inflexion],
    [...expected.x_saturated, expected.inflexion],
  ];
};

const robynGeometric: Compute = ({ x, theta }, expected) => {
  const carried = rawInfiniteAdstock(Float64Array.from(x), theta);
  const total = (series: Iterable<number>) => [...series].reduce((sum, value) => sum + value, 0);
  return [
    [...carried, total(carried) / total(x)],
    [...expected.x_decayed, expected.inflation_total],
  ];
};

const hillIdentities: Compute = () => {
  const slopeNearZero = 1e-12; // ours takes slopes above 0; theirs is the limit
  return [
    [hill(0, 2, 3), hill(3, 1, 1), hill(7, 2, slopeNearZero)],
    [0, 3 / 4, 0.5],
  ];
};

/** Meridian's weekly decays of the last period, one channel per column. */
const lastPeriod: Compute = (input, expected) => [
  input.alpha.map((alpha: number, channel: number) => {
    const spend = Float64Array.from(input.media_time_by_channel, (row: number[]) => row[channel]);
    return geometricAdstock(spend, alpha, input.max_lag).at(-1) ?? Number.NaN;
  }),
  expected.exact,
];

/** The same curve told by a reference point: gain is effect per exposure at x0, r the share of the ceiling there. */
const tanhBaselined: Compute = ({ x, x0, gain, r }, expected) => [
  x.map((exposure: number) => tanhSaturation(exposure, (gain * x0) / r, r / (gain * Math.atanh(r)))),
  expected,
];

const totalContributionPrior: Compute = ({ kpi, spend, p_mean, p_sd }, expected) => {
  const total = spend.reduce((sum: number, channel: number) => sum + channel, 0);
  const [mean, sd] = [(p_mean * kpi) / total, (p_sd * kpi) / Math.hypot(...spend)];
  const { logMean, logSd } = logNormalFromMeanSd(mean, sd);
  return [
    [mean, sd, logMean, logSd],
    [expected.roi_mean, expected.roi_sd, expected.lognormal_mu, expected.lognormal_sigma],
  ];
};

const liftOnLogistic: Compute = ({ params, tests }, expected) => {
  const lift = ({ channel, x, delta_x }: { channel: string; x: number; delta_x: number }) => {
    const { lam, beta } = params[channel];
    return beta * (logisticSaturation(x + delta_x, lam) - logisticSaturation(x, lam));
  };
  return [tests.map(lift), expected];
};

/** A family of vectors (see `familyOf`) and how ours computes it: the documented options of docs/method.md. */
const OURS: Readonly<Record<string, Compute>> = {
  "Meridian decay_weights geometric": ({ alpha, max_lag }, expected) => [
    [...rawGeometricWeights(alpha, max_lag)].reverse(), // theirs start with the oldest lag
    expected,
  ],
  "Meridian adstock geometric": ({ x, alpha, max_lag }, expected) => [
    geometricAdstock(Float64Array.from(x), alpha, max_lag),
    expected,
  ],
  "Meridian adstock (last period, 3 channels) geometric": lastPeriod,
  "Meridian hill": (input, expected) => hillOf(input, expected, input.ec),
  "Meridian hill identities": hillIdentities,
  "Meridian total media contribution prior -> common LogNormal ROI prior": totalContributionPrior,
  "Meridian lognormal_dist_from_range": ({ low, high, mass_percent }, { mu, sigma }) => {
    const { logMean, logSd } = logNormalFromRange(low, high, mass_percent);
    return [
      [logMean, logSd],
      [mu, sigma],
    ];
  },
  // they count the weights, we the last lag (peers.md §4.5)
  "PyMC-Marketing geometric_adstock": ({ x, alpha, l_max }, expected) => [
    geometricAdstock(Float64Array.from(x), alpha, l_max - 1),
    expected,
  ],
  "PyMC-Marketing logistic_saturation": ({ x, lam }, expected) => [
    x.map((exposure: number) => logisticSaturation(exposure, lam)),
    expected,
  ],
  "PyMC-Marketing logistic_saturation identity": ({ x, lam }, expected) => [
    [logisticSaturation(x, lam)],
    [expected],
  ],
  "PyMC-Marketing tanh_saturation": ({ x, b, c }, expected) => [
    x.map((exposure: number) => tanhSaturation(exposure, b, c)),
    expected,
  ],
  "PyMC-Marketing tanh_saturation_baselined": tanhBaselined,
  "PyMC-Marketing hill_function": (input, expected) => hillOf(input, expected, input.kappa),
  "PyMC-Marketing lift = f(x+dx)-f(x) on beta*logistic": liftOnLogistic,
  "LightweightMMM adstock": ({ x, lag_weight }, expected) => [
    infiniteAdstock(Float64Array.from(x), lag_weight),
    expected,
  ],
  "LightweightMMM hill": (input, expected) => hillOf(input, expected, input.half_max_effective_concentration),
  "Robyn adstock_geometric": robynGeometric,
  "Robyn saturation_hill": robynHill,
  "Robyn mic_men forward": ({ x, Vmax, Km }, expected) => [
    x.map((exposure: number) => michaelisMenten(exposure, Vmax, Km)),
    expected,
  ],
  // their inverse: ours must lead back from it
  "Robyn mic_men reverse": ({ x, Vmax, Km }, expected) => [
    expected.map((exposure: number) => michaelisMenten(exposure, Vmax, Km)),
    x,
  ],
  "Robyn fx_objective": ({ x, coeff, alpha, inflexion, x_hist_carryover }, expected) => {
    const carried = x_hist_carryover.reduce((sum: number, value: number) => sum + value, 0);
    return [[coeff * hill(x + carried / x_hist_carryover.length, inflexion, alpha)], [expected]];
  },
};

const LATER = "an adstock or saturation of a later issue";
const NO_TRANSFORM = "not a transform: no option of this room";

/** Families that ours does not compute here: how many vectors they have, and why. */
const LISTED: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  "Meridian decay_weights binomial": [4, LATER],
  "Meridian adstock binomial": [2, LATER],
  "Meridian l1_distance_weights": [1, `${NO_TRANSFORM} (trend knots are columns of the model)`],
  "Meridian knot weights": [2, `${NO_TRANSFORM} (trend knots are columns of the model)`],
  "Meridian media scaling: median of the non-zero population-scaled values": [
    1,
    "ours scales by the largest week, as PyMC-Marketing",
  ],
  "Meridian get_round_factor(budget,gtol): 0 if budget*gtol<1 else -int(log10(budget*gtol))-1": [
    1,
    "ours allocates without a grid of that kind",
  ],
  "PyMC-Marketing delayed_adstock": [3, LATER],
  "PyMC-Marketing binomial_adstock": [1, LATER],
  "PyMC-Marketing weibull_adstock PDF": [2, LATER],
  "PyMC-Marketing weibull_adstock CDF": [1, LATER],
  "PyMC-Marketing hill_saturation_sigmoid": [1, LATER],
  "PyMC-Marketing Fourier yearly features (order 2), period 365.25 days, columns sin1,sin2,cos1,cos2": [
    1,
    `${NO_TRANSFORM} (seasons are columns of the model)`,
  ],
  "LightweightMMM carryover": [2, LATER],
  "Robyn adstock_weibull cdf": [4, LATER],
  "Robyn adstock_weibull pdf": [4, LATER],
  "Robyn DECOMP.RSSD (formula of model.R)": [1, "a business prior in disguise (peers.md §4.3); not offered"],
  "Robyn NRMSE = RMSE/(max-min)": [1, `${NO_TRANSFORM} (fit errors are of diagnose)`],
  "Robyn lambda_seq": [1, "ridge regression: a later issue"],
  "Robyn glmnet ridge alpha=0 (as Robyn model_refit, lower.limits=0)": [2, "ridge regression: a later issue"],
  "Robyn calculate_errors_scores default (balance 1,1,1; ts_validation uses nrmse_test)": [
    1,
    "Robyn's choice among ridge models; not offered",
  ],
  "Robyn calculate_errors_scores single row": [1, "Robyn's choice among ridge models; not offered"],
};

/** Peer and function, and the kind where one function has several. */
function familyOf({ peer, function: name, input }: Vector): string {
  const directions: Record<string, string> = { true: "reverse", false: "forward" };
  const direction = directions[String(input.reverse)];
  const kind = input.kind ?? input.decay ?? input.type ?? direction;
  return [peer, name, kind].filter((part) => part != null).join(" ");
}

/** Printed to 12 digits, but for the lifts, which a notebook printed to 6 decimals. */
function toleranceOf(family: string, value: number): number {
  return family.includes("lift") ? 1e-6 : 1e-9 * Math.max(1, Math.abs(value));
}

describeShared("the peers' vectors", (path) => {
  const { vectors } = JSON.parse(readFileSync(path("vectors.json"), "utf8")) as { vectors: Vector[] };
  const placed = vectors.map((vector, place) => ({ place, family: familyOf(vector), vector }));
  const run = placed.filter(({ family }) => Object.hasOwn(OURS, family));

  it("are all computed or listed, so that a new one is not forgotten", () => {
    const rest = placed.filter(({ family }) => !Object.hasOwn(OURS, family));
    const counts: Record<string, number> = {};
    for (const { family } of rest) counts[family] = (counts[family] ?? 0) + 1;
    const listed = Object.entries(LISTED).map(([family, [count]]) => [family, count] as const);
    expect(counts).toEqual(Object.fromEntries(listed));
    expect(run.length + listed.reduce((sum, [, count]) => sum + count, 0)).toBe(vectors.length);
  });

  it("are of a family of ours in each entry of the table above", () => {
    expect([...new Set(run.map(({ family }) => family))].sort()).toEqual(Object.keys(OURS).sort());
  });

  it.each(run.map(({ place, family, vector }) => [place, family, vector] as const))(
    "%i is met by ours: %s",
    (_, family, { input, expected }) => {
      const [ours, theirs] = OURS[family](input, expected);
      const values = [...ours];
      expect(values).toHaveLength(theirs.length);
      theirs.forEach((value, index) => {
        expect(Math.abs(values[index] - value)).toBeLessThanOrEqual(toleranceOf(family, value));
      });
    },
  );
});
