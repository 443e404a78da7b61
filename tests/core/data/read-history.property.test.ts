/** Whatever a table holds, reading and judging it ends in words and finite numbers (issue 2, "Bad input"). */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import type { Brief } from "@mmm/core/data/brief.ts";
import { mappingSentences } from "@mmm/core/data/mapping-sentences.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { emptyBrief, readBrief } from "@mmm/core/data/read-brief.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Reading } from "@mmm/core/data/reading.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { DATA_ROWS } from "@mmm/core/govern/rows/data-rows.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import fc from "fast-check";
import { monday, table } from "../../fixtures/weekly-table.ts";

const rules = defaultRules(DATA_ROWS);
const auditRules = defaultRules(AUDIT_ROWS);
const TODAY = "2026-11-22";

const oddText = fc.constantFrom(
  "",
  " ",
  "--",
  "n/a",
  "null",
  "#REF!",
  "#N/A",
  "Inf",
  "NaN",
  "-",
  "1,234.50",
  "1.234,50",
  "1.234",
  "$5",
  "€ 7",
  "EUR 12",
  "(3)",
  "4-",
  "12K",
  "3.4M",
  "1E+05",
  "50%",
  "1\u00a0234",
  "\uff11\uff12",
  "=1+1",
  "Total",
  "Jan 1-4",
  "2025-W07",
  "03/04/2024",
  "13/04/2024",
  "04/13/24",
  "2024-02-30",
  "2024-01-01T00:00:00+05:00",
  "Jan-25",
  "__proto__",
  "1e999",
); // prettier-ignore
const oddCell: fc.Arbitrary<Cell> = fc.oneof(
  oddText,
  fc.string({ maxLength: 8 }),
  fc.double(),
  fc.integer({ min: -5, max: 60_000 }),
  fc.boolean(),
  fc.constant(null),
);
const header = fc.oneof(
  fc.constantFrom(
    "date",
    "week",
    "revenue",
    "orders",
    "conversions",
    "revenue_per_order",
    "TV spend",
    "Meta Spend (USD)",
    "TV impressions",
    "price",
    "promo",
    "geo",
    "channel",
    "spend",
    "x1_effect",
    "t",
    "event_1",
    "",
  ), // prettier-ignore
  fc.string({ maxLength: 6 }),
);
const answers = fc.dictionary(
  fc.constantFrom(
    "IN-01",
    "IN-09",
    "IN-15",
    "IN-22",
    "IN-23",
    "IN-24",
    "IN-31",
    "IN-36",
    "IN-38",
    "IN-39",
    "IN-42",
    "IN-50",
  ),
  fc.constantFrom(
    "letters",
    "transpose",
    "dmy",
    "drop",
    "sum",
    "shift",
    "decimal",
    "percent",
    "zero",
    "carry",
    "interpolate",
    "move",
    "merge",
    "micros",
    "stop",
  ),
); // prettier-ignore

/** Any rectangle or ragged shape of any cells. */
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.array(oddCell, { maxLength: 7 }), { maxLength: 12 })
  .map((rows) => table(rows));

/** A table that is nearly right: weeks, numbers, and a few odd cells among them. */
const nearTable: fc.Arbitrary<Table> = fc
  .record({
    headers: fc.uniqueArray(header, { minLength: 2, maxLength: 6 }),
    weeks: fc.integer({ min: 1, max: 60 }),
    odd: fc.array(fc.tuple(fc.nat(), fc.nat(), oddCell), { maxLength: 4 }),
    number: fc.func(
      fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, 5e-324, 1e15)),
    ),
  })
  .map(({ headers, weeks, odd, number }) => {
    const rows: Cell[][] = Array.from({ length: weeks }, (_, week) => [
      monday(week),
      ...headers.map((name) => number(week, name)),
    ]);
    for (const [row, column, cell] of odd) rows[row % weeks][column % (headers.length + 1)] = cell;
    return table([["week", ...headers], ...rows]);
  });

function numbersOf(history: MediaHistory): number[] {
  return [
    ...history.kpi.values,
    ...(history.kpi.revenuePerKpi ?? []),
    ...history.channels.flatMap(({ spend, exposure }) => [...spend, ...(exposure ?? [])]),
    ...history.controls.flatMap(({ values }) => [...values]),
    ...history.events.flatMap(({ values }) => [...values]),
  ];
}

/** Texts that we wrote ourselves; cells quoted from the user may well say "NaN". */
function ownWords(texts: readonly string[], quoted: Table): string[] {
  const cells = quoted.rows
    .flat()
    .filter((cell) => cell !== null)
    .map(String);
  const words = [...new Set(cells)].filter((cell) => /nan|inf|null|undefined|object/i.test(cell));
  return texts.map((text) => words.reduce((rest, word) => rest.split(word).join(""), text));
}

