/** A clean weekly history of one KPI and the media, controls and events beside it. */

import type {
  AdstockChoice,
  ChannelGroup,
  ControlType,
  KpiKind,
  PriorChoice,
  SaturationChoice,
} from "./brief.ts";

export interface ChannelHistory {
  readonly name: string;
  readonly group: ChannelGroup;
  /** Header of the spend column in the user's table. */
  readonly column: string;
  /** [week] currency per week, ≥ 0. */
  readonly spend: Float64Array;
  /** [week before the window], oldest first: currency per week, ≥ 0, for carryover only; empty where none is known. */
  readonly carryIn: Float64Array;
  /** [week] impressions, clicks or GRP, ≥ 0; null where not given. */
  readonly exposure: Float64Array | null;
  /** Least and most spend per budget period, in currency. */
  readonly min: number | null;
  readonly max: number | null;
  readonly lockedUntil: string | null;
  /** As the brief has it; null: the methodology's default. */
  readonly adstock: AdstockChoice | null;
  readonly saturation: SaturationChoice | null;
  readonly prior: PriorChoice | null;
}

/** A lift test in the history's own weeks and units. */
export interface UsableLiftTest {
  readonly channel: string;
  /** First and last week (index into `weeks`) most of whose days lie in the test. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** [week of the test] currency: spend as it was less what the test changed, at least 0. */
  readonly spendWithout: Float64Array;
  /** Currency over the test: spend as it was less `spendWithout`; above 0 where the test added spend. */
  readonly spendDelta: number;
  /** KPI units over the test's weeks: KPI with the test less KPI without it, and its standard error. */
  readonly lift: number;
  readonly standardError: number;
}

export interface ControlHistory {
  readonly name: string;
  readonly type: ControlType;
  readonly sign: "positive" | "negative" | null;
  /** [week] in the user's unit. */
  readonly values: Float64Array;
}

export interface EventHistory {
  readonly name: string;
  /** [week] 0 to 1. */
  readonly values: Float64Array;
}

/** A channel of the table that does not enter the model, and why (IN-46, IN-47, IN-49). */
export interface LeftOut {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
  /** Currency over the window that was spent on it all the same; absent for controls and events. */
  readonly spend?: number;
}

/** All series but `carryIn` are [week], oldest first, one entry per consecutive 7-day week. */
export interface MediaHistory {
  readonly file: string;
  readonly sheet: string | null;
  readonly company: string | null;
  readonly currency: string;
  /** [week] ISO date of the first day of each week. */
  readonly weeks: readonly string[];
  readonly kpi: {
    readonly name: string;
    readonly kind: KpiKind;
    readonly values: Float64Array;
    /** [week] currency per KPI unit; all 1 for a money KPI; null for a count KPI without it. */
    readonly revenuePerKpi: Float64Array | null;
  };
  readonly channels: readonly ChannelHistory[];
  readonly controls: readonly ControlHistory[];
  readonly events: readonly EventHistory[];
  readonly liftTests: readonly UsableLiftTest[];
  readonly leftOut: readonly LeftOut[];
  /** Cells filled by a gap policy, counted per column header. */
  readonly imputed: ReadonlyArray<{ readonly column: string; readonly cells: number }>;
}
