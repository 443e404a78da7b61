/** A workbook as plain data: sheets, cells, formats, charts and print set-up, for whichever host writes it. */

import type { Cell } from "../spreadsheet/table.ts";

/** How a cell looks (font, fill, border, alignment); a sink maps each name to its host's formats. */
export type CellStyle =
  | "title"
  | "stamp"
  | "units"
  | "section"
  | "heading"
  | "headingNumber"
  | "headingCenter"
  | "groupHeading"
  | "label"
  | "labelStrong"
  | "text"
  | "note"
  | "number"
  | "noteNumber"
  | "center"
  | "lead"
  | "sentence"
  | "callout"
  | "tile"
  | "tileLabel"
  | "tileNote"
  | "signature"
  | "signatureLabel"
  | "link";

/** Which of the three numbers of an estimate a cell shows (C-25: never one without the others). */
export type EstimateRole = "mean" | "low" | "high";

export interface PlannedCell {
  readonly value: Cell;
  /** In en-US form without "=", from the allowlist of decisions §8; `value` is then what it must compute to. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Number format in en-US form, e.g. `0.00"x"`. */
  readonly format?: string;
  /** Total row: line above, bold. */
  readonly total?: boolean;
  /** Typed by the user (blue on yellow), fetched from another sheet (green), or written by the run (black). */
  readonly ink?: "input" | "link";
  readonly estimate?: EstimateRole;
  /** Name of the sheet that a click leads to. */
  readonly goTo?: string;
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
  /** Markers without a line. */
  readonly marker?: boolean;
  readonly dashed?: boolean;
  /** False keeps the series out of the legend. */
  readonly inLegend?: boolean;
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
  /** Number format of the value axis, and of a scatter's or dated category axis. */
  readonly valueFormat: string | null;
  /** Ends of the value axis; without it the host chooses. */
  readonly valueRange?: readonly [number, number];
  readonly categoryFormat: string | null;
  /** One label in so many categories is written; 1 writes all. */
  readonly labelEvery: number;
  readonly legend: boolean;
  /** Said to a screen reader. */
  readonly alternative: string;
}

export interface PlannedPrint {
  readonly paper: "letter" | "a4";
  readonly landscape: boolean;
  /** Rows repeated on every page, 1-based inclusive, or null. */
  readonly titleRows: readonly [number, number] | null;
  readonly fitPagesWide: number;
  /** 0: as many as needed. */
  readonly fitPagesTall: number;
  /** Percent of natural size instead of fitting (hosts ignore page breaks where they fit), or null. */
  readonly scale: number | null;
  /** Zero-based rows before which a page starts. */
  readonly breaks: readonly number[];
  readonly area: string | null;
  readonly footer: string;
}

/** Colors that follow values: TRUE or "pass" green, FALSE or "not …" red; a stamp amber until approved. */
export interface PlannedColor {
  readonly range: string;
  readonly by: "truth" | "met" | "stamp" | "verdict";
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
  readonly colors: readonly PlannedColor[];
  readonly print: PlannedPrint;
  readonly gridLines: boolean;
  /** Hex without "#". */
  readonly tabColor: string | null;
}

export interface WorkbookPlan {
  readonly title: string;
  /** ISO timestamp of the run: the only time that enters a file. */
  readonly createdAt: string;
  readonly sheets: readonly PlannedSheet[];
}

/** Writes a plan: a file, an Excel workbook, a Google spreadsheet. */
export type WorkbookSink<Written> = (plan: WorkbookPlan) => Promise<Written>;
