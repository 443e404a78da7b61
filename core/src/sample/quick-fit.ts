/** The quick fit: a posterior in a few thousand gradients, with the figure that tells whether to believe it. */

import { smoothWeights } from "../numerics/pareto-smoothing.ts";
import { createRandom, type Random } from "../numerics/random.ts";
import { systematicResample } from "../numerics/systematic-resample.ts";
import { type AffineMap, placeAt, stretched } from "./affine-map.ts";
import type { ChainDraws } from "./chain-draws.ts";
import { climbFromSeveral } from "./climb-from-several.ts";
import { drawDefensively } from "./defensive-mixture.ts";
import { laplaceMap } from "./laplace-map.ts";
import { refineMap } from "./refine-map.ts";
import type { Target } from "./target.ts";

/** Draws as whoever attributes reads them, without anything of a walk. */
type PreviewDraws = Pick<ChainDraws, "draws" | "positions" | "quantities">;

/** What a quick fit found: draws in a posterior's shape, but nothing that could pass for one. */
export interface PreviewPosterior {
  readonly method: "preview";
  readonly quantities: readonly string[];
  /** One "chain" of independent draws of equal weight. */
  readonly chains: readonly PreviewDraws[];
  /** Shape of the importance ratios' tail: the figure that vouches for the draws, or does not. */
  readonly khat: number;
  /** Draws that the weighted proposals are worth. */
  readonly effectiveDraws: number;
  readonly proposals: number;
  /** True when climbs from different starts ended on different peaks: draws are of the neighborhood of one. */
  readonly severalPeaks: boolean;
  readonly gradientEvaluations: number;
}

/** Chains own streams from 0 on, the report one at 2²⁰: these lie above. */
const FIT_STREAM = 2_097_152;
const RECORD_STREAM = 2_097_153;

/** Half of all gradients, which take plain TypeScript 1.5 s of CPU on 20 channels and 260 weeks; k-hat can then be trusted up to 0.675. */
const PROPOSALS = 1200;
/** Draws of equal weight that are kept: about what the proposals are worth; more would only lengthen the attribution. */
const DRAWS = 400;
/** Proposals are this much wider than the walk found, since weights bear a proposal too wide better than one too narrow. */
const WIDENING = 1.05;
/** Peaks lie apart when a climb ended further than one standard deviation of the approximation from the highest. */
const APART = 1;

/**
 * A preview of a posterior, in this thread and without a clock.
 *
 * Climbs to the peak from several starts, takes the curvature there (Laplace), mends center and spread by a short walk,
 * and weighs draws of about that normal distribution by what the posterior says of them.
 *
 * @param target - coordinates of about unit scale.
 * @param seed - fixes every number.
 * @returns draws to look at, not to decide by; k-hat above `khatLimit(proposals, …)` says that they are no guide.
 * @throws RangeError when the density is 0 wherever it starts.
 * Source: Tierney & Kadane (1986); Vehtari et al. (2024); Rubin (1987), sampling/importance resampling.
 */
export function quickFit(target: Target, seed: number): PreviewPosterior {
  const random = createRandom(seed, FIT_STREAM);
  const climbs = climbFromSeveral(target, random);
  const laplace = laplaceMap(target.logDensity, climbs.ends[0]);
  const refined = refineMap(target, laplace.map, random);
  const widening = new Float64Array(target.dimension).fill(WIDENING);
  const { positions, logRatios } = propose(
    target,
    stretched(refined.map, new Float64Array(target.dimension), widening),
    random,
  );
  const { logWeights, khat, effectiveDraws } = smoothWeights(logRatios, 1);
  const picked = systematicResample(logWeights, DRAWS, random.uniform());
  return {
    method: "preview",
    quantities: target.quantities,
    chains: [record(target, positions, picked, createRandom(seed, RECORD_STREAM))],
    khat,
    effectiveDraws,
    proposals: PROPOSALS,
    severalPeaks: climbs.ends.some((end) => distanceIn(laplace.map, end) > APART),
    gradientEvaluations:
      climbs.gradientEvaluations + laplace.gradientEvaluations + refined.gradientEvaluations + PROPOSALS,
  };
}

/** [proposal][dimension] positions, and the log of posterior over proposal density up to a constant. */
interface Proposals {
  readonly positions: Float64Array;
  readonly logRatios: Float64Array;
}

function propose({ dimension, logDensity }: Target, map: AffineMap, random: Random): Proposals {
  const positions = new Float64Array(PROPOSALS * dimension);
  const logRatios = new Float64Array(PROPOSALS);
  const z = new Float64Array(dimension);
  const gradient = new Float64Array(dimension);
  for (let proposal = 0; proposal < PROPOSALS; proposal++) {
    const logProposal = drawDefensively(random, z);
    const position = positions.subarray(proposal * dimension, (proposal + 1) * dimension);
    placeAt(map, z, position);
    logRatios[proposal] = logDensity(position, gradient) - logProposal;
  }
  return { positions, logRatios };
}

/** Quantities of the picked proposals; one picked twice is recorded twice, since recording may draw what was integrated out. */
function record(target: Target, proposed: Float64Array, picked: Uint32Array, random: Random): PreviewDraws {
  const { dimension } = target;
  const width = target.quantities.length;
  const positions = new Float64Array(picked.length * dimension);
  const quantities = new Float64Array(picked.length * width);
  picked.forEach((proposal, draw) => {
    const position = proposed.subarray(proposal * dimension, (proposal + 1) * dimension);
    positions.set(position, draw * dimension);
    target.record(position, random, quantities.subarray(draw * width, (draw + 1) * width));
  });
  return { draws: picked.length, positions, quantities };
}

/** How many standard deviations of the approximation a position lies from its center. */
function distanceIn({ center, axes }: AffineMap, position: Float64Array): number {
  const dimension = center.length;
  let squares = 0;
  for (let axis = 0; axis < dimension; axis++) {
    let along = 0;
    let length = 0;
    // axes are at right angles: a coordinate is the projection over the axis' square length
    for (let row = 0; row < dimension; row++) {
      const entry = axes[row * dimension + axis];
      along += entry * (position[row] - center[row]);
      length += entry * entry;
    }
    squares += (along / length) * (along / length);
  }
  return Math.sqrt(squares);
}
