/** A budget moved between channels, before and after the cap on how far it may move. */

import type { Interval } from "../numerics/interval.ts";

export type Binding = "none" | "cap" | "minimum" | "maximum" | "observed" | "locked";

export interface ChannelAllocation {
  readonly name: string;
  /** Currency per week, all of them. */
  readonly current: number;
  /** Best split within the user's bounds and the observed range, without the cap. */
  readonly raw: number;
  /** Best split within ±cap of current as well: what we recommend. */
  readonly capped: number;
  readonly least: number;
  readonly most: number;
  /** Mean slope of the response: value per unit of spend. */
  readonly marginalBefore: number;
  readonly marginalAfter: number;
  /** Which limit the capped spend stands at. */
  readonly binding: Binding;
}

export interface Allocation {
  /** Currency per week. */
  readonly budget: number;
  readonly channels: readonly ChannelAllocation[];
  /** Probability inside the intervals below. */
  readonly level: number;
  /** Value per week of the plans, and the gains over `current`, draw by draw. */
  readonly currentValue: Interval;
  readonly rawGain: Interval;
  readonly cappedGain: Interval;
  /** Draws in which the capped plan beats the current one, a fraction. */
  readonly probabilityOfGain: number;
}

export type AllocationOutcome =
  | { readonly kind: "allocated"; readonly allocation: Allocation }
  | { readonly kind: "infeasible"; readonly reason: string; readonly remedy: string };
