/** Everything the Diagnostics sheet says of one quantity. */

import { mean, varianceAbout } from "../numerics/moments.ts";
import { quantile } from "../numerics/quantile.ts";
import { type ChainMatrix, isKnownExactly, sortedDraws } from "./chain-matrix.ts";
import { essBulk, essTail } from "./ess.ts";
import type { QuantityDiagnostics } from "./fit-health.ts";
import { mcseMean, mcseQuantile, mcseSd } from "./monte-carlo-error.ts";
import { rhat } from "./rhat.ts";

/** A quantity by name with its draws. */
export interface NamedChains {
  readonly name: string;
  /** [chain][draw] */
  readonly chains: ChainMatrix;
}

/**
 * Mean, spread, interval, R-hat, ESS and Monte Carlo errors of one quantity.
 *
 * @param quantity - name and [chain][draw].
 * @param level - probability inside the interval.
 * @returns R-hat 1 and every draw effective where all draws are the same number: it is known, not sampled. NaN where a
 * draw is not finite.
 */
export function diagnoseQuantity(quantity: NamedChains, level: number): QuantityDiagnostics {
  const { name, chains } = quantity;
  const sorted = sortedDraws(chains);
  const tail = (1 - level) / 2;
  const center = mean(sorted);
  const known = isKnownExactly(sorted);
  return {
    name,
    mean: center,
    sd: Math.sqrt(varianceAbout(sorted, center)),
    lo: quantile(sorted, tail),
    hi: quantile(sorted, 1 - tail),
    rhat: known ? 1 : rhat(chains),
    essBulk: known ? sorted.length : essBulk(chains),
    essTail: known ? sorted.length : essTail(chains),
    mcse: known ? EXACT : errorsOf(chains, tail),
  };
}

const EXACT = { mean: 0, sd: 0, lo: 0, hi: 0 };

function errorsOf(chains: ChainMatrix, tail: number): QuantityDiagnostics["mcse"] {
  return {
    mean: mcseMean(chains),
    sd: mcseSd(chains),
    lo: mcseQuantile(chains, tail),
    hi: mcseQuantile(chains, 1 - tail),
  };
}
