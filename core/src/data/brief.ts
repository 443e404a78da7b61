/** What the user tells us beside the table (decisions §4): columns, channels, budget, answers, approval. */

export type KpiKind = "money" | "count";
export type ChannelGroup = "brand" | "performance" | "content" | "other";
export type ControlType = "price" | "promo" | "competitor" | "macro" | "weather" | "holiday" | "other";
export type EventShape = "pulse" | "step" | "ramp";
export type BudgetPeriod = "week" | "month" | "quarter" | "year";

/** How a channel's spend carries over; `maxLag` null: the methodology's. */
export type AdstockChoice =
  | { readonly kind: "geometric"; readonly maxLag: number | null }
  | { readonly kind: "infinite" }
  | { readonly kind: "none" };

export type SaturationChoice = "hill" | "logistic" | "michaelis-menten" | "tanh" | "power" | "none";

/** What is assumed of a channel's effect before the KPI is looked at. */
export type PriorChoice =
  | { readonly kind: "contribution" }
  | { readonly kind: "coefficient" }
  /** KPI value per unit of spend lies in [low, high] with probability `level`. */
  | { readonly kind: "return"; readonly low: number; readonly high: number; readonly level: number }
  /** The same, made from the channel's lift tests. */
  | { readonly kind: "lift-tests" };

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
