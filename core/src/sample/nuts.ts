/** The no-U-turn sampler: one transition of multinomial NUTS with biased progressive sampling. */

import { exp, logAddExp } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { drawMomentum, type Metric } from "./metric.ts";
import { copyPhasePoint, createPhasePoint, hamiltonian, type PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";
import { copyProposal, createSubtreeBuilder, type Subtree, type Tally } from "./trajectory.ts";
import { turnsAcross } from "./turning.ts";

/** What diagnosis and adaptation need to know of a transition. */
export interface TransitionInfo {
  /** Hamiltonian at the start, after the momentum was drawn. */
  readonly energy: number;
  /** Mean acceptance statistic over the leapfrogs, in [0, 1]. */
  readonly acceptance: number;
  /** The same, symmetric in the sign of the energy error: what late adaptation aims with (nuts-rs 0.18). */
  readonly symmetricAcceptance: number;
  readonly leapfrogs: number;
  readonly treeDepth: number;
  readonly diverged: boolean;
  /** False when the next draw is the last one again. */
  readonly moved: boolean;
}

/** Moves a point, in place, to the next draw. */
export type Transition = (current: PhasePoint, stepSize: number) => TransitionInfo;

/**
 * The NUTS transition kernel of one chain.
 *
 * @param target - log density and gradient.
 * @param metric - read at every transition, so adaptation may change it in between.
 * @param random - the stream of the walk.
 * @param maxTreeDepth - a trajectory has at most 2^maxTreeDepth − 1 leapfrog steps.
 * @returns a function that replaces position, gradient and log density of its argument.
 * Source: Hoffman & Gelman (2014); Betancourt (2017), appendix A.
 */
export function createNuts(target: Target, metric: Metric, random: Random, maxTreeDepth: number): Transition {
  const forward = createPhasePoint(target.dimension);
  const backward = createPhasePoint(target.dimension);
  const oldEdge = createPhasePoint(target.dimension);
  const momentumSum = new Float64Array(target.dimension);
  const builder = createSubtreeBuilder(target, metric, random, maxTreeDepth);
  const { subtree } = builder;

  /** Doubles the trajectory; false when it is complete. */
  function double(current: PhasePoint, stepSize: number, growth: Growth): boolean {
    const goesForward = random.uniform() > 0.5;
    const edge = goesForward ? forward : backward;
    copyPhasePoint(edge, oldEdge);
    const step = goesForward ? stepSize : -stepSize;
    if (!builder.build(growth.treeDepth, edge, step, growth.energy, growth)) return false;
    growth.treeDepth += 1;
    if (takesSubtree(subtree.logWeight - growth.logWeight, random)) {
      copyProposal(subtree.proposal, current);
      growth.moved = true;
    }
    growth.logWeight = logAddExp(growth.logWeight, subtree.logWeight);
    const tree = { begin: goesForward ? backward : forward, end: oldEdge, momentumSum };
    const turned = turnsAcross(tree, subtree);
    addMomenta(subtree, momentumSum);
    return !turned;
  }

  return function transition(current, stepSize) {
    drawMomentum(metric, random, current);
    copyPhasePoint(current, forward);
    copyPhasePoint(current, backward);
    momentumSum.set(current.momentum);
    const growth = startGrowth(hamiltonian(current));
    while (growth.treeDepth < maxTreeDepth && double(current, stepSize, growth));
    return summarizeTransition(growth);
  };
}

/** A trajectory while it grows; weights are relative to its first point. */
interface Growth extends Tally {
  readonly energy: number;
  logWeight: number;
  treeDepth: number;
  moved: boolean;
}

function startGrowth(energy: number): Growth {
  return {
    energy,
    leapfrogs: 0,
    acceptance: 0,
    symmetricAcceptance: 0,
    diverged: false,
    logWeight: 0,
    treeDepth: 0,
    moved: false,
  };
}

/** Biased progressive sampling: the new half replaces the old proposal with probability min(1, weight ratio). */
function takesSubtree(logRatio: number, random: Random): boolean {
  return logRatio >= 0 || random.uniform() < exp(logRatio);
}

function addMomenta(subtree: Subtree, momentumSum: Float64Array): void {
  for (let dimension = 0; dimension < momentumSum.length; dimension++) {
    momentumSum[dimension] += subtree.momentumSum[dimension];
  }
}

function summarizeTransition(growth: Growth): TransitionInfo {
  const { energy, leapfrogs, treeDepth, diverged, moved } = growth;
  return {
    energy,
    acceptance: growth.acceptance / leapfrogs,
    symmetricAcceptance: growth.symmetricAcceptance / leapfrogs,
    leapfrogs,
    treeDepth,
    diverged,
    moved,
  };
}
