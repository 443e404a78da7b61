/** The bridge from baseline to total KPI: a stacked column with an invisible base, editable in every host. */

import { areaAt, cellAt, columnArea, fixed, near } from "../layout/address.ts";
import { fetched, live, pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { amountScale, axisFormat, GENERAL } from "../layout/number-formats.ts";
import { PALETTE } from "../layout/palette.ts";
import { CONTRIBUTIONS, type ContributionPlaces } from "../places/contribution-places.ts";
import type { ReportContext } from "../report-context.ts";
import { sumOf } from "../sums.ts";
import type { PlannedChart, PlannedRow } from "../workbook-plan.ts";

export interface Bridge {
  readonly block: Block;
  readonly chart: PlannedChart;
  readonly widths: readonly number[];
}

interface Step {
  readonly name: string;
  readonly weekly: Float64Array;
}

/** Helper rows right of the printed area and the chart over them: name, base, step, end. */
export function contributionBridge(
  context: ReportContext,
  components: readonly Step[],
  places: ContributionPlaces,
): Bridge {
  const left = places.gap + 2;
  const top = places.headRow + 1;
  const bottom = top + components.length;
  const scale = amountScale(components.map((component) => sumOf(component.weekly)));
  const rows = [
    ...stepRows(components, places, left, top, scale.format),
    endRow(components, left, bottom, scale.format),
  ];
  const heads: PlannedRow = ["Behind the bridge", "Base", "Part", "Total"].map((head) => text(head, "note"));
  const column = (offset: number): string => areaAt(columnArea(CONTRIBUTIONS, left + offset, top, bottom));
  const series = [
    { name: "Base", offset: 1, color: null },
    { name: "Part", offset: 2, color: PALETTE.accent },
    { name: "Total", offset: 3, color: PALETTE.gray },
  ].map(({ name, offset, color }) => ({
    name,
    categories: column(0),
    values: column(offset),
    color,
    inLegend: false,
  }));
  return {
    widths: [22, 12, 12, 12],
    block: { row: places.headRow, column: left, rows: [heads, ...rows] },
    chart: {
      kind: "stackedColumn",
      title: `From baseline to total ${context.words.kpi} (means)`,
      xTitle: null,
      yTitle: null,
      series,
      at: {
        row: places.chartRow,
        column: places.bridge,
        rows: places.weeklyHeadRow - places.chartRow - 1,
        columns: places.gap + 1 - places.bridge,
      },
      valueFormat: axisFormat(
        [sumOf(components.map((component) => sumOf(component.weekly)))],
        context.words.kpiSign,
      ),
      categoryFormat: null,
      labelEvery: 1,
      legend: false,
      alternative: `Bridge: baseline, then the mean contribution of each channel, up to the fitted total ${context.words.kpi}.`,
    },
  };
}

function stepRows(
  components: readonly Step[],
  places: ContributionPlaces,
  left: number,
  top: number,
  format: string,
): PlannedRow[] {
  let before = 0;
  return components.map((component, index) => {
    const part = sumOf(component.weekly);
    const base = before;
    before += part;
    const row = top + index;
    const source = cellAt(CONTRIBUTIONS, places.meanRow, places.baseline + index);
    const isFirst = index === 0;
    return [
      live(fixed(places.headRow, places.baseline + index), component.name, GENERAL, "note"),
      isFirst
        ? pasted(0, format, "noteNumber")
        : live(
            `${near(row - 1, left + 1)}+${near(row - 1, left + 2)}+${near(row - 1, left + 3)}`,
            base,
            format,
            "note",
          ),
      isFirst ? pasted(0, format, "noteNumber") : fetched(source, part, format, "noteNumber"),
      isFirst ? fetched(source, part, format, "noteNumber") : pasted(0, format, "noteNumber"),
    ];
  });
}

function endRow(components: readonly Step[], left: number, row: number, format: string): PlannedRow {
  const total = sumOf(components.map((component) => sumOf(component.weekly)));
  const formula = [1, 2, 3].map((offset) => near(row - 1, left + offset)).join("+");
  return [
    text("Fitted total", "note"),
    pasted(0, format, "noteNumber"),
    pasted(0, format, "noteNumber"),
    live(formula, total, format, "noteNumber"),
  ];
}
