/** A draft's cells as rows of a file. */

import type { Cell, Draft } from "./draft.ts";
import { written } from "./locales.ts";

export interface Grid {
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** Rows of the sheet that are hidden. */
  readonly hidden: readonly number[];
  /** Merged cells of the header: [row, first column, last column]. */
  readonly merges: ReadonlyArray<readonly [number, number, number]>;
}

/** All rows of the sheet, turned when weeks run across. */
export function gridOf(draft: Draft): Grid {
  const header: Cell[] = draft.columns.map(({ header: name }) => ({ kind: "text", text: name }));
  const groups = draft.groups === null ? [] : [groupCells(draft.groups, draft.merged)];
  const upright = [...groups, header, ...draft.rows];
  const table = draft.transposed ? header.map((_, column) => upright.map((cells) => cells[column])) : upright;
  const first = draft.above.length;
  return {
    rows: [...draft.above, ...table, ...draft.below],
    hidden: draft.hidden.map((row) => first + groups.length + 1 + row),
    merges: draft.merged && draft.groups !== null ? mergesOf(draft.groups, first) : [],
  };
}

function groupCells(groups: readonly string[], merged: boolean): Cell[] {
  return groups.map((name, place) =>
    name === "" || (merged && groups[place - 1] === name) ? null : { kind: "text", text: name },
  );
}

function mergesOf(groups: readonly string[], row: number): Array<readonly [number, number, number]> {
  const starts = groups.flatMap((name, place) => (name !== "" && groups[place - 1] !== name ? [place] : []));
  return starts
    .map((start) => [row, start, groups.lastIndexOf(groups[start])] as const)
    .filter(([, start, end]) => end > start);
}

/** A cell as text, the way the draft's country and style write it. */
export function cellText(cell: Cell, { locale, style }: Pick<Draft, "locale" | "style">): string {
  switch (cell?.kind) {
    case undefined:
      return "";
    case "text":
      return cell.text;
    case "date":
      return style.dates === "iso" ? cell.iso : locale.date(cell.iso);
    case "number":
      return written(cell.units, cell.decimals, locale, style.numbers);
  }
}
