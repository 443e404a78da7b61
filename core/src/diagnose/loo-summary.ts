/** Leave-one-out accuracy as it is reported: totals, and the week on which the fit leans most. */

import type { AccuracySummary, HealthCheck, LooSummary } from "./fit-health.ts";
import type { LeaveOneOut, PredictiveAccuracy } from "./leave-one-out.ts";
import { passed } from "./sampling-checks.ts";

/**
 * The summary of a fit's leave-one-out accuracy.
 *
 * @param loo - of the fitted weeks.
 * @param weeks - [week] their ISO dates.
 * @returns plain numbers; a k-hat that could not be fitted is null.
 * @throws RangeError when the lengths differ.
 */
export function looSummary(loo: LeaveOneOut, weeks: readonly string[]): LooSummary {
  if (weeks.length !== loo.khat.length)
    throw new RangeError(`${weeks.length} weeks do not name ${loo.khat.length} parts`);
  const parts = weeks.map((week, index) => ({
    week,
    elpd: loo.pointwise[index],
    khat: Number.isFinite(loo.khat[index]) ? loo.khat[index] : null,
  }));
  const worst = parts.reduce<(typeof parts)[number] | null>(
    (most, part) =>
      part.khat !== null && part.khat > (most?.khat ?? Number.NEGATIVE_INFINITY) ? part : most,
    null,
  );
  return {
    ...withoutParts(loo),
    khatMax: worst?.khat ?? null,
    khatWeek: worst?.week ?? null,
    khatLimit: loo.khatLimit,
    weeks: parts,
  };
}

/** An accuracy without its weekly parts. */
export function withoutParts({
  elpd,
  elpdSe,
  parameters,
  parametersSe,
}: PredictiveAccuracy): AccuracySummary {
  return { elpd, elpdSe, parameters, parametersSe };
}

/**
 * Whether the fit leans on a single week.
 *
 * @returns a note that names the week; passes where no week has a tail to judge: its likelihood is the same in all draws.
 * Source: Vehtari, Gelman & Gabry (2017), §2.1: k-hat also tells influential observations.
 */
export function checkKhat({ khatMax, khatWeek, khatLimit, weeks }: LooSummary): HealthCheck {
  if (khatMax === null || khatMax <= khatLimit) return passed("khat", khatMax ?? 0, khatLimit);
  const above = weeks.filter(({ khat }) => khat !== null && khat > khatLimit).length;
  const more = above === 1 ? "" : ` ${above} weeks weigh that much.`;
  return {
    metric: "khat",
    value: khatMax,
    limit: khatLimit,
    verdict: "review",
    reason: `The fit leans on the week of ${khatWeek}: without it the estimates could differ.${more}`,
    remedy:
      "Find out what happened in that week. If it was one of a kind, name it as an event; if it is a mistake, correct it.",
  };
}
