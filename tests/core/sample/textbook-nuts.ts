/** NUTS as the papers write it: slow, recursive, keeping every point. The proof of the fast one (blackjax keeps the same). */

import type { Random } from "@mmm/core/numerics/random.ts";
import type { Target } from "@mmm/core/sample/target.ts";

interface Point {
  readonly position: readonly number[];
  readonly momentum: readonly number[];
  readonly gradient: readonly number[];
  readonly logDensity: number;
}

interface Tree {
  /** In the order in which they were reached. */
  readonly points: readonly Point[];
  readonly proposal: Point;
  readonly valid: boolean;
}

export interface TextbookDraw {
  readonly position: readonly number[];
  readonly leapfrogs: number;
  readonly treeDepth: number;
  readonly diverged: boolean;
}

/** One transition from a position; Betancourt (2017), appendix A, with Stan's two extra criteria. */
export function textbookTransition(
  target: Target,
  variance: readonly number[],
  from: readonly number[],
  stepSize: number,
  maxDepth: number,
  random: Random,
): TextbookDraw {
  const start = evaluate(
    target,
    from,
    variance.map((v) => random.normal() / Math.sqrt(v)),
  );
  const startEnergy = energyOf(start, variance);
  const weight = (points: readonly Point[]): number =>
    points.reduce((sum, point) => sum + Math.exp(startEnergy - energyOf(point, variance)), 0);
  let leapfrogs = 0;
  let diverged = false;

  const grow = (edge: Point, depth: number, direction: number): Tree => {
    if (depth === 0) {
      const next = step(target, edge, direction * stepSize, variance);
      leapfrogs += 1;
      const valid = energyOf(next, variance) - startEnergy <= 1000;
      diverged = !valid;
      return { points: [next], proposal: next, valid };
    }
    const first = grow(edge, depth - 1, direction);
    const second = first.valid ? grow(first.points[first.points.length - 1], depth - 1, direction) : first;
    if (!second.valid) return second;
    const points = [...first.points, ...second.points];
    const takesSecond = random.uniform() < weight(second.points) / weight(points);
    const proposal = takesSecond ? second.proposal : first.proposal;
    return { points, proposal, valid: !uTurn(first.points, second.points, variance) };
  };

  let trajectory: readonly Point[] = [start];
  let draw = start;
  let depth = 0;
  let turned = false;
  while (depth < maxDepth && !turned) {
    const forward = random.uniform() > 0.5;
    const inOrder = inTime(trajectory, forward);
    const subtree = grow(inOrder[inOrder.length - 1], depth, forward ? 1 : -1);
    if (!subtree.valid) break;
    depth += 1;
    if (accepts(weight(subtree.points) / weight(trajectory), random)) draw = subtree.proposal;
    turned = uTurn(inOrder, subtree.points, variance);
    trajectory = inTime([...inOrder, ...subtree.points], forward);
  }
  return { position: draw.position, leapfrogs, treeDepth: depth, diverged };
}

function accepts(ratio: number, random: Random): boolean {
  return ratio >= 1 || random.uniform() < ratio;
}

function inTime(points: readonly Point[], forward: boolean): readonly Point[] {
  return forward ? points : [...points].reverse();
}

/** The criterion on the whole, and on each half with the nearest point of the other. */
function uTurn(first: readonly Point[], second: readonly Point[], variance: readonly number[]): boolean {
  return (
    turnsBack([...first, ...second], variance) ||
    turnsBack([...first, second[0]], variance) ||
    turnsBack([first[first.length - 1], ...second], variance)
  );
}

function turnsBack(points: readonly Point[], variance: readonly number[]): boolean {
  const sum = variance.map((_, dimension) =>
    points.reduce((total, { momentum }) => total + momentum[dimension], 0),
  );
  const along = ({ momentum }: Point): number =>
    momentum.reduce((total, p, dimension) => total + p * variance[dimension] * sum[dimension], 0);
  return !(along(points[0]) > 0 && along(points[points.length - 1]) > 0);
}

function step(target: Target, from: Point, stepSize: number, variance: readonly number[]): Point {
  const half = from.momentum.map((p, dimension) => p + 0.5 * stepSize * from.gradient[dimension]);
  const position = from.position.map((x, dimension) => x + stepSize * variance[dimension] * half[dimension]);
  const there = evaluate(target, position, half);
  const momentum = half.map((p, dimension) => p + 0.5 * stepSize * there.gradient[dimension]);
  return { ...there, momentum };
}

function evaluate(target: Target, position: readonly number[], momentum: readonly number[]): Point {
  const gradient = new Float64Array(target.dimension);
  const logDensity = target.logDensity(Float64Array.from(position), gradient);
  return { position, momentum, gradient: [...gradient], logDensity };
}

function energyOf(point: Point, variance: readonly number[]): number {
  const kinetic = point.momentum.reduce((sum, p, dimension) => sum + 0.5 * variance[dimension] * p * p, 0);
  const energy = kinetic - point.logDensity;
  return Number.isNaN(energy) ? Number.POSITIVE_INFINITY : energy;
}
