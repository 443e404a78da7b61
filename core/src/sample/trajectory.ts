/** Subtrees of a trajectory: 2^depth leapfrog steps in one direction, with a point drawn from them by weight. */

import { exp, logAddExp } from "../numerics/elementary.ts";
import type { Random } from "../numerics/random.ts";
import { leapfrog } from "./leapfrog.ts";
import type { Metric } from "./metric.ts";
import { hamiltonian, type PhasePoint } from "./phase-point.ts";
import type { Target } from "./target.ts";
import { type End, type Stretch, turnsAcross } from "./turning.ts";

const { min } = Math;
/** A trajectory whose energy error passes this has left the region where the integrator can be trusted (Stan's value). */
const DIVERGENT_ENERGY_ERROR = 1000;

/** A point that may become the next draw. */
export interface Proposal {
  readonly position: Float64Array;
  readonly gradient: Float64Array;
  logDensity: number;
}

/** A stretch with a proposal drawn from it and the log of its total weight, relative to the start. */
export interface Subtree extends Stretch {
  readonly proposal: Proposal;
  logWeight: number;
}

/** What one transition has seen so far. */
export interface Tally {
  leapfrogs: number;
  /** Sum over leapfrogs of min(1, e^−error). */
  acceptance: number;
  /** Sum over leapfrogs of 2 min(1, e^−error) / (1 + e^−error). */
  symmetricAcceptance: number;
  diverged: boolean;
}

/** Grows subtrees; all buffers are made once, so a leapfrog allocates nothing. */
export interface SubtreeBuilder {
  /**
   * Fills `subtree` with 2^depth steps from `edge`, which moves to the far end.
   *
   * @param depth - from 0 to the largest depth.
   * @param edge - the end of the trajectory that grows; overwritten.
   * @param stepSize - negative to grow backwards in time.
   * @param startEnergy - Hamiltonian at the start of the transition.
   * @param tally - added to.
   * @returns false when it diverged or turned back: the transition then ends without it.
   */
  build(depth: number, edge: PhasePoint, stepSize: number, startEnergy: number, tally: Tally): boolean;
  readonly subtree: Subtree;
}

/**
 * A builder for one chain.
 *
 * @param target - log density and gradient.
 * @param metric - read at every step, so it may change between transitions.
 * @param random - one uniform per joining of two halves.
 * @param maxDepth - largest depth that will be asked for.
 * Source: Betancourt (2017), appendix A.3 (multinomial sampling within a subtree).
 */
export function createSubtreeBuilder(
  target: Target,
  metric: Metric,
  random: Random,
  maxDepth: number,
): SubtreeBuilder {
  const subtree = createSubtree(target.dimension);
  const halves = Array.from({ length: maxDepth }, () => ({
    first: createSubtree(target.dimension),
    second: createSubtree(target.dimension),
  }));
  let edge: PhasePoint;
  let stepSize = 0;
  let startEnergy = 0;
  let tally: Tally;

  function grow(depth: number, into: Subtree): boolean {
    if (depth === 0) {
      leapfrog(target, metric, edge, stepSize);
      return weigh(edge, startEnergy, tally, into);
    }
    const { first, second } = halves[depth - 1];
    if (!grow(depth - 1, first) || !grow(depth - 1, second)) return false;
    join(first, second, random, into);
    return !turnsAcross(first, second);
  }

  return {
    subtree,
    build(depth, fromEdge, step, energy, into) {
      edge = fromEdge;
      stepSize = step;
      startEnergy = energy;
      tally = into;
      return grow(depth, subtree);
    },
  };
}

/** A subtree of one point: false when the point diverged. */
function weigh(point: PhasePoint, startEnergy: number, tally: Tally, into: Subtree): boolean {
  const logWeight = startEnergy - hamiltonian(point);
  const ratio = exp(logWeight);
  const acceptance = min(ratio, 1);
  tally.leapfrogs += 1;
  tally.acceptance += acceptance;
  tally.symmetricAcceptance += (2 * acceptance) / (1 + ratio);
  if (-logWeight > DIVERGENT_ENERGY_ERROR) {
    tally.diverged = true;
    return false;
  }
  into.logWeight = logWeight;
  into.momentumSum.set(point.momentum);
  copyEnd(point, into.begin);
  copyEnd(point, into.end);
  copyProposal(point, into.proposal);
  return true;
}

/** Joins two halves; the proposal comes from the second with its share of the weight. */
function join(first: Subtree, second: Subtree, random: Random, into: Subtree): void {
  into.logWeight = logAddExp(first.logWeight, second.logWeight);
  const takesSecond = random.uniform() < exp(second.logWeight - into.logWeight);
  copyProposal(takesSecond ? second.proposal : first.proposal, into.proposal);
  copyEnd(first.begin, into.begin);
  copyEnd(second.end, into.end);
  for (let dimension = 0; dimension < into.momentumSum.length; dimension++) {
    into.momentumSum[dimension] = first.momentumSum[dimension] + second.momentumSum[dimension];
  }
}

function createSubtree(dimension: number): Subtree {
  return {
    begin: createEnd(dimension),
    end: createEnd(dimension),
    momentumSum: new Float64Array(dimension),
    proposal: {
      position: new Float64Array(dimension),
      gradient: new Float64Array(dimension),
      logDensity: Number.NEGATIVE_INFINITY,
    },
    logWeight: Number.NEGATIVE_INFINITY,
  };
}

function createEnd(dimension: number): End {
  return { momentum: new Float64Array(dimension), velocity: new Float64Array(dimension) };
}

function copyEnd(from: End, to: End): void {
  to.momentum.set(from.momentum);
  to.velocity.set(from.velocity);
}

/** Overwrites one proposal with another, or with a point of the walk. */
export function copyProposal(from: Readonly<Proposal>, to: Proposal): void {
  to.position.set(from.position);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}
