/** Where the channels' returns stand on the ROI sheet; its columns depend on what the run may show. */

import { type Area, columnArea } from "../layout/address.ts";
import type { ReportContext } from "../report-context.ts";

export const ROI = "ROI";

export type RoiKey =
  | "name"
  | "group"
  | "spend"
  | "spendShare"
  | "kpiMean"
  | "kpiLow"
  | "kpiHigh"
  | "revenueMean"
  | "revenueLow"
  | "revenueHigh"
  | "effectShare"
  | "roasMean"
  | "roasLow"
  | "roasHigh"
  | "marginalMean"
  | "marginalLow"
  | "marginalHigh"
  | "marginMean"
  | "marginLow"
  | "marginHigh"
  | "aboveBreakEven"
  | "cpikMean"
  | "cpikLow"
  | "cpikHigh"
  | "rank"
  | "rankProbability"
  | "learned";

/** Zero-based rows; `column` is undefined-free: asking for a column that the run does not show throws. */
export interface RoiPlaces {
  readonly keys: readonly RoiKey[];
  readonly headRow: number;
  readonly firstChannel: number;
  readonly lastChannel: number;
  readonly totalRow: number;
  readonly marginRow: number;
  readonly breakEvenRow: number;
  readonly chartRow: number;
  readonly learnedRow: number;
  /** Heading of the channels that can not be told apart; nothing stands there where all can. */
  readonly alikeRow: number;
  /** First helper column of the interval bars. */
  readonly helper: number;
  readonly column: (key: RoiKey) => number;
}

const KPI: readonly RoiKey[] = ["kpiMean", "kpiLow", "kpiHigh"];
const REVENUE: readonly RoiKey[] = ["revenueMean", "revenueLow", "revenueHigh"];
const ROAS: readonly RoiKey[] = ["roasMean", "roasLow", "roasHigh"];
const MARGINAL: readonly RoiKey[] = ["marginalMean", "marginalLow", "marginalHigh"];
const MARGIN: readonly RoiKey[] = ["marginMean", "marginLow", "marginHigh"];
const CPIK: readonly RoiKey[] = ["cpikMean", "cpikLow", "cpikHigh"];
const CHART_ROWS = 18;

/** The layout of the ROI sheet for a run. */
export function roiPlaces(context: ReportContext): RoiPlaces {
  const keys = roiKeys(context);
  const headRow = 4;
  const firstChannel = headRow + (context.shows === "ranks" ? 1 : 2);
  const lastChannel = firstChannel + context.history.channels.length - 1;
  const marginRow = lastChannel + 3;
  const chartRow = marginRow + 3;
  const learnedRow = chartRow + CHART_ROWS + 1;
  return {
    keys,
    headRow,
    firstChannel,
    lastChannel,
    totalRow: lastChannel + 1,
    marginRow,
    breakEvenRow: marginRow + 1,
    chartRow,
    learnedRow,
    // a heading, two rows of heads, the channels and an empty row
    alikeRow: learnedRow + 3 + context.history.channels.length + 1,
    helper: keys.length + 1,
    column: (key) => columnOf(keys, key),
  };
}

/** The channels' cells of one column. */
export function roiChannels(places: RoiPlaces, key: RoiKey): Area {
  return columnArea(ROI, places.column(key), places.firstChannel, places.lastChannel);
}

function roiKeys({ shows, weighted, brief }: ReportContext): readonly RoiKey[] {
  const facts: readonly RoiKey[] = ["name", "group", "spend", "spendShare"];
  if (shows === "ranks") return [...facts, "rank", "rankProbability"];
  if (shows === "units") return [...facts, ...KPI, "effectShare", ...CPIK, "learned"];
  const margin = brief.margin === null ? [] : MARGIN;
  const kpi = weighted ? KPI : [];
  const cpik = weighted ? CPIK : [];
  return [
    ...facts,
    ...kpi,
    ...REVENUE,
    "effectShare",
    ...ROAS,
    ...MARGINAL,
    ...margin,
    "aboveBreakEven",
    ...cpik,
    "learned",
  ];
}

function columnOf(keys: readonly RoiKey[], key: RoiKey): number {
  const column = keys.indexOf(key);
  if (column < 0) throw new RangeError(`the ROI sheet of this run has no column ${key}`);
  return column;
}
