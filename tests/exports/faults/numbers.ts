/** Faults of how numbers are written. */

import { type Cell, cleanName, type Draft, placesOf, text, weekOf, withCell, withColumn } from "../draft.ts";
import { LOCALES, written } from "../locales.ts";
import { cellText } from "../render.ts";
import type { Seeded } from "../seeded.ts";
import { type Fault, mends } from "./fault.ts";

type NumberCell = Extract<Cell, { readonly kind: "number" }>;

/** Columns of figures that no other fault has written to; all their cells are numbers or nothing. */
function untouched(draft: Draft, roles: readonly ("kpi" | "spend" | "exposure" | "control")[]): number[] {
  return roles
    .flatMap((role) => placesOf(draft, role))
    .filter((place) => draft.rows.every((cells) => cells[place] === null || cells[place]?.kind === "number"))
    .filter((place) => draft.rows.some((cells) => isFilled(cells[place])));
}

function isFilled(cell: Cell): cell is NumberCell {
  return cell?.kind === "number" && cell.units !== 0;
}

const holdsComma = (cell: Cell) => cell?.kind === "text" && cell.text.includes(",");

/** The notes of a text written with the country's own decimal mark, which may be a repair of its own (IN-31). */
function localNotes(codes: readonly string[], draft: Draft, written: Cell): ReturnType<typeof mends> {
  const isComma = draft.locale.decimal === "," && holdsComma(written);
  return mends(...codes, ...(isComma ? ["IN-31"] : []));
}

/** A whole column written anew. */
function wholeColumn(
  name: string,
  codes: readonly string[],
  write: (cell: NumberCell, draft: Draft) => string,
  {
    roles,
    isLocal,
    fits = () => true,
  }: { roles: Parameters<typeof untouched>[1]; isLocal: boolean; fits?: (draft: Draft) => boolean },
): Fault {
  return {
    name,
    stage: "cells",
    inject: (draft, random) => {
      const places = untouched(draft, roles);
      if (places.length === 0 || !fits(draft)) return null;
      const place = random.pick(places);
      const after = withColumn(draft, place, (cell) =>
        cell?.kind === "number" ? text(write(cell, draft)) : cell,
      );
      const comma = isLocal ? after.rows.map((cells) => cells[place]).find(holdsComma) : undefined;
      return { draft: after, outcome: localNotes(codes, draft, comma ?? null) };
    },
  };
}

/** A row and column of media whose cell is a number past zero; a KPI repeated in a long table must stay the same in all rows. */
function someCell(draft: Draft, random: Seeded): { row: number; place: number; cell: NumberCell } | null {
  const places = untouched(draft, ["spend", "exposure"]);
  if (places.length === 0) return null;
  const place = random.pick(places);
  const rows = draft.rows.flatMap((cells, row) => (isFilled(cells[place]) ? [row] : []));
  const row = random.pick(rows);
  const cell = draft.rows[row][place];
  return isFilled(cell) ? { row, place, cell } : null;
}

/** A few cells written anew, each with the same repair. */
function someCells(
  name: string,
  codes: readonly string[],
  write: (cell: NumberCell, draft: Draft) => string,
): Fault {
  return {
    name,
    stage: "cells",
    inject: (draft, random) => {
      const found = someCell(draft, random);
      if (found === null) return null;
      const { row, place, cell } = found;
      const anew = text(write(cell, draft));
      return { draft: withCell(draft, row, place, anew), outcome: localNotes(codes, draft, anew) };
    },
  };
}

const ENGLISH = LOCALES["en-US"];
const GERMAN = LOCALES["de-DE"];

const thousands = wholeColumn(
  "English thousands as text",
  ["IN-30"],
  ({ units, decimals }) => written(units, decimals, ENGLISH, "grouped"),
  // beside German "1.234" it would leave no mark to tell a thousand by, which is another fault (IN-31)
  {
    roles: ["kpi", "spend"],
    isLocal: false,
    fits: ({ locale, style }) => locale.decimal === "." || style.numbers === "plain",
  },
);
const european = wholeColumn(
  "European numbers as text",
  ["IN-31"],
  ({ units, decimals }) => written(units, decimals, GERMAN, "grouped"),
  { roles: ["kpi", "spend"], isLocal: false },
);
const spaced = wholeColumn(
  "no-break spaces",
  ["IN-41"],
  (cell, draft) => `\u00a0${cellText(cell, { ...draft, style: { ...draft.style, numbers: "plain" } })}\u200b`,
  { roles: ["kpi", "spend", "exposure"], isLocal: true },
);
const signs = wholeColumn(
  "currency signs",
  ["IN-32"],
  (cell, draft) => `${draft.locale.currency.sign}${plain(cell, draft)}`,
  { roles: ["kpi", "spend"], isLocal: true },
);
const percents = wholeColumn("percent signs", ["IN-36"], ({ units }) => `${units}%`, {
  roles: ["control"],
  isLocal: false,
});

