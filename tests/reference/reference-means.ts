/** All nine posteriordb targets, and how far a run of ours lies from their reference means. */

import { essBulk } from "@mmm/core/diagnose/ess.ts";
import { mcseMean } from "@mmm/core/diagnose/monte-carlo-error.ts";
import { quantityChains } from "@mmm/core/diagnose/quantity-chains.ts";
import { rhat } from "@mmm/core/diagnose/rhat.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import type { Target } from "@mmm/core/sample/target.ts";
import { gaussianProcess } from "./gaussian-process-target.ts";
import { mixture } from "./mixture-target.ts";
import {
  autoregression,
  eightSchools,
  kidscore,
  kilpisjarvi,
  type PosteriorFile,
  sblrc,
} from "./posteriordb.ts";
import { movingAverage, volatility } from "./time-series-targets.ts";

export interface ReferenceTarget {
  /** Name of the file in ../shared/data/posteriordb, less its ending. */
  readonly name: string;
  readonly build: (file: PosteriorFile) => Target;
}

/** Sampled within 5 seconds or so: these run on every change. */
export const QUICK_TARGETS: readonly ReferenceTarget[] = [
  { name: "sblrc-blr", build: sblrc },
  { name: "eight_schools-eight_schools_noncentered", build: eightSchools },
  { name: "arK-arK", build: autoregression },
  { name: "arma-arma11", build: movingAverage },
  { name: "garch-garch11", build: volatility },
];

/** The quick ones, and those whose gradient or whose walk is long. */
export const ALL_TARGETS: readonly ReferenceTarget[] = [
  ...QUICK_TARGETS,
  { name: "kilpisjarvi_mod-kilpisjarvi", build: kilpisjarvi },
  { name: "kidiq-kidscore_momhsiq", build: kidscore },
  { name: "gp_pois_regr-gp_regr", build: gaussianProcess },
  { name: "low_dim_gauss_mix-low_dim_gauss_mix", build: mixture },
];

/** One quantity against its reference. */
export interface MeanError {
  readonly quantity: string;
  /** Difference of the means over the Monte Carlo errors, theirs and ours together. */
  readonly z: number;
  readonly rhat: number;
  readonly essBulk: number;
}

/** Every quantity of a run against the reference of 10,000 draws. */
export function meanErrors(posterior: Posterior, file: PosteriorFile): MeanError[] {
  return posterior.quantities.map((quantity, index) => {
    const chains = quantityChains(posterior.chains, index);
    const draws = chains.flatMap((chain) => [...chain]);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const reference = file.reference[quantity];
    return {
      quantity,
      z: (mean - reference.mean) / Math.hypot(mcseMean(chains), reference.mcse_mean),
      rhat: rhat(chains),
      essBulk: essBulk(chains),
    };
  });
}
