/** What calibration simulates: one small brand per family, with the priors that a fit of it has. */

import type { Random } from "@mmm/core/numerics/random.ts";
import type { OracleChannel, OracleModel } from "../oracles/media-mix-oracle.ts";

/** What a model is as plain data; restated so that this file needs no import from the model (decisions §11). */
export interface PriorModel extends OracleModel {
  readonly weeks: readonly string[];
  readonly kpi: Float64Array;
  readonly kpiScale: number;
  readonly channels: readonly PriorChannel[];
  readonly liftTests: readonly (OracleModel["liftTests"][number] & { readonly spendWithout: Float64Array })[];
  readonly columns: readonly PriorColumn[];
}

export interface PriorChannel {
  readonly name: string;
  readonly group: "other";
  readonly spend: Float64Array;
  readonly carryIn: Float64Array;
  readonly spendScale: number;
  readonly adstock: OracleChannel["adstock"];
  readonly saturation: OracleChannel["saturation"];
  readonly effect:
    | Extract<OracleChannel["effect"], { kind: "contribution" | "coefficient" }>
    | (Extract<OracleChannel["effect"], { kind: "return" }> & { readonly weights: Float64Array | null });
}

interface PriorColumn {
  readonly name: string;
  readonly role: "intercept" | "trend" | "knot" | "season" | "holiday" | "control";
  readonly values: Float64Array;
  readonly unit: number;
  readonly priorMean: number;
  readonly priorSd: number;
}

export interface Family {
  readonly name: string;
  readonly weeks: number;
  /** [channel] what it chooses; {} is the default. */
  readonly channels: readonly ChannelChoice[];
  /** Standard deviation of the KPI that the priors of columns and noise are scaled by, in units of the KPI. */
  readonly kpiSd: number;
  /** Weeks known before the window. */
  readonly carryIn: number;
  /** One test on each channel. */
  readonly liftTests: boolean;
  /** Trend bends, quarterly waves and holidays besides the default columns. */
  readonly manyColumns: boolean;
}

interface ChannelChoice {
  readonly adstock?: "geometric" | "infinite" | "none";
  readonly saturation?: OracleChannel["saturation"]["kind"];
  readonly effect?: "contribution" | "coefficient" | "return" | "weighted return";
}

/** Decisions §3: three channels, two years. */
export const DEFAULT_FAMILY: Family = {
  name: "the default model",
  weeks: 104,
  channels: [{}, {}, {}],
  kpiSd: 0.15,
  carryIn: 0,
  liftTests: false,
  manyColumns: false,
};

/** Both channels choose alike, unless the family is of a kind of evidence. */
function family(name: string, choice: ChannelChoice, evidence: Partial<Family> = {}): Family {
  return { ...DEFAULT_FAMILY, name, weeks: 60, channels: [choice, choice], ...evidence };
}

export const OTHER_FAMILIES: readonly Family[] = [
  family("logistic saturation", { saturation: "logistic" }),
  family("tanh saturation", { saturation: "tanh" }),
  family("Michaelis–Menten saturation", { saturation: "michaelis-menten" }),
  family("concave power", { saturation: "power" }),
  family("no saturation", { saturation: "none" }),
  family("endless adstock", { adstock: "infinite" }),
  family("no adstock", { adstock: "none" }),
  family("history before the window", {}, { channels: [{}, { adstock: "infinite" }], carryIn: 12 }),
  family("the coefficient's prior", { effect: "coefficient" }),
  family("a prior on the return", {}, { channels: [{ effect: "return" }, { effect: "weighted return" }] }),
  family("lift tests", {}, { channels: [{}, { effect: "coefficient" }], liftTests: true }),
  family("trend bends, quarters and holidays", {}, { weeks: 80, manyColumns: true }),
];

/**
 * A family's model before there is a KPI. Default priors stand as decisions §3 states them, written out once more: a
 * change of the methodology's rows must show here.
 *
 * @param random - of spends, carry-in and one control.
 * @returns kpiScale and spendScale are 1, so that recorded quantities are in the same units as the truth.
 */
export function blankModel(family: Family, random: Random): PriorModel {
  const { weeks, kpiSd } = family;
  const spends = family.channels.map((_, index) => spendSeries(weeks, index, random));
  const totals = spends.map((spend) => spend.reduce((sum, week) => sum + week, 0));
  const total = totals.reduce((sum, spend) => sum + spend, 0);
  const scales = totals.map(
    (spend) => 0.4 * Math.sqrt(Math.PI / 2) * 0.5 * (spend / total + 1 / totals.length),
  );
  return {
    weeks: Array.from({ length: weeks }, (_, week) =>
      new Date(1672617600000 + 604_800_000 * week).toISOString().slice(0, 10),
    ),
    fittedWeeks: weeks,
    kpi: new Float64Array(weeks),
    kpiScale: 1,
    noiseScale: kpiSd,
    channels: spends.map((spend, index) => ({
      name: `C${index + 1}`,
      group: "other",
      spend,
      spendScale: 1,
      carryIn: Float64Array.from({ length: family.carryIn }, () => random.uniform()),
      adstock: adstockOf(family.channels[index]),
      saturation: saturationOf(family.channels[index]),
      effect: effectOf(family.channels[index], scales[index], weeks),
    })),
    liftTests: family.liftTests ? spends.map((spend, index) => blankTest(spend, index, scales[index])) : [],
    columns: [
      ...defaultColumns(weeks, kpiSd, random),
      ...(family.manyColumns ? manyColumns(weeks, kpiSd) : []),
    ],
  };
}

