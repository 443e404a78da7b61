/** From draws to what the KPI came from: contributions, returns, curves and what was learned. */

import type { MediaHistory } from "../data/media-history.ts";
import { curveOf } from "../model/curve.ts";
import type { MediaMixModel } from "../model/media-mix-model.ts";
import { type Interval, summarize } from "../numerics/interval.ts";
import { quantile } from "../numerics/quantile.ts";
import type { Random } from "../numerics/random.ts";
import { alikeChannels } from "./alike-channels.ts";
import type {
  AlikePair,
  Attribution,
  ChannelAttribution,
  ChannelResponse,
  MediaTotal,
} from "./attribution.ts";
import { curveR2 } from "./curve-fit.ts";
import { type ChannelDraws, type RecordedDraws, readDraws } from "./draw-table.ts";
import { learnedFrom, learnedShare } from "./learned.ts";
import { mediaTotal } from "./media-total.ts";
import { oneWeekOf } from "./one-week.ts";
import { priorReturn } from "./prior-return.ts";
import { type ChannelRank, rankChannels } from "./rank-channels.ts";
import { responseCurve, valuesAt } from "./response-curve.ts";
import { costPerIncrementalKpi, marginalRoas, roas } from "./return-on-spend.ts";
import type { AttributeRules } from "./rules.ts";
import { type ChannelSplit, type KpiSplit, splitKpi } from "./split-kpi.ts";
import { weeksToLand } from "./weeks-to-land.ts";

export interface AttributionInput {
  readonly model: MediaMixModel;
  /** What the model was specified from. */
  readonly history: MediaHistory;
  readonly posterior: RecordedDraws;
  readonly rules: AttributeRules;
  /** Contribution margin, a fraction in (0, 1], or null: break-even ROAS is then 1. */
  readonly margin: number | null;
  /** Why no ROAS may be shown (directional tier, D-02), in the user's words; null when it may. */
  readonly roasWithheld: string | null;
  /** Noise of predictive intervals and draws from the prior; seeded from the run's plan. */
  readonly random: Random;
}

/** What the parts below share. */
interface Context extends AttributionInput {
  readonly observedTotal: number;
  readonly residual: Float64Array;
  readonly ranks: readonly ChannelRank[];
}

/**
 * Attributes the KPI.
 *
 * @returns every interval from draws at `rules.level`; channels in the model's order. Decisions §2, C-18.
 * @throws RangeError when history, model and posterior do not belong together.
 */
export function attributeKpi(input: AttributionInput): Attribution {
  const { model, history, rules } = input;
  assertSameChannels(model, history);
  const table = readDraws(model, input.posterior);
  const split = splitKpi(model, table, history.kpi.revenuePerKpi, rules, input.random);
  const observed = history.kpi.values;
  const observedTotal = sumOf(observed);
  const spends = history.channels.map(({ spend }) => sumOf(spend));
  const context: Context = {
    ...input,
    observedTotal,
    residual: observed.map((kpi, week) => kpi - split.fitted.mean[week]),
    ranks: rankChannels(split.channels.map(({ value }, channel) => roas(value, spends[channel]))),
  };
  const responses = split.channels.map((channel, index) =>
    channelResponse(context, index, channel, table.channels[index]),
  );
  const channels = responses.map((response, index) =>
    attributeChannel(context, index, response, {
      split: split.channels[index],
      draws: table.channels[index],
    }),
  );
  return {
    level: rules.level,
    channels,
    baseline: { total: summarize(split.baseline.total, rules.level), weekly: split.baseline.weekly },
    ...totals(context, split),
    alike: alikePairs(context, split),
    fitted: split.fitted,
    predictive: split.predictive,
    observed,
    gapShare: (sumOf(split.fitted.mean) - observedTotal) / observedTotal,
    responses,
    valueUnit: history.kpi.revenuePerKpi === null ? "kpi" : "money",
  };
}

function attributeChannel(
  context: Context,
  index: number,
  response: ChannelResponse,
  of: { readonly split: ChannelSplit; readonly draws: ChannelDraws },
): ChannelAttribution {
  const { model, history, rules, observedTotal } = context;
  const { split, draws } = of;
  const spend = sumOf(history.channels[index].spend);
  const summary = (values: Float64Array): Interval => summarize(values, rules.level);
  const whereGiven = (values: Float64Array | null): Interval | null => values && summary(values);
  const { adstock, saturation } = model.channels[index];
  const share = learnedShare(draws.coordinate);
  return {
    name: response.name,
    group: response.group,
    spend,
    contribution: summary(split.contribution),
    share: summary(split.contribution.map((kpi) => kpi / observedTotal)),
    ...returns(context, index, response, { value: split.value, contribution: split.contribution, spend }),
    rank: context.ranks[index].rank,
    rankProbability: context.ranks[index].probability,
    adstock: adstock.kind,
    saturation: saturation.kind,
    retention: whereGiven(draws.retention),
    halfSaturation: whereGiven(draws.halfSaturation),
    slope: whereGiven(draws.slope),
    exponent: whereGiven(draws.exponent),
    curveR2: curveR2(context.residual, split.weekly.mean),
    learned: learnedFrom(share, rules),
    learnedShare: share,
    oneWeek: oneWeekOf(model.weeks, split.weekly.mean, rules),
    weekly: split.weekly,
    curve: responseCurve(response, rules.curvePoints, rules.level),
    flightingEffect: summary(
      flightingEffect(response, split, spend / model.weeks.length, model.weeks.length),
    ),
    weeksToNinety: weeksToLand(adstock, medianOf(draws.retention), rules.landedShare),
  };
}

