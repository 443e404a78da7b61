/** The sentence that a budget defense opens with, bound to the cells it speaks of. */

import { mediaReturns } from "../channel-returns.ts";
import { cellAt } from "../layout/address.ts";
import { amountPart, chancePart, type Part, plainWords } from "../layout/sentence.ts";
import { ROI, type RoiKey, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { leadingChannel } from "./returns-finding.ts";

/**
 * "$11.3M of media spend over 156 weeks generated an estimated $28M incremental revenue (90% CI $23M to $34M)."
 *
 * Amounts with three digits; in the tiers that carry no amounts, the order only (D-02).
 */
export function openingParts(context: ReportContext): readonly Part[] {
  return context.shows === "ranks" ? rankParts(context) : amountParts(context);
}

/** The opening without its bindings: the command line's headline. */
export function openingWords(context: ReportContext): string {
  return plainWords(openingParts(context));
}

function amountParts(context: ReportContext): readonly Part[] {
  const places = roiPlaces(context);
  const returns = mediaReturns(context);
  const { words } = context;
  const at = (key: RoiKey): string => cellAt(ROI, places.totalRow, places.column(key));
  const money = context.shows === "money";
  const effect = money ? returns.revenue : returns.kpi;
  const sign = money ? words.currency : "";
  const keys: readonly RoiKey[] = money
    ? ["revenueMean", "revenueLow", "revenueHigh"]
    : ["kpiMean", "kpiLow", "kpiHigh"];
  const [mean, low, high] = keys.map((key, index) =>
    amountPart(at(key), [effect.mean, effect.lo, effect.hi][index] ?? Number.NaN, sign),
  ) as [Part, Part, Part];
  return [
    ...spentParts(context, at("spend"), returns.spend),
    " generated an estimated ",
    mean,
    ` ${words.incremental} (${words.level} `,
    low,
    " to ",
    high,
    ").",
  ];
}

/** "$11.3M of media spend over 156 weeks", or "$9M of $11.3M …" where channels had to be left out. */
function spentParts(
  { history, run, words }: ReportContext,
  measured: string,
  value: number,
): readonly Part[] {
  const spent = amountPart(measured, value, words.currency);
  const { leftOut, channels } = history;
  const unmeasured = leftOut.reduce((sum, each) => sum + (each.spend ?? 0), 0);
  if (unmeasured === 0) return [spent, ` of media spend over ${run.weeks} weeks`];
  const total = amountPart(`(${measured}+${unmeasured})`, value + unmeasured, words.currency);
  const all = channels.length + leftOut.filter((each) => each.spend !== undefined).length;
  return [
    spent,
    " of ",
    total,
    ` media spend over ${run.weeks} weeks (${channels.length} of ${all} channels measured)`,
  ];
}

function rankParts(context: ReportContext): readonly Part[] {
  const { channels } = mediaReturns(context);
  const leader = leadingChannel(context, channels);
  const places = roiPlaces(context);
  if (leader === null) return ["No channel was measured."];
  const { index, each } = leader;
  const row = places.firstChannel + index;
  return [
    `With ${context.run.weeks} weeks of data an order of channels can be given, but no amounts: `,
    each.channel.name,
    " ranks first by return, in ",
    chancePart(cellAt(ROI, row, places.column("rankProbability")), each.channel.rankProbability),
    " of the draws.",
  ];
}
