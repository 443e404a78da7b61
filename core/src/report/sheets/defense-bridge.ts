/** The chart of page 1 that leads from spend to what it brought back, channel by channel. */

import { mediaReturns } from "../channel-returns.ts";
import { areaAt, cellAt, columnArea, near } from "../layout/address.ts";
import { fetched, live, pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { axisFormat, GENERAL } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { DEFENSE, type DefensePlaces } from "../places/defense-places.ts";
import { ROI, roiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedChart, PlannedRow } from "../workbook-plan.ts";

export interface DefenseBridge {
  readonly block: Block;
  readonly chart: PlannedChart;
}

/** Helper rows right of the printed area: name, invisible base, spend, part, total. */
export function defenseBridge(context: ReportContext, printed: DefensePlaces): DefenseBridge {
  const money = context.shows === "money";
  const returns = mediaReturns(context);
  const effects = returns.channels.map((each) => (money ? each.revenue.mean : each.kpi.mean));
  const total = effects.reduce((sum, effect) => sum + effect, 0);
  const top = printed.chartRow + 1;
  const bottom = top + effects.length + (money ? 1 : 0);
  const left = printed.helper;
  const column = (offset: number): string => areaAt(columnArea(DEFENSE, left + offset, top, bottom));
  const rows = bridgeRows(context, printed, effects, money);
  const sign = money ? context.words.currency : "";
  return {
    block: {
      row: printed.chartRow,
      column: left,
      rows: [
        ["Behind the bridge", "Base", "Spend", "Effect", "Total"].map((head) => text(head, "note")),
        ...rows,
      ],
    },
    chart: {
      kind: "stackedColumn",
      title: money
        ? "From spend to incremental revenue (means)"
        : `Incremental ${context.history.kpi.name} by channel (means)`,
      xTitle: null,
      yTitle: null,
      series: [
        { name: "Base", offset: 1, color: null },
        { name: "Spend", offset: 2, color: PALETTE.gray },
        { name: "Effect", offset: 3, color: PALETTE.accentLight },
        { name: "Total", offset: 4, color: PALETTE.accent },
      ].map(({ name, offset, color }) => ({ name, categories: column(0), values: column(offset), color })),
      at: { row: printed.chartRow, column: 0, rows: printed.chartRows, columns: 5 },
      valueFormat: axisFormat(money ? [returns.spend, total] : [total], sign),
      categoryFormat: null,
      labelEvery: 1,
      legend: false,
      alternative:
        "Columns: total spend, then each channel's mean effect on top of the one before, then their total.",
    },
  };
}

function bridgeRows(
  context: ReportContext,
  printed: DefensePlaces,
  effects: readonly number[],
  money: boolean,
): PlannedRow[] {
  const places = roiPlaces(context);
  const returns = mediaReturns(context);
  const top = printed.chartRow + 1;
  const left = printed.helper;
  const zero = pasted(0, GENERAL, "noteNumber");
  const note = (address: string, value: number | string): PlannedRow[number] =>
    fetched(address, value, GENERAL, "noteNumber");
  const spendRow: PlannedRow[] = money
    ? [
        [
          text("Spend", "note"),
          zero,
          note(cellAt(ROI, places.totalRow, places.column("spend")), returns.spend),
          zero,
          zero,
        ],
      ]
    : [];
  const effectColumn = places.column(money ? "revenueMean" : "kpiMean");
  let base = 0;
  const steps = returns.channels.map((each, index): PlannedRow => {
    const row = top + spendRow.length + index;
    const before = base;
    base += effects[index] ?? 0;
    const baseCell =
      index === 0
        ? zero
        : live(`${near(row - 1, left + 1)}+${near(row - 1, left + 3)}`, before, GENERAL, "noteNumber");
    return [
      note(cellAt(ROI, places.firstChannel + index, 0), each.channel.name),
      baseCell,
      zero,
      note(cellAt(ROI, places.firstChannel + index, effectColumn), effects[index] ?? 0),
      zero,
    ];
  });
  const end: PlannedRow = [
    text("Total effect", "note"),
    zero,
    zero,
    zero,
    note(cellAt(ROI, places.totalRow, effectColumn), base),
  ];
  return [...spendRow, ...steps, end];
}
