/** How long and how carefully we sample, and why. */

import type { SampleRules } from "../../sample/rules.ts";
import type { RowsOf } from "../methodology-row.ts";

export const SAMPLE_ROWS: RowsOf<SampleRules> = {
  chains: {
    value: 4,
    unit: "chains",
    min: 2,
    max: 16,
    source: "sampler.md §9; Vehtari et al. 2021",
    reason: "R-hat compares chains; four that start apart find a second mode that one chain would miss.",
  },
  warmup: {
    value: 300,
    unit: "transitions per chain",
    min: 100,
    max: 5000,
    source: "sampler.md §4",
    reason: "On the collapsed model 300 adapt as well as 1000; what is left over goes into draws.",
  },
  minDraws: {
    value: 300,
    unit: "draws per chain",
    min: 100,
    max: 10000,
    source: "sampler.md §9",
    reason: "Convergence is first judged when R-hat and ESS can be told from chance.",
  },
  maxDraws: {
    value: 2000,
    unit: "draws per chain",
    min: 100,
    max: 50000,
    source: "sampler.md §9",
    reason: "A model that has not converged by then will not by patience alone.",
  },
  block: {
    value: 50,
    unit: "draws per chain",
    min: 10,
    max: 1000,
    source: "sampler.md §4e",
    reason: "Draws between two looks at convergence: fewer cost more looks, more cost needless draws.",
  },
  targetAcceptance: {
    value: 0.85,
    unit: "probability",
    min: 0.6,
    max: 0.99,
    source: "sampler.md §4",
    reason: "As quick as 0.8 on media models, and without its occasional divergence.",
  },
  retryAcceptance: {
    value: 0.95,
    unit: "probability",
    min: 0.6,
    max: 0.999,
    source: "decisions §7",
    reason: "After a divergence all chains start again with smaller steps.",
  },
  maxTreeDepth: {
    value: 10,
    unit: "doublings",
    min: 5,
    max: 15,
    source: "Hoffman & Gelman 2014; Stan's default",
    reason: "At most 1023 gradients per draw; a path that needs more has a badly scaled model behind it.",
  },
};
