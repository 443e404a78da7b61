/** What the user tells us beside the table (decisions §4): columns, channels, budget, answers, approval. */

import type { FxRate } from "./fx-rate.ts";
import type { Market } from "./holidays/market-rules.ts";

export type KpiKind = "money" | "count";
export type ChannelGroup = "brand" | "performance" | "content" | "other";
export type ControlType = "price" | "promo" | "competitor" | "macro" | "weather" | "holiday" | "other";
export type EventShape = "pulse" | "step" | "ramp";
export type BudgetPeriod = "week" | "month" | "quarter" | "year";

/** How a week's spend goes on working; a null `maxLag` leaves the last lag to the methodology. */
export type AdstockChoice =
  | { readonly kind: "geometric"; readonly maxLag: number | null }
  | { readonly kind: "infinite" }
  | { readonly kind: "none" };

/** How a channel's effect flattens (docs/method.md §1). */
export type SaturationChoice = "hill" | "logistic" | "michaelis-menten" | "tanh" | "power" | "none";

/** What is believed of a channel before its data are seen. */
export type PriorChoice =
  /** Half-normal mean contribution: the methodology's own. */
  | { readonly kind: "contribution" }
  /** Half-normal coefficient of the saturated series. */
  | { readonly kind: "coefficient" }
  /**
   * Log-normal: the KPI's value per unit of spend lies in [low, high], both above 0, with probability `level` in (0, 1).
   * The value is money where the KPI is money or each of its units has a value in money, else KPI units.
   */
  | { readonly kind: "return"; readonly low: number; readonly high: number; readonly level: number }
  /** Log-normal return made from the channel's lift tests. */
  | { readonly kind: "lift-tests" };

/** What a stated return counts, per unit of spend: money, KPI units, or whichever of the two the KPI is valued in. */
export type ReturnUnit = "money" | "kpi" | "value";

/** A prior as the brief states it: a return has a unit until the KPI's value is known. */
export type StatedPrior =
  | Exclude<PriorChoice, { readonly kind: "return" }>
  | (Extract<PriorChoice, { readonly kind: "return" }> & { readonly unit: ReturnUnit });

export interface ChannelBrief {
  readonly name: string;
  /** Header of the spend column. */
  readonly spend: string;
  /** Header of the impressions, clicks or GRP column. */
  readonly exposure: string | null;
  readonly group: ChannelGroup;
  /** Least and most spend per `budget.period`, in currency; null: the methodology's cap decides. */
  readonly min: number | null;
  readonly max: number | null;
  /** ISO date until which the spend is contracted and can not move. */
  readonly lockedUntil: string | null;
  /** Null: the methodology's default; so for the next two. */
  readonly adstock: AdstockChoice | null;
  readonly saturation: SaturationChoice | null;
  readonly prior: StatedPrior | null;
}

export interface ControlBrief {
  readonly column: string;
  readonly type: ControlType;
  readonly sign: "positive" | "negative" | null;
}

export interface EventBrief {
  readonly name: string;
  /** Header of a 0/1 column, or null when the event is given by its dates. */
  readonly column: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly shape: EventShape;
}

export interface LiftTest {
  readonly channel: string;
  readonly start: string;
  readonly end: string;
  readonly spendDelta: number;
  readonly lift: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly unit: "kpi" | "percent";
}

/** Which days of the calendar enter the model (C-08). */
export interface HolidaysBrief {
  readonly market: Market;
  /** Retail events by name; "usual": those that shops of the market keep. */
  readonly retail: "usual" | readonly string[];
}

/** What moves the KPI without media; null: the methodology's default. */
export interface BaselineBrief {
  /** Points at which the trend may bend; 0 is a straight line. */
  readonly trendKnots: number | null;
  /** Pairs of sine and cosine per quarter, 0 to 3. */
  readonly quarterlyPairs: number | null;
  /** Null: no holidays beside the table's own columns. */
  readonly holidays: HolidaysBrief | null;
}

export interface SamplingBrief {
  readonly seed: number;
  readonly chains: number;
  /** Most draws per chain after warmup. */
  readonly maxDraws: number;
}

export interface Brief {
  readonly company: string | null;
  /** ISO 4217 code or sign as the user writes it. */
  readonly currency: string;
  readonly kpiKind: KpiKind;
  readonly table: {
    readonly date: string | null;
    readonly kpi: string | null;
    /** Currency per KPI unit: one number, or the header of a weekly column. */
    readonly revenuePerKpi: number | string | null;
    readonly geo: string | null;
    readonly ignore: readonly string[];
  };
  /** Empty: channels are detected from the headers. */
  readonly channels: readonly ChannelBrief[];
  readonly controls: readonly ControlBrief[];
  readonly events: readonly EventBrief[];
  readonly liftTests: readonly LiftTest[];
  readonly baseline: BaselineBrief;
  /** Units of `currency` per unit of another, by month (IN-33). */
  readonly fx: readonly FxRate[];
  /** Amount null: last 13 weeks' mean weekly spend over the period. */
  readonly budget: { readonly amount: number | null; readonly period: BudgetPeriod };
  /** Contribution margin as a fraction in (0, 1], or null. */
  readonly margin: number | null;
  /** Null: by tier (methodology). */
  readonly holdoutWeeks: number | null;
  readonly sampling: SamplingBrief;
  /** Question id → choice. */
  readonly answers: Readonly<Record<string, string>>;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
}
