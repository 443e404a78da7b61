/** What the data leave open of single channels, in sentences that finance must read: bound to ROI where they give amounts. */

import type { AlikePair } from "../../attribute/attribution.ts";
import { cellAt } from "../layout/address.ts";
import { amountPart, type Part, percentPart } from "../layout/sentence.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";

/** Pairs that are told on the printed pages; ROI has them all. */
const PRINTED_PAIRS = 3;

/** One line per pair that the data can not tell apart. */
export function alikeLines(context: ReportContext): Array<readonly Part[]> {
  const { alike } = context.results.attribution;
  return alike
    .slice(0, PRINTED_PAIRS)
    .map((pair, index) => (context.shows === "ranks" ? rankLine(pair) : amountLine(context, pair, index)));
}

function rankLine({ first, second, correlation }: AlikePair): readonly Part[] {
  return [
    `${first} and ${second} rise and fall together (correlation ${correlation.toFixed(2)}): the data can not tell which of the two ranks higher.`,
  ];
}

function amountLine(context: ReportContext, pair: AlikePair, index: number): readonly Part[] {
  const { words, results } = context;
  const sign = results.attribution.valueUnit === "money" ? words.currency : "";
  const row = roiPlaces(context).alikeRow + 3 + index;
  const at = (column: number): string => cellAt(ROI, row, column);
  return [
    `${pair.first} and ${pair.second} rise and fall together (correlation ${pair.correlation.toFixed(2)}): together they brought `,
    amountPart(at(3), pair.together.mean, sign),
    ` (${words.level} `,
    amountPart(at(4), pair.together.lo, sign),
    " to ",
    amountPart(at(5), pair.together.hi, sign),
    `), but ${pair.first}'s part of it may be anything from `,
    percentPart(at(7), pair.firstShare.lo),
    " to ",
    percentPart(at(8), pair.firstShare.hi),
    pair.learned === "prior" ? ": that is assumption, not data." : ": that is largely assumption.",
    " Merge them, or put one to a lift test.",
  ];
}

/** One line per channel whose number is the work of a single week. */
export function oneWeekLines({ results }: ReportContext): Array<readonly Part[]> {
  return results.attribution.channels.flatMap(({ name, oneWeek }) =>
    oneWeek === null
      ? []
      : [
          [
            `${name}: ${Math.round(100 * oneWeek.share)}% of its effect falls in the week of ${oneWeek.week}. Its range is narrow only if nothing else made that week; if something did, name it as an event in the brief and run again.`,
          ],
        ],
  );
}
