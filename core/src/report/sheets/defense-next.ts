/** Page 2 of Defense: where the next money goes, what could go wrong, what would change our mind, and who signs. */

import type { Allocation, ChannelAllocation } from "../../optimize/allocation.ts";
import { leastCertain } from "../findings/least-certain.ts";
import { alikeLines, oneWeekLines } from "../findings/open-questions.ts";
import { areaAt, cellAt, near } from "../layout/address.ts";
import { fetched, live, text } from "../layout/cells.ts";
import { dateText } from "../layout/dates.ts";
import { across, type Block } from "../layout/grid.ts";
import { marginalFormat, planScale } from "../layout/number-formats.ts";
import { amountPart, chancePart, type Part, sentence } from "../layout/sentence.ts";
import { STAMP_CELL, stampNow } from "../layout/stamp-line.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { OPTIMIZE, optimizeChannels, optimizePlaces } from "../places/plan-places.ts";
import { COVER, COVER_FACTS } from "../places/run-places.ts";
import { levelWords, type ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { PlannedCell, PlannedRow } from "../workbook-plan.ts";
import { DEFENSE_WIDTHS, heading, LAST_COLUMN, line, prose, type Section } from "./defense-flow.ts";

/** The recommended split with its gain, or why there is none. */
export function whereNext(context: ReportContext): (row: number) => Section {
  const outcome = context.results.allocation;
  const words = "Where the next money goes";
  if (outcome === null) {
    return prose(words, [
      [
        "No move is recommended yet: an order of channels is no ground for moving amounts. Collect more weeks first.",
      ],
    ]);
  }
  if (outcome.kind === "infeasible") return prose(words, [[`${outcome.reason} ${outcome.remedy}`]]);
  const { allocation } = outcome;
  return (row) => {
    const gain = line(row + 1, sentence(gainParts(context, allocation)));
    const table = moveTable(context, allocation, row + 2);
    return { blocks: [heading(words, row), gain, table], end: table.row + table.rows.length };
  };
}

function gainParts(context: ReportContext, allocation: Allocation): readonly Part[] {
  const { gainRow } = optimizePlaces(allocation);
  const at = (column: number): string => cellAt(OPTIMIZE, gainRow + 3, column);
  const sign = context.results.attribution.valueUnit === "money" ? context.words.currency : "";
  const { cappedGain, probabilityOfGain } = allocation;
  return [
    "Same budget, moved within the limits on one move: ",
    amountPart(at(1), cappedGain.mean, sign),
    `${context.words.valueUnit} more per week (${levelWords(allocation.level)} `,
    amountPart(at(2), cappedGain.lo, sign),
    " to ",
    amountPart(at(3), cappedGain.hi, sign),
    "); chance of a gain ",
    chancePart(at(4), probabilityOfGain),
    ". Without those limits the split would go further: see Optimize.",
  ];
}

function moveTable(context: ReportContext, allocation: Allocation, row: number): Block {
  const isMoney = context.results.attribution.valueUnit === "money";
  const next = (value: number): string => marginalFormat([value], isMoney);
  const places = optimizePlaces(allocation);
  const { format: money, suffix } = planScale(allocation.channels.map((channel) => channel.current));
  const plain = money.split(";")[0] ?? money;
  const total = (column: number, value: number): PlannedCell =>
    live(`SUM(${areaAt(optimizeChannels(places, column))})`, value, money);
  const at = (index: number, column: number): string => cellAt(OPTIMIZE, places.firstChannel + index, column);
  const sum = (field: "current" | "capped"): number =>
    sumOf(allocation.channels.map((channel) => channel[field]));
  const columns: TableColumn<ChannelAllocation>[] = [
    {
      head: "Spend per week",
      words: true,
      cell: (each) => text(each.name, "label"),
      total: () => text("Total", "labelStrong"),
    },
    {
      head: `Now${suffix === "" ? "" : ` (${suffix})`}`,
      cell: (each, _row, index) => fetched(at(index, places.current), each.current, money),
      total: () => total(places.current, sum("current")),
    },
    {
      head: "Recom-mended",
      cell: (each, _row, index) => fetched(at(index, places.capped), each.capped, money),
      total: () => total(places.capped, sum("capped")),
    },
    {
      head: "Change",
      cell: (each, at) =>
        live(`${near(at, 2)}-${near(at, 1)}`, each.capped - each.current, `+${plain};[Red]-${plain};"-"`),
      total: (at) =>
        live(
          `ROUND(${near(at, 2)}-${near(at, 1)},6)`,
          Math.round((sum("capped") - sum("current")) * 1e6) / 1e6,
          money,
        ),
    },
    {
      head: "Next unit brings",
      cell: (each, _row, index) =>
        fetched(at(index, places.marginalBefore), each.marginalBefore, next(each.marginalBefore)),
    },
    {
      head: "After the move",
      cell: (each, _row, index) =>
        fetched(at(index, places.marginalAfter), each.marginalAfter, next(each.marginalBefore)),
    },
  ];
  return tableBlock({ row, column: 0, columns, items: allocation.channels, widths: DEFENSE_WIDTHS });
}

/** What could be wrong, from the run's own findings. */
export function risks(context: ReportContext): (row: number) => Section {
  const { scorecard, results } = context;
  const weak = results.attribution.channels
    .filter((channel) => channel.learned === "prior")
    .map(({ name }) => name);
  const [pair] = scorecard.facts.pairs;
  const tiny = scorecard.facts.channels
    .filter(({ spendShare }) => spendShare < context.rules.leadShare)
    .map(({ name }) => name);
  const alike = alikeLines(context);
  const lines: Array<readonly Part[]> = [
    [
      weak.length > 0
        ? `${weak.join(", ")}: the data say little, so the number leans on what was assumed.`
        : "Every channel's number rests at least partly on the data.",
    ],
    ...oneWeekLines(context),
    ...(tiny.length > 0
      ? [
          [
            `${tiny.join(", ")}: so small a part of spend that the return per unit is no guide; do not act on it.`,
          ],
        ]
      : []),
    ...(alike.length > 0 ? alike : [mostAlike(pair)]),
    ["Spend that follows demand looks like effect; promotions or prices missing from the table do the same."],
  ];
  return prose("Risks", lines);
}

function mostAlike(pair: ReportContext["scorecard"]["facts"]["pairs"][number] | undefined): readonly Part[] {
  return [
    pair === undefined
      ? "One channel only: nothing to confuse it with but the season."
      : `Most alike are ${pair.first} and ${pair.second} (correlation ${pair.r.toFixed(2)}): the more alike two channels are, the more one may be credited with the other.`,
  ];
}

/** The test that would tell most (A-39), and what would overturn the recommendation. */
export function changeOurMind(context: ReportContext): (row: number) => Section {
  const channel = leastCertain(context);
  const test =
    channel === null
      ? "A controlled test of the largest channel."
      : `A controlled test of ${channel}: its range, weighed by its spend, is the widest. Hold it out in some regions for 4 to 8 weeks.`;
  return prose("What would change our mind", [
    [test],
    [
      "A next refresh in which a channel's number leaves the range shown here, or in which unseen weeks are missed by twice as much.",
    ],
  ]);
}

/** Name, date and status, filled from Cover (A-82). */
export function signOff(context: ReportContext): (row: number) => Section {
  const approver = cellAt(COVER, COVER_FACTS.approver, 1);
  const approvedOn = cellAt(COVER, COVER_FACTS.approvedOn, 1);
  const { approvedBy, approvedOn: date } = context.run;
  return (row) => {
    const cells: PlannedRow = [
      text("Approved by", "signatureLabel"),
      live(`IF(LEN(${approver})>0,${approver},"")`, approvedBy ?? "", "General", "signature"),
      text("", "signature"),
      text("", "signature"),
      text("on", "signatureLabel"),
      live(`IF(LEN(${approvedOn})>0,${dateText(approvedOn)},"")`, date ?? "", "General", "signature"),
      text("", "signature"),
      fetched(STAMP_CELL, stampNow(context), "General", "signatureLabel"),
    ];
    return {
      blocks: [
        heading("Sign-off", row),
        {
          row: row + 1,
          column: 0,
          rows: [cells],
          merges: [across(row + 1, 7, LAST_COLUMN)],
          heights: { [row + 1]: 20 },
        },
      ],
      end: row + 2,
    };
  };
}
