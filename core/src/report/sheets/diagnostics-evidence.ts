/** Diagnostics, the middle: how well the fit foretells a week, and which figures hang on what was assumed. */

import type { FitHealth } from "../../diagnose/fit-health.ts";
import type { PriorInfluence, PriorVerdict } from "../../diagnose/prior-influence.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { ONE_DECIMAL, RHAT, SHARE, TWO_DECIMALS } from "../layout/number-formats.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { type DiagnosticPlaces, FORETELL_ROWS } from "../places/diagnostic-places.ts";
import type { RunContext } from "../report-context.ts";
import type { PlannedCell } from "../workbook-plan.ts";

/** One line: a number, its error where it has one, and what it says. */
interface Line {
  readonly name: string;
  readonly value: PlannedCell;
  readonly error: PlannedCell | null;
  readonly note: string;
}

/** How well the fit foretells (C-16), and what the prior alone foretold. */
export function foretellBlock(health: FitHealth, places: DiagnosticPlaces, widths: readonly number[]): Block {
  const columns: TableColumn<Line>[] = [
    { head: "Foretelling a week not seen", words: true, cell: ({ name }) => text(name, "label") },
    { head: "Value", cell: ({ value }) => value },
    { head: "Give or take", cell: ({ error }) => error },
    { head: "What it says", words: true, span: widths.length - 3, cell: ({ note }) => text(note) },
  ];
  const items = foretellLines(health);
  if (items.length !== FORETELL_ROWS)
    throw new RangeError(`there are ${items.length} lines, not ${FORETELL_ROWS}`);
  return tableBlock({ row: places.foretellHeadRow, column: 0, columns, items, widths });
}

function foretellLines({ loo, waic, priorPredictive, coverage90 }: FitHealth): Line[] {
  const score = (value: number): PlannedCell => pasted(value, ONE_DECIMAL);
  const share = (value: number): PlannedCell => pasted(value, SHARE);
  const level = Math.round(100 * coverage90.reviewAt);
  return [
    {
      name: "Score, each week left out (LOO)",
      value: score(loo.elpd),
      error: score(loo.elpdSe),
      note: "Sum of log densities, higher is better. It has no meaning alone: it compares fits of the same weeks.",
    },
    {
      name: "Score, by formula (WAIC)",
      value: score(waic.elpd),
      error: score(waic.elpdSe),
      note: "The same by a second way; a gap of more than a few points means that single weeks weigh heavily.",
    },
    {
      name: "Effective number of parameters",
      value: score(loo.parameters),
      error: score(loo.parametersSe),
      note: "How many free numbers the fit came to use. Near the number of weeks it would repeat noise.",
    },
    {
      name: "Weight of the heaviest week (k-hat)",
      value: pasted(loo.khatMax, TWO_DECIMALS),
      error: null,
      note: heaviestWeek(loo),
    },
    {
      name: `Weeks in the prior's ${level}% range`,
      value: share(priorPredictive.insideShare),
      error: null,
      note: "Before it saw the KPI, the model must hold the real weeks possible: nearly all should lie inside.",
    },
    {
      name: "Prior's weeks below zero",
      value: share(priorPredictive.negativeShare),
      error: null,
      note: "How often the assumptions alone let the KPI fall below zero. A few percent do no harm.",
    },
  ];
}

function heaviestWeek({ khatMax, khatWeek, khatLimit }: FitHealth["loo"]): string {
  if (khatMax === null) return "No week moves the fit.";
  const limit = khatLimit.toFixed(2);
  return khatMax > khatLimit
    ? `The fit leans on the week of ${khatWeek}: above ${limit} a single week decides too much.`
    : `The week of ${khatWeek}. Below ${limit} no single week decides the result.`;
}

const VERDICTS: Readonly<Record<PriorVerdict, string>> = {
  robust: "Robust: assuming otherwise hardly changes it.",
  "prior-dominated": "Shaped by what was assumed: a lift test would settle it.",
  conflict: "Data and assumption pull apart: check the assumption against what is known of the channel.",
  unknown: "Can not be told from these draws.",
};

const LEARNED: Readonly<Record<PriorInfluence["learned"], string>> = {
  data: "the data",
  mixed: "both",
  prior: "the prior",
};

/** Per channel: what was learned, and what is assumed (C-10). */
export function influenceBlock(
  context: RunContext,
  health: FitHealth,
  places: DiagnosticPlaces,
  widths: readonly number[],
): Block {
  const counts = context.methodology.find(({ key }) => key === "diagnose.powerSensitivity");
  const from = counts === undefined ? "" : ` (a prior's pull counts from ${counts.value} on)`;
  const columns: TableColumn<PriorInfluence>[] = [
    { head: "Channel: data or assumption?", words: true, cell: ({ channel }) => text(channel, "label") },
    { head: "Comes from", centered: true, cell: ({ learned }) => text(LEARNED[learned], "center") },
    { head: "Uncertainty removed", cell: ({ learnedShare }) => pasted(learnedShare, SHARE) },
    { head: "Moved, prior sd", cell: ({ shift }) => pasted(shift, TWO_DECIMALS) },
    { head: "Prior's pull", cell: ({ priorSensitivity }) => pasted(priorSensitivity, RHAT) },
    { head: "Data's pull", cell: ({ dataSensitivity }) => pasted(dataSensitivity, RHAT) },
    {
      head: `What it means${from}`,
      words: true,
      span: widths.length - 6,
      cell: ({ verdict }) => text(VERDICTS[verdict]),
    },
  ];
  return tableBlock({
    row: places.influenceHeadRow,
    column: 0,
    columns,
    items: health.priorInfluence,
    widths,
  });
}