/** "15%" in some cells, 15 in the others. */
const somePercents: Fault = {
  name: "percent signs in some cells",
  stage: "cells",
  inject: (draft) => {
    const [place] = untouched(draft, ["control"]);
    if (place === undefined || draft.layout !== "wide") return null;
    const write = (cell: Cell, row: number): Cell => {
      if (cell?.kind !== "number") return cell;
      return row % 3 === 0 ? text(`${cell.units}%`) : { kind: "number", units: cell.units, decimals: 0 };
    };
    return {
      draft: withColumn(draft, place, write),
      outcome: { ...mends("IN-36"), ask: { code: "IN-36", choice: "percent" } },
    };
  },
};

function plain(cell: NumberCell, { locale }: Draft): string {
  return written(cell.units, cell.decimals, locale, "plain");
}

const fullWidth = someCells("full-width digits", ["IN-41"], (cell, draft) =>
  plain(cell, draft).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
);
const abbreviated = someCells(
  "thousands as K",
  ["IN-34"],
  ({ units, decimals }, { locale }) => `${written(units, decimals + 3, locale, "plain")}K`,
);
const scientific = someCells("scientific notation", ["IN-44"], ({ units, decimals }, { locale }) => {
  const [mantissa, exponent] = Number(`${units}e-${decimals}`).toExponential().split("e");
  const power = Number(exponent);
  return `${mantissa.replace(".", locale.decimal)}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
});

/** A figure that is gone: asked about, and the answer fills it. */
function gone(name: string, cells: readonly Cell[], notes: readonly string[]): Fault {
  return {
    name,
    stage: "cells",
    inject: (draft, random) => {
      const found = someCell(draft, random);
      if (found === null) return null;
      const { row, place } = found;
      const lost = [[weekOf(draft, row), cleanName(draft, row, place)] as const];
      return {
        draft: withCell(draft, row, place, random.pick(cells)),
        outcome: { notes, ask: { code: "IN-38", choice: "interpolate" }, lost },
      };
    },
  };
}

const blank = gone("blank cell", [null], ["IN-38 repair"]);
const dashes = gone(
  "marks for nothing",
  [text("--"), text("n/a"), text("null"), text("-")],
  ["IN-37 repair", "IN-38 repair"],
);

function stopping(
  name: string,
  stop: string,
  write: (cell: NumberCell, draft: Draft, random: Seeded) => string,
): Fault {
  return {
    name,
    stage: "cells",
    inject: (draft, random) => {
      const found = someCell(draft, random);
      if (found === null) return null;
      const { row, place, cell } = found;
      return { draft: withCell(draft, row, place, text(write(cell, draft, random))), outcome: { stop } };
    },
  };
}

const errors = stopping("spreadsheet error", "IN-12", (_cell, _draft, random) =>
  random.pick(["#REF!", "#N/A", "#DIV/0!"]),
);
const infinite = stopping("infinite", "IN-44", () => "Infinity");
const words = stopping("words for a number", "IN-30", (_cell, _draft, random) =>
  random.pick(["tbd", "see invoice"]),
);

const mixedCurrencies: Fault = {
  name: "two currencies",
  stage: "cells",
  inject: (draft, random) => {
    const places = untouched(draft, ["spend"]);
    if (places.length === 0) return null;
    const place = random.pick(places);
    const rows = draft.rows.flatMap((cells, row) => (isFilled(cells[place]) ? [row] : []));
    const [first, second] = random.shuffled(rows);
    const write = (before: Draft, row: number, sign: string) => {
      const cell = before.rows[row][place];
      return withCell(before, row, place, isFilled(cell) ? text(`${sign}${plain(cell, draft)}`) : cell);
    };
    return { draft: write(write(draft, first, "$"), second, "€"), outcome: { stop: "IN-33" } };
  },
};

export const NUMBERS: readonly Fault[] = [
  thousands,
  european,
  spaced,
  signs,
  percents,
  somePercents,
  fullWidth,
  abbreviated,
  scientific,
  blank,
  dashes,
  errors,
  infinite,
  words,
  mixedCurrencies,
];
