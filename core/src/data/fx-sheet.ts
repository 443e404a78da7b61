/** Exchange rates on a sheet called FX beside the data (requirements §4.2, IN-33). */

import type { Table } from "../spreadsheet/table.ts";
import type { FxRate } from "./fx-rate.ts";
import { joinNotes, type Noted } from "./notes.ts";
import { readFx } from "./read-fx.ts";
import type { DataRules } from "./rules.ts";

/** Tables without their FX sheets, and the rates of those. */
export interface WithoutFx {
  readonly tables: readonly Table[];
  readonly rates: readonly FxRate[];
}

/**
 * Takes the FX sheets out of workbooks that hold one beside their data.
 *
 * @returns a stop is noted for a sheet of that name that can not be read.
 */
export function takeFxSheets(tables: readonly Table[], rules: DataRules): Noted<WithoutFx> {
  const sheets = tables.flatMap(({ otherSheets = [] }) => otherSheets.filter(isFx));
  const read = sheets.map((sheet) => readFx(sheet, rules));
  return {
    value: {
      tables: sheets.length === 0 ? tables : tables.map(withoutFx),
      rates: read.flatMap(({ value }) => value ?? []),
    },
    notes: joinNotes(...read.map(({ notes }) => notes)),
  };
}

function isFx({ sheet }: Table): boolean {
  return sheet?.trim().toLowerCase() === "fx";
}

function withoutFx(table: Table): Table {
  const { otherSheets = [], ...rest } = table;
  const left = otherSheets.filter((sheet) => !isFx(sheet));
  return left.length === 0 ? rest : { ...rest, otherSheets: left };
}
