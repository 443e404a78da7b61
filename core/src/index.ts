/** The front door of core: products import nothing deeper. */

export type { Cell, Table } from "./spreadsheet/table.ts";
