/** Samples a model until it converges, in this thread, and reads its draws by name. */

import { isConverged } from "@mmm/core/diagnose/convergence.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";

/** Samples until every quantity meets the targets of decisions §7, as the product does. */
export async function samplePosterior(model: MediaMixModel, seed: number): Promise<[Posterior, boolean]> {
  const rules = defaultRules(DIAGNOSE_ROWS);
  const outcome = await runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0)(
    model,
    { ...defaultRules(SAMPLE_ROWS), seed },
    (quantities, chains) => isConverged(quantities, chains, rules),
    { onProgress: () => undefined, cancelled: () => false },
  );
  if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
  const { posterior } = outcome;
  return [posterior, isConverged(posterior.quantities, posterior.chains, rules)];
}

/** All chains' draws of a recorded quantity. */
export function drawsOf(posterior: Posterior, name: string): Float64Array {
  const index = posterior.quantities.indexOf(name);
  if (index < 0) throw new RangeError(`${name} is not recorded`);
  const width = posterior.quantities.length;
  return Float64Array.from(
    posterior.chains.flatMap((chain) =>
      Array.from({ length: chain.draws }, (_, draw) => chain.quantities[draw * width + index]),
    ),
  );
}
