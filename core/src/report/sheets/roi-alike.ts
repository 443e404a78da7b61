/** The part of ROI on channels that rose and fell together: their sum, and how little is known of its division. */

import type { AlikePair } from "../../attribute/attribution.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { amountScale, SHARE } from "../layout/number-formats.ts";
import { paragraph } from "../layout/prose.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { tripletColumns } from "../layout/triplet.ts";
import type { RoiPlaces } from "../places/roi-places.ts";
import type { ReportContext } from "../report-context.ts";

/** Columns that the note under the table runs across. */
const NOTE_COLUMNS = 12;

/** Nothing where every pair can be told apart. */
export function alikeBlocks(context: ReportContext, places: RoiPlaces, widths: readonly number[]): Block[] {
  const { alike } = context.results.attribution;
  if (alike.length === 0) return [];
  const table = tableBlock({
    row: places.alikeRow + 1,
    column: 0,
    columns: columnsOf(context),
    items: alike,
    widths,
  });
  const note = paragraph(
    table.row + table.rows.length,
    [0, NOTE_COLUMNS - 1],
    text(
      "Act on what such channels bring together. How it divides rests on assumption: merge them, let one rest while the other runs, or put one to a lift test.",
      "units",
    ),
    widths,
  );
  const heading: Block["rows"] = [[text("Channels that the data can not tell apart", "section")]];
  return [{ ...table, row: places.alikeRow, rows: [...heading, ...table.rows] }, note];
}

function columnsOf(context: ReportContext): TableColumn<AlikePair>[] {
  const { attribution } = context.results;
  const { level } = context.words;
  const scale = amountScale(attribution.alike.map(({ together }) => together.hi));
  const unit = attribution.valueUnit === "money" ? context.words.currency.trim() : context.history.kpi.name;
  return [
    { head: "Channel", words: true, cell: (pair) => text(pair.first, "label") },
    { head: "and", words: true, cell: (pair) => text(pair.second, "label") },
    { head: "Correlation of spend", cell: (pair) => pasted(pair.correlation, "0.00") },
    ...tripletColumns<AlikePair>({
      head: `Brought together (${unit}${scale.suffix})`,
      level,
      cell: (pair, _role, _row, field) => pasted(pair.together[field], scale.format),
    }),
    ...tripletColumns<AlikePair>({
      head: "Of that the first's part",
      level,
      cell: (pair, _role, _row, field) => pasted(pair.firstShare[field], SHARE),
    }),
    ...tripletColumns<AlikePair>({
      head: "The same before the data",
      level,
      cell: (pair, _role, _row, field) => pasted(pair.priorFirstShare[field], SHARE),
    }),
  ];
}
