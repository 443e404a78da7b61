/** Planned charts as native, editable charts of an .xlsx file. */

import type { ChartKind, PlannedChart, PlannedSeries } from "@mmm/core";
import type { ChartSeries, SheetChart, WriteChartKind } from "hucre";

const INK = "1F2933";
const MUTED = "5F6B7A";
const LINE = "D5DBE1";
const SMALL = 8;
const FONT = "Arial";

interface FileKind {
  readonly type: WriteChartKind;
  readonly stacked: boolean;
}

const KINDS: Readonly<Record<ChartKind, FileKind>> = {
  column: { type: "column", stacked: false },
  bar: { type: "bar", stacked: false },
  line: { type: "line", stacked: false },
  scatter: { type: "scatter", stacked: false },
  stackedColumn: { type: "column", stacked: true },
  stackedBar: { type: "bar", stacked: true },
  stackedArea: { type: "area", stacked: true },
};

/** One planned chart as the file library takes it. */
export function fileChart(chart: PlannedChart): SheetChart {
  const { type, stacked } = KINDS[chart.kind];
  const { row, column, rows, columns } = chart.at;
  return {
    type,
    title: chart.title,
    titleFontSize: 10,
    titleBold: true,
    titleFontFamily: FONT,
    titleColor: INK,
    series: chart.series.map((series) => fileSeries(series, type)),
    anchor: { from: { row, col: column }, to: { row: row + rows, col: column + columns } },
    ...grouping(type, stacked),
    ...legendOf(chart),
    altText: chart.alternative,
    frameTitle: chart.title,
    roundedCorners: false,
    chartSpaceFillColor: "FFFFFF",
    chartSpaceBorderColor: LINE,
    dispBlanksAs: "gap",
    ...(type === "scatter" ? { scatterStyle: "lineMarker" as const } : {}),
    axes: axesOf(chart, type),
  };
}

function grouping(type: WriteChartKind, stacked: boolean): Partial<SheetChart> {
  if (type === "area") return { areaGrouping: stacked ? "stacked" : "standard" };
  if (type === "column" || type === "bar") {
    return stacked
      ? { barGrouping: "stacked", overlap: 100, gapWidth: 60 }
      : { barGrouping: "clustered", gapWidth: 60, overlap: -5 };
  }
  return {};
}

function legendOf(chart: PlannedChart): Partial<SheetChart> {
  if (!chart.legend) return { legend: false };
  const hidden = chart.series.flatMap((series, idx) =>
    series.inLegend === false ? [{ idx, delete: true }] : [],
  );
  return {
    legend: "bottom",
    legendFontSize: SMALL,
    legendFontColor: MUTED,
    legendFontFamily: FONT,
    ...(hidden.length === 0 ? {} : { legendEntries: hidden }),
  };
}

function axesOf(chart: PlannedChart, type: WriteChartKind): NonNullable<SheetChart["axes"]> {
  const labels = { labelFontSize: SMALL, labelColor: MUTED, labelFontFamily: FONT };
  const titles = { axisTitleFontSize: SMALL, axisTitleColor: MUTED, axisTitleBold: false };
  const format = (code: string | null): object =>
    code === null ? {} : { numberFormat: { formatCode: code, sourceLinked: false } };
  const skip =
    type !== "scatter" && chart.labelEvery > 1
      ? { tickLblSkip: chart.labelEvery, tickMarkSkip: chart.labelEvery }
      : {};
  return {
    x: {
      ...labels,
      ...titles,
      ...(chart.xTitle === null ? {} : { title: chart.xTitle }),
      ...format(chart.categoryFormat),
      ...skip,
      gridlines: { major: false },
      majorTickMark: "none",
      minorTickMark: "none",
      tickLblPos: "low",
      ...(type === "bar" ? { reverse: true } : {}),
    },
    y: {
      ...labels,
      ...titles,
      ...(chart.yTitle === null ? {} : { title: chart.yTitle }),
      ...format(chart.valueFormat),
      gridlines: { major: true },
      majorTickMark: "none",
      minorTickMark: "none",
      ...(type === "bar" ? { crosses: "max" as const } : {}),
      ...(chart.valueRange === undefined
        ? {}
        : { scale: { min: chart.valueRange[0], max: chart.valueRange[1] } }),
    },
  };
}

function fileSeries(series: PlannedSeries, type: WriteChartKind): ChartSeries {
  const base = { name: series.name, categories: series.categories, values: series.values };
  if (type === "line" || type === "scatter") return { ...base, ...strokeOf(series) };
  // a fully transparent color, since the library always gives a bar some fill
  const color = series.color ?? { theme: "bg1" as const, alpha: 0 };
  return { ...base, color, invertIfNegative: false };
}

function strokeOf(series: PlannedSeries): Partial<ChartSeries> {
  const color = series.color ?? LINE;
  if (series.marker) {
    return { color, marker: { symbol: "circle", size: 8, fill: color, line: "FFFFFF" } };
  }
  return {
    color,
    marker: { symbol: "none" },
    stroke: { width: series.dashed ? 1 : 2, ...(series.dashed ? { dash: "sysDash" as const } : {}) },
  };
}