function expectSound(source: Table, reading: Reading): void {
  const said = [...reading.findings, ...reading.questions].map(({ message }) => message);
  const remedies = reading.findings.map(({ remedy }) => remedy);
  const after = reading.repairs.map((repair) => repair.after);
  const sentences = mappingSentences(reading.mapping);
  for (const text of ownWords([...said, ...remedies, ...after, ...sentences], source)) {
    expect(text).not.toMatch(/NaN|Infinity|undefined(?! value)|\bnull\b|\[object/);
  }
  const stopped =
    reading.questions.length > 0 || reading.findings.some(({ severity }) => severity === "stop");
  expect(reading.history === null).toBe(stopped);
  if (reading.history === null) return;
  expect(numbersOf(reading.history).every(Number.isFinite)).toBe(true);
  expectFiniteCard(source, reading.history, reading);
}

function expectFiniteCard(source: Table, history: MediaHistory, reading: Reading): void {
  const card = auditReadiness(history, auditRules, reading);
  // JSON turns NaN and infinities to null; the only null of the card's numbers is an unknown spendToRevenue
  const numbers = JSON.stringify({ ...card.facts, spendToRevenue: card.facts.spendToRevenue ?? 0 });
  expect(numbers).not.toMatch(/:null[,}]/);
  const words = ownWords(
    [JSON.stringify([card.findings, card.dimensions, card.refusal, card.biggestUnlock])],
    source,
  );
  expect(words[0]).not.toMatch(/NaN|Infinity|undefined/);
  expect(card.overall).toBeGreaterThanOrEqual(1);
  expect(card.overall).toBeLessThanOrEqual(5);
}

describe("readHistory", () => {
  it("ends in findings or a finite history for any cells at all", () => {
    fc.assert(
      fc.property(anyTable, answers, (source, given) => {
        const brief: Brief = { ...emptyBrief(), answers: given };
        expectSound(source, readHistory(source, brief, rules, TODAY));
      }),
      { numRuns: 400 },
    );
  });

  it("ends in findings or a finite history for weekly tables with odd cells", () => {
    fc.assert(
      fc.property(nearTable, answers, (source, given) => {
        const brief: Brief = { ...emptyBrief(), answers: given };
        expectSound(source, readHistory(source, brief, rules, TODAY));
      }),
      { numRuns: 600 },
    );
  });
});

/** A believable wide table by column name. */
const COLUMNS: Readonly<Record<string, (week: number) => Cell>> = {
  "TV spend": (week) => 100 + ((week * 7) % 31),
  "Search spend": (week) => 40 + ((week * 5) % 17),
  TV_impressions: (week) => 1000 + week,
  "Search clicks": (week) => 2000 - week,
  revenue: (week) => 5000 + ((week * 13) % 101),
  price: (week) => 9 + (week % 4),
  event_sale: (week) => (week % 26 === 3 ? 1 : 0),
  t: (week) => week,
  geo: () => "Local",
};

function shuffledTable(order: readonly string[]): Table {
  const rows = Array.from({ length: 40 }, (_, week) =>
    order.map((name) => (name === "week" ? monday(week) : (COLUMNS[name]?.(week) ?? null))),
  );
  return table([order, ...rows]);
}

describe("joining by name", () => {
  const names = ["week", ...Object.keys(COLUMNS)];
  const shuffled = fc.shuffledSubarray(names, { minLength: names.length });

  it("gives the same history in whatever order the columns stand, detected or stated", () => {
    const stated = readBrief({
      table: { date: "week", kpi: "revenue" },
      channels: [
        { name: "TV", spend: "TV spend", exposure: "TV_impressions" },
        { name: "Search", spend: "Search spend" },
      ],
      controls: [{ column: "price", type: "price" }],
    });
    if (stated.kind !== "brief") throw new Error("the brief of this test is wrong");
    for (const brief of [emptyBrief(), stated.brief]) {
      const expected = readHistory(shuffledTable(names), brief, rules, TODAY).history;
      expect(expected?.channels).toHaveLength(2);
      fc.assert(
        fc.property(shuffled, (order) => {
          expect(readHistory(shuffledTable(order), brief, rules, TODAY).history).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    }
  });

  it("gives the same history in whatever order the rows stand, and says that it sorted them", () => {
    const sorted = shuffledTable(names);
    const expected = readHistory(sorted, emptyBrief(), rules, TODAY).history;
    const [head, ...weeks] = sorted.rows;
    fc.assert(
      fc.property(fc.shuffledSubarray(weeks, { minLength: weeks.length }), (order) => {
        const reading = readHistory(table([head, ...order]), emptyBrief(), rules, TODAY);
        expect(reading.history).toEqual(expected);
        const moved = order.some((row, place) => row !== weeks[place]);
        expect(reading.repairs.some(({ code }) => code === "IN-21")).toBe(moved);
      }),
      { numRuns: 60 },
    );
  });
});

describe("readBrief", () => {
  it("returns a brief or problems for any parsed YAML", () => {
    const keys = fc.constantFrom(
      "company",
      "table",
      "channels",
      "controls",
      "events",
      "budget",
      "answers",
      "chanels",
      "margin",
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything())), (parsed) => {
        const reading = readBrief(parsed);
        if (reading.kind === "problems") expect(reading.problems.length).toBeGreaterThan(0);
        else expect(Number.isInteger(reading.brief.sampling.seed)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