/** All that is a return on spend: absent where the KPI has no money value or the tier forbids it, with the reason. */
function returns(
  context: Context,
  index: number,
  response: ChannelResponse,
  of: { readonly value: Float64Array; readonly contribution: Float64Array; readonly spend: number },
): Pick<
  ChannelAttribution,
  "roas" | "cpik" | "marginalRoas" | "probabilityAboveBreakEven" | "priorRoas" | "reason"
> {
  const { model, history, rules, margin, roasWithheld, random } = context;
  const { kind, revenuePerKpi } = history.kpi;
  const nothing = { roas: null, cpik: null, marginalRoas: null, probabilityAboveBreakEven: null };
  const prior = summarize(priorReturn(model, index, revenuePerKpi, rules.priorDraws, random), rules.level);
  if (roasWithheld !== null) return { ...nothing, priorRoas: null, reason: roasWithheld };
  const cpik = kind === "count" ? costPerIncrementalKpi(of.contribution, of.spend, rules.level) : null;
  if (revenuePerKpi === null) {
    const reason = `No revenue per ${history.kpi.name} was given: the cost per incremental ${history.kpi.name} stands in for ROAS.`;
    return { ...nothing, cpik, priorRoas: prior, reason };
  }
  const draws = roas(of.value, of.spend);
  const breakEven = 1 / (margin ?? 1);
  const live = response.currentWeekly > 0;
  return {
    roas: summarize(draws, rules.level),
    cpik,
    marginalRoas: live ? summarize(marginalRoas(response, response.currentWeekly), rules.level) : null,
    probabilityAboveBreakEven: draws.filter((draw) => draw > breakEven).length / draws.length,
    priorRoas: prior,
    reason: live
      ? null
      : `${response.name} spent nothing in the last ${rules.reportWeeks} weeks: there is no current spend to add to.`,
  };
}

function channelResponse(
  { model, history, rules }: Context,
  index: number,
  split: ChannelSplit,
  draws: ChannelDraws,
): ChannelResponse {
  const channel = history.channels[index];
  const { saturation, spendScale } = model.channels[index];
  const { revenuePerKpi } = history.kpi;
  const everyDraw = (value: number): Float64Array => new Float64Array(split.ceiling.length).fill(value);
  const valuePerKpi = revenuePerKpi === null ? 1 : lastMean(revenuePerKpi, rules.reportWeeks);
  return {
    name: channel.name,
    group: channel.group,
    curve: curveOf(saturation.kind),
    ceiling: split.ceiling.map((kpi) => kpi * valuePerKpi),
    scale: draws.halfSaturation ?? everyDraw(spendScale),
    steepness: draws.slope ?? draws.exponent ?? everyDraw(1),
    observedMax: channel.spend.reduce((most, week) => Math.max(most, week), 0),
    currentWeekly: lastMean(channel.spend, rules.reportWeeks),
  };
}

/** [draw] what the mean spend would bring if it were the same every week, less what was brought; KPI over the window. */
function flightingEffect(
  response: ChannelResponse,
  split: ChannelSplit,
  meanSpend: number,
  weeks: number,
): Float64Array {
  const steady = valuesAt({ ...response, ceiling: split.ceiling }, meanSpend);
  return steady.map((kpiPerWeek, draw) => weeks * kpiPerWeek - split.contribution[draw]);
}

function alikePairs({ model, history, rules, random }: Context, split: KpiSplit): AlikePair[] {
  const candidates = history.channels.map(({ name, spend }, channel) => ({
    name,
    spend,
    value: split.channels[channel].value,
    priorValue: () => {
      const total = sumOf(spend);
      const { revenuePerKpi } = history.kpi;
      return priorReturn(model, channel, revenuePerKpi, rules.priorDraws, random).map((each) => each * total);
    },
  }));
  return alikeChannels(candidates, rules);
}

function totals(context: Context, split: KpiSplit): Pick<Attribution, "media" | "groups"> {
  const { rules, observedTotal, history, roasWithheld } = context;
  const showsRoas = roasWithheld === null && history.kpi.revenuePerKpi !== null;
  const totalOf = (members: readonly number[]): MediaTotal =>
    mediaTotal({
      members: members.map((channel) => split.channels[channel]),
      spend: members.reduce((sum, channel) => sum + sumOf(history.channels[channel].spend), 0),
      observedTotal,
      level: rules.level,
      showsRoas,
    });
  const all = history.channels.map((_, channel) => channel);
  const groups = [...new Set(history.channels.map(({ group }) => group))];
  return {
    media: totalOf(all),
    groups: groups.map((group) => ({
      group,
      ...totalOf(all.filter((channel) => history.channels[channel].group === group)),
    })),
  };
}

function assertSameChannels(model: MediaMixModel, history: MediaHistory): void {
  const modeled = model.channels.map(({ name }) => name).join(", ");
  const given = history.channels.map(({ name }) => name).join(", ");
  if (modeled !== given) throw new RangeError(`the model has ${modeled}, the history ${given}`);
}

/** 0 without carryover. */
function medianOf(draws: Float64Array | null): number {
  return draws === null ? 0 : quantile(draws.slice().sort(), 0.5);
}

function sumOf(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0);
}

/** Mean of the last weeks, or of all when there are fewer. */
function lastMean(series: Float64Array, weeks: number): number {
  const last = series.subarray(Math.max(0, series.length - weeks));
  return sumOf(last) / last.length;
}