function adstockOf({ adstock = "geometric" }: ChannelChoice): PriorChannel["adstock"] {
  if (adstock === "none") return { kind: "none" };
  const retention = { alpha: 2, beta: 2 };
  return adstock === "infinite"
    ? { kind: "infinite", retention }
    : { kind: "geometric", maxLag: 12, retention };
}

function saturationOf({ saturation = "hill" }: ChannelChoice): PriorChannel["saturation"] {
  if (saturation === "none") return { kind: "none" };
  if (saturation === "power") return { kind: "power", exponent: { alpha: 2, beta: 2 } };
  const halfSaturation = { logMedian: Math.log(0.5), logSd: 0.6 };
  if (saturation === "hill")
    return { kind: "hill", halfSaturation, slope: { logMedian: Math.log(1.3), logSd: 0.3 } };
  return { kind: saturation, halfSaturation };
}

/** A return of 1 is worth 0.7 of the default scale; "between 0.5 and 4, 90 % sure", so ±1.6449 sd span ln 8. */
function effectOf(
  { effect = "contribution" }: ChannelChoice,
  scale: number,
  weeks: number,
): PriorChannel["effect"] {
  if (effect === "contribution" || effect === "coefficient") return { kind: effect, scale };
  return {
    kind: "return",
    prior: { logMedian: Math.log(Math.SQRT2), logSd: Math.log(8) / (2 * 1.6448536269514722) },
    perReturn: 0.7 * scale,
    weights:
      effect === "return"
        ? null
        : Float64Array.from({ length: weeks }, (_, week) => 1 + (0.4 * (week % 2) - 0.2)),
  };
}

/** Eight weeks: the first channel held back to a third, the others raised; as exact as a few weeks' effect is large. */
function blankTest(spend: Float64Array, channel: number, scale: number): PriorModel["liftTests"][number] {
  const firstWeek = 20 + 10 * channel;
  const tested = spend.slice(firstWeek, firstWeek + 8);
  return {
    channel,
    firstWeek,
    lastWeek: firstWeek + 7,
    spendWithout: tested.map((week) => (channel === 0 ? week / 3 : week + 0.3)),
    lift: Number.NaN,
    standardError: 1.5 * scale,
  };
}

function defaultColumns(weeks: number, kpiSd: number, random: Random): PriorColumn[] {
  const wave = (turns: (turn: number) => number, week: number): number =>
    Math.SQRT2 * turns((2 * Math.PI * week) / 52.18);
  return [
    column("Intercept", "intercept", weeks, () => 1, [0.7, 0.5]),
    column("Trend", "trend", weeks, (week) => week / (weeks - 1) - 0.5, [0, 0.3]),
    column("Sine", "season", weeks, (week) => wave(Math.sin, week), [0, 0.5 * kpiSd]),
    column("Cosine", "season", weeks, (week) => wave(Math.cos, week), [0, 0.5 * kpiSd]),
    column("Price", "control", weeks, () => random.normal(), [0, 0.5 * kpiSd]),
  ];
}

/** Four bends, one quarterly pair, two holidays; nearly collinear with trend and season, as they are in life. */
function manyColumns(weeks: number, kpiSd: number): PriorColumn[] {
  const bends = [1, 2, 3, 4].map((bend) =>
    column(`Bend ${bend}`, "knot", weeks, (week) => Math.max(0, week / (weeks - 1) - bend / 5), [0, 0.3 / 2]),
  );
  const quarter = [Math.sin, Math.cos].map((turns, index) =>
    column(
      `Quarter ${index + 1}`,
      "season",
      weeks,
      (week) => Math.SQRT2 * turns((8 * Math.PI * week) / 52.18),
      [0, 0.5 * kpiSd],
    ),
  );
  const holidays = [7, 41].map((first) =>
    column(`Holiday ${first}`, "holiday", weeks, (week) => (week % 52 === first ? 5 : -0.1), [
      0,
      0.5 * kpiSd,
    ]),
  );
  return [...bends, ...quarter, ...holidays];
}

function column(
  name: string,
  role: PriorColumn["role"],
  weeks: number,
  at: (week: number) => number,
  [priorMean, priorSd]: readonly [number, number],
): PriorColumn {
  const values = Float64Array.from({ length: weeks }, (_, week) => at(week));
  return { name, role, values, unit: 1, priorMean, priorSd };
}

/** Largest week 1; every third channel is flighted, the others are always on. */
function spendSeries(weeks: number, index: number, random: Random): Float64Array {
  const raw = Float64Array.from({ length: weeks }, (_, week) => {
    const live = index % 3 !== 0 || Math.floor(week / 5) % 2 === 0;
    return live ? Math.exp(0.5 * random.normal()) : 0;
  });
  const largest = Math.max(...raw);
  return raw.map((week) => week / largest);
}
