/** How far each channel's weekly spend may move, and which limit says so. */

import type { ChannelResponse } from "../attribute/attribution.ts";
import type { Binding } from "./allocation.ts";
import type { OptimizeRules } from "./rules.ts";

/** What the user states of a channel, converted to currency per week. */
export interface ChannelLimits {
  readonly min: number | null;
  readonly max: number | null;
  /** Contracted: the spend can not move. */
  readonly locked: boolean;
}

/** One channel's room to move, in currency per week. */
export interface SpendRange {
  readonly current: number;
  readonly least: number;
  readonly most: number;
  readonly leastBy: Binding;
  readonly mostBy: Binding;
}

/**
 * The range that the user's limits and the observed spend leave.
 *
 * @param current - currency per week that the plan starts from.
 * @returns e.g. an unlimited channel seen at up to 50 a week may spend 0 to 50.
 */
export function statedRange(
  response: ChannelResponse,
  limits: ChannelLimits,
  current: number,
  rules: OptimizeRules,
): SpendRange {
  if (limits.locked) return { current, least: current, most: current, leastBy: "locked", mostBy: "locked" };
  const observed = rules.extrapolateMax * response.observedMax;
  const most = limits.max === null ? observed : Math.min(limits.max, observed);
  const mostBy = most < observed ? "maximum" : "observed";
  return { current, least: limits.min ?? 0, most, leastBy: "minimum", mostBy };
}

/**
 * The same range within the cap on one period's move and the floor (D-17, D-18, X-09, X-10).
 *
 * @returns e.g. current 10, range 0 to 50, cap 0.3 gives 7 to 13; a user's minimum above that wins, since a
 *   contract binds more than a rule of prudence.
 */
export function cappedRange(range: SpendRange, rules: OptimizeRules): SpendRange {
  if (range.leastBy === "locked") return range;
  const { current } = range;
  const floor = current * Math.max(1 - rules.capShare, rules.floorShare);
  const roof = current * (1 + rules.capShare);
  const least = Math.max(range.least, Math.min(floor, range.most));
  const most = Math.max(least, Math.min(range.most, roof));
  return {
    current,
    least,
    most,
    leastBy: least > range.least ? "cap" : range.leastBy,
    mostBy: most < range.most ? "cap" : range.mostBy,
  };
}

/** A cell shows cents at best: closer to a limit than this share of it is at it. */
const AT_LIMIT = 1e-6;

/** Which limit a spend stands at; "none" when it stands at neither. */
export function bindingAt(range: SpendRange, spend: number): Binding {
  const close = AT_LIMIT * Math.max(range.current, range.most, Number.MIN_VALUE);
  if (range.leastBy === "locked") return "locked";
  if (spend - range.least <= close && range.least > 0) return range.leastBy;
  if (range.most - spend <= close) return range.mostBy;
  return "none";
}
