/** A workbook as plain data: sheets, cells, formats, charts and print set-up, for whichever host writes it. */

import type { Cell } from "../spreadsheet/table.ts";

/** How a cell looks; a sink maps each name to its host's formats. */
export type CellStyle =
  | "title"
  | "stamp"
  | "units"
  | "heading"
  | "label"
  | "labelStrong"
  | "text"
  | "note"
  | "money"
  | "ratio"
  | "share"
  | "number"
  | "count"
  | "r2"
  | "rhat"
  | "date"
  | "weeks"
  | "input"
  | "inputMoney"
  | "link"
  | "good"
  | "bad"
  | "amber"
  | "sentence"
  | "tile"
  | "tileLabel";

export interface PlannedCell {
  readonly value: Cell;
  /** In en-US form without "=", from the allowlist of decisions §8; `value` is then what it must compute to. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Total row: line above, bold. */
  readonly total?: boolean;
  /** Written by a formula from another sheet (green) or typed by the user (blue). */
  readonly ink?: "input" | "link";
}

/** One row of cells; null leaves a cell empty. */
export type PlannedRow = ReadonlyArray<PlannedCell | null>;

export type ChartKind =
  | "column"
  | "bar"
  | "line"
  | "scatter"
  | "stackedColumn"
  | "stackedBar"
  | "stackedArea";

export interface PlannedSeries {
  readonly name: string;
  /** A1 ranges with sheet name: "'ROI'!$A$6:$A$11". */
  readonly categories: string;
  readonly values: string;
  /** Hex without "#", or null for an invisible base (interval = invisible base + range). */
  readonly color: string | null;
  readonly marker?: boolean;
  readonly dashed?: boolean;
}

export interface PlannedChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly xTitle: string | null;
  readonly yTitle: string | null;
  readonly series: readonly PlannedSeries[];
  /** Zero-based cell of the top left corner and size in cells. */
  readonly at: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
  readonly numberFormat: CellStyle | null;
  /** Said to a screen reader. */
  readonly alternative: string;
}

export interface PlannedPrint {
  readonly landscape: boolean;
  /** Rows repeated on every page, 1-based inclusive, or null. */
  readonly titleRows: readonly [number, number] | null;
  readonly fitPagesWide: number;
  /** 0: as many as needed. */
  readonly fitPagesTall: number;
  /** Zero-based rows before which a page starts. */
  readonly breaks: readonly number[];
  readonly area: string | null;
  readonly footer: string;
}

/** Green where the formula is TRUE, red where FALSE. */
export interface PlannedCheckColor {
  readonly range: string;
}

export interface PlannedSheet {
  readonly name: string;
  /** Characters. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly PlannedRow[];
  /** Zero-based row → points. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly string[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly charts: readonly PlannedChart[];
  readonly checkColors: readonly PlannedCheckColor[];
  readonly print: PlannedPrint;
  readonly gridLines: boolean;
  readonly tabColor: string | null;
}

export interface WorkbookPlan {
  readonly title: string;
  readonly sheets: readonly PlannedSheet[];
}

/** Writes a plan: a file, an Excel workbook, a Google spreadsheet. */
export type WorkbookSink<Written> = (plan: WorkbookPlan) => Promise<Written>;
