/** The four tiles of the cover: spend, effect, return and checks. */

import type { Interval } from "../../numerics/interval.ts";
import { mediaReturns } from "../channel-returns.ts";
import { checksVerdict, isMet, type WorkbookCheck } from "../checks/workbook-check.ts";
import { cellAt } from "../layout/address.ts";
import { fetched, live, text } from "../layout/cells.ts";
import { across, type Block } from "../layout/grid.ts";
import { amountScale, GENERAL, ratioFormat } from "../layout/number-formats.ts";
import { amountPart, type Part, ratioPart, sentence } from "../layout/sentence.ts";
import { ROI, type RoiKey, roiPlaces } from "../places/roi-places.ts";
import { CHECKS } from "../places/run-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedCell } from "../workbook-plan.ts";
import { MASTER_CELL } from "./checks-sheet.ts";

interface Tile {
  readonly label: string;
  readonly value: PlannedCell;
  readonly note: PlannedCell;
}

const FIRST_ROW = 6;

/** Labels, values and notes in three rows, each tile two columns wide. */
export function tilesBlock(context: ReportContext, checks: readonly WorkbookCheck[]): Block {
  const tiles = context.shows === "ranks" ? rankTiles(context, checks) : amountTiles(context, checks);
  const row = (pick: (tile: Tile) => PlannedCell, style: PlannedCell["style"]): Array<PlannedCell | null> =>
    tiles.flatMap((tile) => [
      { ...pick(tile), style: style ?? "tile" },
      { value: null, style: style ?? "tile" },
    ]);
  return {
    row: FIRST_ROW,
    column: 0,
    rows: [
      row((tile) => text(tile.label), "tileLabel"),
      row((tile) => tile.value, "tile"),
      row((tile) => tile.note, "tileNote"),
    ],
    merges: [0, 1, 2].flatMap((line) =>
      tiles.map((_, index) => across(FIRST_ROW + line, index * 2, index * 2 + 1)),
    ),
    heights: { [FIRST_ROW]: 18, [FIRST_ROW + 1]: 30, [FIRST_ROW + 2]: 18 },
  };
}

function spendTile(context: ReportContext): Tile {
  const places = roiPlaces(context);
  const { spend } = mediaReturns(context);
  const scale = amountScale([spend]);
  const address = cellAt(ROI, places.totalRow, places.column("spend"));
  return {
    label: "Media spend measured",
    value: fetched(address, spend, moneyFormat(scale.format, context.words.currency, scale.suffix)),
    note: text(`${context.history.channels.length} channels, ${context.run.weeks} weeks`),
  };
}

function amountTiles(context: ReportContext, checks: readonly WorkbookCheck[]): Tile[] {
  const returns = mediaReturns(context);
  const { words } = context;
  const money = context.shows === "money";
  const effect = money ? returns.revenue : returns.kpi;
  const scale = amountScale([effect.hi]);
  const sign = money ? words.currency : "";
  const effectTile: Tile = {
    label: `${words.incremental.charAt(0).toUpperCase()}${words.incremental.slice(1)} (mean)`,
    value: tileValue(
      context,
      money ? "revenueMean" : "kpiMean",
      effect.mean,
      moneyFormat(scale.format, sign, scale.suffix),
    ),
    note: intervalNote(
      context,
      money ? ["revenueLow", "revenueHigh"] : ["kpiLow", "kpiHigh"],
      effect,
      (address, value) => amountPart(address, value, sign),
    ),
  };
  return [spendTile(context), effectTile, returnTile(context), checksTile(checks)];
}

function returnTile(context: ReportContext): Tile {
  const { roas, cpik } = mediaReturns(context);
  const { currency } = context.words;
  if (context.shows === "money") {
    return {
      label: "Return per unit of spend, ROAS (mean)",
      value: tileValue(context, "roasMean", roas.mean, ratioFormat(roas.mean)),
      note: intervalNote(context, ["roasLow", "roasHigh"], roas, ratioPart),
    };
  }
  const scale = amountScale([cpik.mean]);
  return {
    label: `Cost per unit of ${context.history.kpi.name} (mean)`,
    value: tileValue(context, "cpikMean", cpik.mean, moneyFormat(scale.format, currency, scale.suffix)),
    note: intervalNote(context, ["cpikLow", "cpikHigh"], cpik, (address, value) =>
      amountPart(address, value, currency),
    ),
  };
}

function rankTiles(context: ReportContext, checks: readonly WorkbookCheck[]): Tile[] {
  const { channels } = context.results.attribution;
  const first = [...channels].sort((one, other) => one.rank - other.rank)[0];
  const last = [...channels].sort((one, other) => other.rank - one.rank)[0];
  const chance = (each: typeof first): string =>
    `chance of that rank ${Math.round((each?.rankProbability ?? 0) * 100)}%`;
  return [
    spendTile(context),
    { label: "First by return", value: text(first?.name ?? "-"), note: text(chance(first)) },
    { label: "Last by return", value: text(last?.name ?? "-"), note: text(chance(last)) },
    checksTile(checks),
  ];
}

function checksTile(checks: readonly WorkbookCheck[]): Tile {
  const words = checks.every(isMet) ? "met" : "not met";
  return {
    label: "Checks of this workbook",
    value: live(`IF(${MASTER_CELL},"met","not met")`, words, GENERAL),
    note: live(`${CHECKS}!$B$5`, checksVerdict(checks), GENERAL),
  };
}

function tileValue(context: ReportContext, key: RoiKey, value: number, format: string): PlannedCell {
  const places = roiPlaces(context);
  return fetched(cellAt(ROI, places.totalRow, places.column(key)), value, format);
}

function intervalNote(
  context: ReportContext,
  [low, high]: readonly [RoiKey, RoiKey],
  interval: Interval,
  part: (address: string, value: number) => Part,
): PlannedCell {
  const places = roiPlaces(context);
  const at = (key: RoiKey): string => cellAt(ROI, places.totalRow, places.column(key));
  return sentence([
    `${context.words.level} `,
    part(at(low), interval.lo),
    " to ",
    part(at(high), interval.hi),
  ]);
}

/** The positive section of a scaled format with its sign in front and its suffix behind: `"$"0.0,,"M"`. */
function moneyFormat(format: string, sign: string, suffix: string): string {
  const positive = format.split(";")[0] ?? format;
  return `"${sign}"${positive}"${suffix}"`;
}
