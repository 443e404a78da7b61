/** When a plan's effect has landed, and how hard it is to take back (A-32, §1Y). */

import type { ChannelAttribution } from "../attribute/attribution.ts";
import type { PlanRules } from "./rules.ts";
import type { Reversibility, Speed } from "./scenario.ts";

export interface Landing {
  /** Whole weeks until 90 % of the change has landed, weighted by the money moved. */
  readonly weeksToNinety: number;
  readonly speed: Speed;
  readonly reversibility: Reversibility;
}

/**
 * How a plan lands, from the carry-over of the channels that it moves.
 *
 * @param moves - [channel] currency moved, ≥ 0; where nothing moves, spend weighs instead.
 * @returns e.g. all money moved in channels of 2 weeks and retention 0.3: 2 weeks, fast, easy.
 */
export function landing(
  channels: readonly ChannelAttribution[],
  moves: readonly number[],
  rules: PlanRules,
): Landing {
  const moved = moves.some((amount) => amount > 0);
  const weights = moved ? moves : channels.map((channel) => channel.spend);
  const weeks = Math.round(
    weightedMean(
      channels.map((channel) => channel.weeksToNinety),
      weights,
    ),
  );
  const retention = weightedMean(
    channels.map((channel) => channel.retention?.mean ?? 0),
    weights,
  );
  return {
    weeksToNinety: weeks,
    speed: speedOf(weeks, rules),
    reversibility: reversibilityOf(retention, rules),
  };
}

function speedOf(weeks: number, rules: PlanRules): Speed {
  if (weeks <= rules.fastWeeks) return "fast";
  return weeks <= rules.slowWeeks ? "medium" : "slow";
}

/** A contracted channel never moves here, so that a lock inside the plan needs no case of its own. */
function reversibilityOf(retention: number, rules: PlanRules): Reversibility {
  if (retention >= rules.hardRetention) return "hard";
  return retention <= rules.easyRetention ? "easy" : "moderate";
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * weights[index], 0) / (total > 0 ? total : 1);
}
