/** A walk and its draws as one hash: what must be the same in every engine, thread and kernel. */

import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { RunChains, SamplingPlan } from "@mmm/core/sample/protocol.ts";

/** What a place and a kernel came to. */
export interface Walked {
  readonly kernel: string;
  /** SHA-256 of every typed array of every chain, in order. */
  readonly hash: string;
  readonly draws: number;
  readonly gradients: number;
}

/** A whole run: warmup, a minimum, blocks, and a stop that depends on the draws. */
export const BROWSER_PLAN: SamplingPlan = {
  seed: 11,
  chains: 4,
  warmup: 120,
  minDraws: 60,
  maxDraws: 160,
  block: 50,
  targetAcceptance: 0.85,
  retryAcceptance: 0.95,
  maxTreeDepth: 10,
};

/** Walks the plan until a draw decides that it is enough. */
export async function walkAndHash(run: RunChains<MediaMixModel>, model: MediaMixModel): Promise<Walked> {
  const outcome = await run(model, BROWSER_PLAN, (_, chains) => chains[0].draws > 100, {
    onProgress: () => undefined,
    cancelled: () => false,
  });
  if (outcome.kind !== "sampled") throw new Error(outcome.kind);
  const { chains, kernel, gradientEvaluations } = outcome.posterior;
  const bytes = chains.flatMap((chain) =>
    Object.values(chain).flatMap((value) =>
      ArrayBuffer.isView(value) ? [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] : [],
    ),
  );
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const draws = chains.reduce((sum, chain) => sum + chain.draws, 0);
  return { kernel, hash, draws, gradients: gradientEvaluations };
}
