/** How long and how carefully to sample: every number that a methodology may set. */

import type { SamplingPlan } from "./protocol.ts";

/** Fields and units as in the sampling plan; the seed belongs to the run, not to the method. */
export type SampleRules = Omit<SamplingPlan, "seed">;
