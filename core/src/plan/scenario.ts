/** Equal-total alternatives to today's mix, side by side (A-29 … A-33). */

import type { Interval } from "../numerics/interval.ts";

export type Reversibility = "easy" | "moderate" | "hard";
export type Speed = "fast" | "medium" | "slow";

export interface ScenarioChannel {
  readonly name: string;
  /** Currency per budget period. */
  readonly current: number;
  readonly planned: number;
  readonly note: string | null;
}

export interface Scenario {
  /** "A", "B", "C", or "O" for the optimized split. */
  readonly id: string;
  readonly title: string;
  readonly channels: readonly ScenarioChannel[];
  /** Value over the period (money where the KPI has one, else KPI units). */
  readonly incremental: Interval;
  /** Against today's mix, draw by draw; share is a fraction of today's media value. */
  readonly delta: Interval;
  readonly deltaShare: Interval;
  readonly probabilityOfGain: number;
  /** Spend-weighted weeks until 90 % of the change has landed. */
  readonly weeksToNinety: number;
  readonly speed: Speed;
  readonly reversibility: Reversibility;
  /** The shift that was asked for and the largest that the limits allow, as fractions. */
  readonly wantedShift: number;
  readonly feasibleShift: number;
  /** In plain words when feasibleShift < wantedShift, else null. */
  readonly limit: string | null;
}

export interface PlanComparison {
  /** Probability inside every interval here. */
  readonly level: number;
  /** Budget period in words ("quarter") and weeks. */
  readonly period: string;
  readonly periodWeeks: number;
  /** Currency per period. */
  readonly total: number;
  readonly today: Interval;
  readonly scenarios: readonly Scenario[];
  /** Id of the scenario with the largest mean delta above 0; "C" when none gains. */
  readonly recommended: string;
}
