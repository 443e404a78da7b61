/** The frame of every sheet: title, stamp line, units, print set-up and footer (requirements §4.1). */

import { STAMP_LINE } from "../places/run-places.ts";
import type { RunContext } from "../report-context.ts";
import type {
  PlannedCell,
  PlannedChart,
  PlannedColor,
  PlannedPrint,
  PlannedSheet,
} from "../workbook-plan.ts";
import { fixed } from "./address.ts";
import { live, text } from "./cells.ts";
import { across, type Block, gridOf } from "./grid.ts";
import { GENERAL } from "./number-formats.ts";
import { PALETTE } from "./palette.ts";
import { paragraph } from "./prose.ts";
import { stampLineText } from "./stamp-line.ts";

export interface SheetPlan {
  readonly name: string;
  /** What the sheet says, as one sentence: words or a bound sentence. */
  readonly title: PlannedCell;
  /** Row 3: units and interval level. */
  readonly units: string;
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
  readonly charts?: readonly PlannedChart[];
  readonly colors?: readonly PlannedColor[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly landscape?: boolean;
  /** Zero-based last column that prints; helper columns of charts stand right of it. */
  readonly lastPrinted: number;
  readonly lastPrintedRow?: number;
  /** Shrunk to one page when printed. */
  readonly onePage?: boolean;
  readonly breaks?: readonly number[];
  readonly titleRows?: readonly [number, number];
  readonly scale?: number;
  /** Row 2 itself, on the sheet that holds it. */
  readonly stampLine?: PlannedCell;
  readonly accent?: boolean;
}

/** Where paper is Letter: the countries of these currencies; A4 everywhere else. */
const LETTER_CURRENCIES: ReadonlySet<string> = new Set(["USD", "$", "CAD", "MXN"]);

/** Size of a title, which is bold and so sets wider than running text. */
const TITLE_POINTS = 15;
/** Size of the stamp line, which a color makes bold, and of the units. */
const STAMP_POINTS = 9.5;

/** What a page says of where it comes from. */
export interface PageFrame {
  /** Row 2. */
  readonly stampLine: PlannedCell;
  readonly currency: string;
  /** Stands before "page 1 of 3" in the footer. */
  readonly origin: string;
}

/** A run's sheet from its plan: row 2 fetches the stamp. */
export function planSheet(context: RunContext, plan: SheetPlan): PlannedSheet {
  const stampLine = plan.stampLine ?? live(STAMP_LINE, stampLineText(context), GENERAL, "stamp");
  const { currency } = context.history;
  return planPage({ stampLine, currency, origin: `Run ${context.run.runId} - internal` }, plan);
}

/** A sheet from its plan, whatever stands behind it. */
export function planPage(frame: PageFrame, plan: SheetPlan): PlannedSheet {
  const { stampLine } = frame;
  const title = paragraph(
    0,
    [0, plan.lastPrinted],
    { ...plan.title, style: "title" },
    plan.widths,
    TITLE_POINTS,
  );
  const stamp = paragraph(1, [0, plan.lastPrinted], stampLine, plan.widths, STAMP_POINTS);
  const units = paragraph(2, [0, plan.lastPrinted], text(plan.units, "units"), plan.widths, STAMP_POINTS);
  const blocks = [title, stamp, units, ...plan.blocks];
  const rows = gridOf(blocks);
  const lastRow = Math.max(plan.lastPrintedRow ?? 0, rows.length - 1, lastChartRow(plan.charts ?? []));
  return {
    name: plan.name,
    columnWidths: plan.widths,
    rows,
    rowHeights: Object.assign({}, ...blocks.map((block) => block.heights ?? {})),
    merges: blocks.flatMap((block) => block.merges ?? []),
    freeze: plan.freeze ?? { rows: 3, columns: 0 },
    charts: plan.charts ?? [],
    colors: [{ range: across(1, 0, plan.lastPrinted), by: "stamp" }, ...(plan.colors ?? [])],
    print: printOf(frame, plan, lastRow),
    gridLines: false,
    tabColor: plan.accent ? PALETTE.accent : null,
  };
}

function printOf(frame: PageFrame, plan: SheetPlan, lastRow: number): PlannedPrint {
  return {
    paper: LETTER_CURRENCIES.has(frame.currency.toUpperCase()) ? "letter" : "a4",
    landscape: plan.landscape ?? true,
    titleRows: plan.titleRows ?? null,
    fitPagesWide: 1,
    fitPagesTall: plan.onePage ? 1 : 0,
    scale: plan.scale ?? null,
    breaks: plan.breaks ?? [],
    area: `${fixed(0, 0)}:${fixed(plan.lastPrintedRow ?? lastRow, plan.lastPrinted)}`,
    footer: `${frame.origin} - page {page} of {pages}`,
  };
}

function lastChartRow(charts: readonly PlannedChart[]): number {
  return Math.max(0, ...charts.map((chart) => chart.at.row + chart.at.rows));
}
