/** What the fit says of the weeks themselves: coverage judges, the rest are notes (C-14, X-02, E-02, E-09). */

import type { FitErrors, FitHealth, HealthCheck } from "./fit-health.ts";
import type { DiagnoseRules } from "./rules.ts";
import { passed } from "./sampling-checks.ts";

/** Coverage of the predictive interval against its binomial band. */
export function checkCoverage(coverage: FitHealth["coverage90"]): HealthCheck {
  const { value, reviewAt, failBelow } = coverage;
  if (value >= reviewAt) return passed("coverage90", value, reviewAt);
  const fails = value < failBelow;
  return {
    metric: "coverage90",
    value,
    limit: fails ? failBelow : reviewAt,
    verdict: fails ? "fail" : "review",
    reason: fails
      ? "More weeks than chance allows lie outside the range that the model thought likely: its intervals are too narrow."
      : "Some more weeks than expected lie outside the range that the model thought likely; chance may explain it.",
    remedy: "Look at the weeks outside the band and name what happened in them as events or controls.",
  };
}

/** R² so high that noise itself must have been fitted; red, yet no gate. */
export function checkModelR2(errors: FitErrors, rules: DiagnoseRules): HealthCheck {
  if (!(errors.r2 > rules.modelR2Red)) return passed("modelR2", errors.r2, rules.modelR2Red);
  return {
    metric: "modelR2",
    value: errors.r2,
    limit: rules.modelR2Red,
    verdict: "fail",
    reason:
      "The model follows the KPI more closely than real data allow: it may repeat noise, or a column may be the KPI in disguise.",
    remedy:
      "Check that no control or event is computed from the KPI, and drop columns without a reason of their own.",
  };
}

/** Mean error on weeks that the second fit had not seen (E-02). */
export function checkHoldout(errors: FitErrors, rules: DiagnoseRules): HealthCheck {
  const limit = rules.holdoutMapeReview;
  if (!(errors.mape > limit)) return passed("holdoutMape", errors.mape, limit);
  return {
    metric: "holdoutMape",
    value: errors.mape,
    limit,
    verdict: "review",
    reason: `The last ${errors.weeks} weeks, hidden from a second fit, came out far from what it forecast.`,
    remedy:
      "Check whether those weeks hold something new (a launch, a price change, an outage) and add it as a control or event.",
  };
}

/** Whether misses come in runs or alternate (E-09). */
export function checkDurbinWatson(errors: FitErrors, rules: DiagnoseRules): HealthCheck {
  const value = errors.durbinWatson;
  const runs = value < rules.durbinWatsonLow;
  const limit = runs ? rules.durbinWatsonLow : rules.durbinWatsonHigh;
  if (!runs && !(value > rules.durbinWatsonHigh)) return passed("durbinWatson", value, limit);
  return {
    metric: "durbinWatson",
    value,
    limit,
    verdict: "review",
    reason: runs
      ? "The model's misses come in runs: several weeks too high, then several too low, as if a cause were missing."
      : "The model's misses alternate from week to week, as if sales were booked in the wrong week.",
    remedy: runs
      ? "Add what moves slowly and is not in the table yet: prices, distribution, competitors, the economy."
      : "Check that spend and KPI count the same days into the same week.",
  };
}
