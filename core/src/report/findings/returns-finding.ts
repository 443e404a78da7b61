/** The sentence that the returns add up to: which channel brought back most per unit of spend. */

import { type ChannelReturn, mediaReturns } from "../channel-returns.ts";
import { cellAt } from "../layout/address.ts";
import { text } from "../layout/cells.ts";
import { amountPart, type Part, ratioPart, sentence } from "../layout/sentence.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedCell } from "../workbook-plan.ts";

/** The title of the ROI sheet, bound to the leading channel's own row. */
export function findingOfReturns(context: ReportContext): PlannedCell {
  const { channels } = mediaReturns(context);
  const leader = leadingChannel(context, channels);
  if (leader === null) return text("Returns by channel");
  const { index, each } = leader;
  if (context.shows === "ranks") {
    return text(
      `${each.channel.name} ranks first in ${Math.round(each.channel.rankProbability * 100)}% of the draws: an order, not an amount`,
    );
  }
  const places = roiPlaces(context);
  const row = places.firstChannel + index;
  const money = context.shows === "money";
  const bound = (
    key: "roasMean" | "roasLow" | "roasHigh" | "cpikMean" | "cpikLow" | "cpikHigh",
    value: number,
  ): Part =>
    money
      ? ratioPart(cellAt(ROI, row, places.column(key)), value)
      : amountPart(cellAt(ROI, row, places.column(key)), value, context.words.currency);
  const { roas, cpik } = each;
  return sentence([
    { formula: cellAt(ROI, row, 0), text: each.channel.name },
    money ? " returned most: " : ` cost least per unit of ${context.history.kpi.name}: `,
    money ? bound("roasMean", roas.mean) : bound("cpikMean", cpik.mean),
    ` (${context.words.level} `,
    money ? bound("roasLow", roas.lo) : bound("cpikLow", cpik.lo),
    " to ",
    money ? bound("roasHigh", roas.hi) : bound("cpikHigh", cpik.hi),
    ")",
  ]);
}

/**
 * The channel with the largest return, the lowest cost, or the first rank.
 *
 * A title is no place for a channel that the data said nothing of, or one week alone, or only together with another, or
 * for one too small to matter (B-27).
 */
export function leadingChannel(
  context: ReportContext,
  channels: readonly ChannelReturn[],
): { readonly index: number; readonly each: ChannelReturn } | null {
  const merit = (each: ChannelReturn): number => {
    if (context.shows === "ranks") return -each.channel.rank;
    if (!mayLead(context, each)) return Number.NaN;
    return context.shows === "money" ? each.roas.mean : -each.cpik.mean;
  };
  return channels.reduce<{ index: number; each: ChannelReturn } | null>(
    (first, each, index) =>
      Number.isFinite(merit(each)) && (first === null || merit(each) > merit(first.each))
        ? { index, each }
        : first,
    null,
  );
}

function mayLead({ results, rules }: ReportContext, { channel, spendShare }: ChannelReturn): boolean {
  const { name, learned, oneWeek } = channel;
  const isAlike = results.attribution.alike.some(({ first, second }) => first === name || second === name);
  return learned !== "prior" && oneWeek === null && !isAlike && spendShare >= rules.leadShare;
}
