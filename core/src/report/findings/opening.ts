/** The sentence that a budget defense opens with, bound to the cells it speaks of. */

import { mediaReturns } from "../channel-returns.ts";
import { cellAt } from "../layout/address.ts";
import { amountPart, chancePart, type Part, plainWords } from "../layout/sentence.ts";
import { ROI, type RoiKey, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import { leadingChannel } from "./returns-finding.ts";

/**
 * "$11.3M of $11.3M spent (6 of 6 channels measured) generated an estimated $28M incremental revenue (90% CI …)."
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
  const { words, history, run } = context;
  const at = (key: RoiKey): string => cellAt(ROI, places.totalRow, places.column(key));
  const spent = amountPart(at("spend"), returns.spend, words.currency);
  const money = context.shows === "money";
  const effect = money ? returns.revenue : returns.kpi;
  const sign = money ? words.currency : "";
  const keys: readonly RoiKey[] = money
    ? ["revenueMean", "revenueLow", "revenueHigh"]
    : ["kpiMean", "kpiLow", "kpiHigh"];
  const [mean, low, high] = keys.map((key, index) =>
    amountPart(at(key), [effect.mean, effect.lo, effect.hi][index] ?? Number.NaN, sign),
  ) as [Part, Part, Part];
  const all = Math.max(history.channels.length, context.reading.mapping.channels.length);
  return [
    spent,
    " of ",
    ...totalSpentParts(context, at("spend"), returns.spend),
    ` spent (${history.channels.length} of ${all} channels measured, ${run.weeks} weeks) generated an estimated `,
    mean,
    ` ${words.incremental} (${words.level} `,
    low,
    " to ",
    high,
    ").",
  ];
}

/** All spend that the table holds: measured channels and those left out. */
function totalSpentParts(
  { history, words }: ReportContext,
  measured: string,
  value: number,
): readonly Part[] {
  const leftOut = history.leftOut.reduce((sum, each) => sum + (each.spend ?? 0), 0);
  const address = leftOut === 0 ? measured : `(${measured}+${leftOut})`;
  return [amountPart(address, value + leftOut, words.currency)];
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
