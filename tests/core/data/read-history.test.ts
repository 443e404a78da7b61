/** The catalogue of bad input (requirements §5.2) end to end: one well-formed table, one fault, one response. */

import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { briefOf, codesOf, DATA_RULES, readWith, TODAY } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

const WEEKS = 40;
const HEADERS = ["week", "TV spend", "Search spend", "revenue", "price"];

function cleanRow(week: number): Cell[] {
  return [
    monday(week),
    100 + ((week * 7) % 31),
    40 + ((week * 5) % 17),
    5000 + ((week * 13) % 101),
    9 + (week % 4),
  ];
}

function clean(): Cell[][] {
  return Array.from({ length: WEEKS }, (_, week) => cleanRow(week));
}

/** The clean table with some cells replaced: [data row, column, cell]. */
function withCells(...faults: ReadonlyArray<readonly [number, number, Cell]>): Table {
  const rows = clean();
  for (const [row, column, cell] of faults) rows[row][column] = cell;
  return table([HEADERS, ...rows], "spend.csv");
}

const BRIEF = {
  company: "Acme",
  table: { date: "week", kpi: "revenue" },
  channels: [
    { name: "TV", spend: "TV spend", group: "brand", min: 10, max: 500, lockedUntil: "2027-01-01" },
    { name: "Search", spend: "Search spend", group: "performance" },
  ],
  controls: [{ column: "price", type: "price", sign: "negative" }],
  events: [{ name: "Sale", start: monday(3) }],
};

describe("a clean table", () => {
  it("becomes a history by the brief, without a word", () => {
    const reading = readHistory(withCells(), briefOf(BRIEF), DATA_RULES, TODAY);
    expect(reading).toMatchObject({ findings: [], questions: [], repairs: [], mapping: { guessed: false } });
    const { history } = reading;
    expect(history).toMatchObject({ file: "spend.csv", sheet: null, company: "Acme", currency: "USD" });
    expect(history?.weeks.slice(0, 2)).toEqual(["2022-01-03", "2022-01-10"]);
    expect(history?.kpi).toMatchObject({ name: "revenue", kind: "money" });
    expect(history?.kpi.values[1]).toBe(5013);
    expect(history?.kpi.revenuePerKpi?.every((value) => value === 1)).toBe(true);
    expect(history?.channels[0]).toMatchObject({
      name: "TV",
      group: "brand",
      column: "TV spend",
      min: 10,
      max: 500,
    });
    expect(history?.channels[1]?.spend[2]).toBe(50);
    expect(history?.controls).toMatchObject([{ name: "price", type: "price", sign: "negative" }]);
    expect(Array.from(history?.events[0]?.values ?? []).indexOf(1)).toBe(3);
    expect(history).toMatchObject({ leftOut: [], imputed: [] });
  });

  it("is not changed by being read", () => {
    const source = withCells([3, 1, "1,234.50"]);
    const before = JSON.stringify(source);
    for (const row of source.rows) Object.freeze(row);
    readWith(source);
    expect(JSON.stringify(source)).toBe(before);
  });
});

const MINUTES = "2022-01-17T00:00:00Z";

describe("a fault that is mended (R): logged, and the run goes on", () => {
  it.each<[string, Table]>([
    ["IN-02", table([["Report of 2024"], ...withCells().rows])],
    ["IN-06", table([...withCells().rows.slice(0, 5), [], ...withCells().rows.slice(5)])],
    ["IN-07", table([...withCells().rows, ["Total", 1, 2, 3, 4]])],
    ["IN-14", withCells([2, 0, "17 Jan 2022"])],
    ["IN-19", withCells([2, 0, "2022-W03"])],
    ["IN-20", withCells([2, 0, MINUTES])],
    ["IN-21", table([...withCells().rows.slice(0, 1), ...withCells().rows.slice(1).reverse()])],
    ["IN-30", withCells([2, 3, "5,026.00"])],
    ["IN-31", withCells([2, 3, "5.026,00"])],
    ["IN-32", withCells([2, 1, "$114"])],
    ["IN-34", withCells([2, 3, "5.026K"])],
    ["IN-35", withCells([2, 4, "(11)"])],
    ["IN-41", withCells([2, 1, "1\uff114"])],
    ["IN-44", withCells([2, 1, "1.14E+02"])],
  ])("%s", (code, source) => {
    const reading = readWith(source);
    expect(reading.history).not.toBeNull();
    expect(reading.repairs.map((repair) => repair.code)).toContain(code);
    expect(reading.repairs.every(({ where }) => where.cell !== null)).toBe(true);
  });
});

describe("a fault that stops (S): no history, and the cell and remedy are named", () => {
  it.each<[string, Table]>([
    ["IN-05", table([["week", "TV spend", "TV spend", "revenue", "price"], ...clean()])],
    ["IN-12", withCells([2, 3, "#REF!"])],
    ["IN-14", withCells([2, 0, "soon"])],
    ["IN-16", withCells([2, 0, "17/01/2022"], [3, 0, "01/24/2022"])],
    ["IN-19", withCells([2, 0, "Jan 17-23"])],
    ["IN-22", withCells([2, 0, monday(1)])],
    [
      "IN-25",
      table([
        HEADERS,
        ...clean()
          .map((row, week) => [monday(2 * week), ...row.slice(1)])
          .slice(0, 30),
      ]),
    ],
    ["IN-27", withCells([39, 0, "2027-01-04"])],
    ["IN-30", withCells([2, 1, "about 100"])],
    ["IN-31", withCells([2, 1, "114,5"], [3, 1, "114.5"])],
    ["IN-33", withCells([2, 1, "$114"], [3, 1, "€114"])],
    ["IN-44", withCells([2, 1, Number.POSITIVE_INFINITY])],
    ["IN-46", table([HEADERS, ...clean().map((row) => [...row.slice(0, 3), 5000, row[4]])])],
    [
      "IN-52",
      table([HEADERS, ...clean().map((row) => [row[0], row[1], 2 * Number(row[1]), row[3], row[4]])]),
    ],
    [
      "IN-53",
      table([HEADERS, ...clean().map((row) => [row[0], 0.1 * Number(row[3]), row[2], row[3], row[4]])]),
    ],
  ])("%s", (code, source) => {
    const reading = readWith(source);
    expect(reading.history).toBeNull();
    const stop = reading.findings.find((finding) => finding.severity === "stop");
    expect(stop).toMatchObject({
      code,
      where: { file: "spend.csv", cell: expect.stringMatching(/^[A-Z]+\d+/) },
    });
    expect(stop?.remedy.length).toBeGreaterThan(20);
  });

  it("IN-51: a total beside its parts", () => {
    const rows = clean().map((row) => [...row, Number(row[1]) + Number(row[2])]);
    const reading = readWith(table([[...HEADERS, "Paid spend"], ...rows]));
    expect(codesOf(reading)).toEqual(["IN-51 stop"]);
  });
});

describe("a fault that is asked about (Q): no history until it is answered", () => {
  const ambiguous = table([
    HEADERS,
    ...["01/02/2022", "01/09/2022"].map((date, week) => [date, ...cleanRow(week).slice(1)]),
  ]);
  const missingWeek = table(withCells().rows.filter((_, row) => row !== 5));
  it.each<[string, Table, string, string]>([
    ["IN-01", table(clean()), "IN-01", "letters"],
    ["IN-15", ambiguous, "IN-15", "mdy"],
    ["IN-23", missingWeek, "IN-23", "interpolate"],
    ["IN-24", withCells([5, 0, "2022-02-08"]), "IN-24", "shift"],
    ["IN-36", withCells([5, 4, "10%"]), "IN-36:price", "fraction"],
    ["IN-38", withCells([5, 1, null]), "IN-38:TV spend", "zero"],
    ["IN-38 for a mark (IN-37)", withCells([5, 1, "--"]), "IN-38:TV spend", "carry"],
    ["IN-38 for the KPI", withCells([5, 3, null]), "IN-38:revenue", "interpolate"],
    ["IN-39", withCells([5, 1, -20]), "IN-39:TV spend", "move"],
  ])("%s", (_, source, id, answer) => {
    const open = readWith(source);
    expect(open.history).toBeNull();
    expect(open.questions.map((question) => question.id)).toContain(id);
    expect(open.questions.every(({ choices, ...question }) => choices.includes(question.default))).toBe(true);
    const answered = readWith(source, { [id]: answer });
    expect(answered.questions).toEqual([]);
    const refused = readWith(source, { [id]: "whatever" });
    expect(refused.history).toBeNull();
    expect(refused.findings.map(({ severity }) => severity)).toContain("stop");
  });

  it("counts what an answer filled in (X-05)", () => {
    const { history } = readWith(withCells([5, 1, null], [6, 1, null]), { "IN-38": "zero" });
    expect(history?.imputed).toEqual([{ column: "TV spend", cells: 2 }]);
  });

  it("asks everything at once rather than one thing per run", () => {
    const { questions } = readWith(withCells([5, 1, null], [6, 2, null], [7, 4, "10%"]));
    expect(questions.map(({ id }) => id).sort()).toEqual([
      "IN-36:price",
      "IN-38:Search spend",
      "IN-38:TV spend",
    ]);
  });
});

describe("a fault that is told (W): the run goes on", () => {
  it.each<[string, Table]>([
    ["IN-18", withCells([2, 0, "17/01/22"])],
    ["IN-20", withCells([2, 0, "2022-01-17T22:00:00-05:00"])],
    ["IN-32", withCells([2, 1, "€114"])],
    ["IN-40", withCells([2, 3, -50])],
    ["IN-46", table([HEADERS, ...clean().map((row) => [...row.slice(0, 4), 9])])],
    ["IN-47", table([HEADERS, ...clean().map((row) => [row[0], row[1], 0, ...row.slice(3)])])],
    [
      "IN-49",
      table([
        HEADERS,
        ...clean().map((row, week) => [row[0], row[1], week < 12 ? row[2] : 0, ...row.slice(3)]),
      ]),
    ],
  ])("%s", (code, source) => {
    const reading = readWith(source);
    expect(reading.history).not.toBeNull();
    expect(codesOf(reading)).toEqual([`${code} warn`]);
  });

  it("lists what is left out with its reason (IN-46, IN-47, IN-49)", () => {
    const source = table([HEADERS, ...clean().map((row) => [row[0], row[1], 0, row[3], 9])]);
    expect(readWith(source).history?.leftOut).toMatchObject([
      { name: "Search", code: "IN-47" },
      { name: "price", code: "IN-46" },
    ]);
  });
});

describe("a brief that does not fit the table", () => {
  it("stops at a missing column and names the nearest header", () => {
    const brief = briefOf({ ...BRIEF, table: { date: "week", kpi: "revenu" } });
    const { findings } = readHistory(withCells(), brief, DATA_RULES, TODAY);
    expect(findings[0]).toMatchObject({ severity: "stop", remedy: expect.stringContaining('"revenue"') });
  });

  it("stops at one column used twice", () => {
    const brief = briefOf({ ...BRIEF, controls: ["TV spend"] });
    const { findings } = readHistory(withCells(), brief, DATA_RULES, TODAY);
    expect(findings).toMatchObject([{ severity: "stop", where: { cell: "B1" } }]);
  });

  it("never lets a column of truth into a model, even when named (decisions §4)", () => {
    const source = table([[...HEADERS, "c1_effect"], ...clean().map((row, week) => [...row, week % 5])]);
    const named = readHistory(source, briefOf({ ...BRIEF, controls: ["c1_effect"] }), DATA_RULES, TODAY);
    expect(named.history).toBeNull();
    expect(readHistory(source, briefOf(BRIEF), DATA_RULES, TODAY).history?.controls).toHaveLength(1);
  });

  it("values a count KPI by a number or a weekly column, and only then", () => {
    const revenueOf = (revenuePerKpi: number | string | null) =>
      readHistory(
        withCells(),
        briefOf({ ...BRIEF, kpiKind: "count", controls: [], table: { ...BRIEF.table, revenuePerKpi } }),
        DATA_RULES,
        TODAY,
      ).history?.kpi.revenuePerKpi;
    expect(revenueOf(40)?.every((value) => value === 40)).toBe(true);
    expect(revenueOf("price")?.[1]).toBe(10);
    expect(revenueOf(null)).toBeNull();
  });

  it("lays lift tests on its weeks, and says which could not be used (IN-62)", () => {
    const test = { start: monday(4), end: monday(8), spendDelta: 5, lift: 2, lower: 1, upper: 3, level: 0.9 };
    const liftTests = [
      { ...test, channel: "TV" },
      { ...test, channel: "Radio" },
    ];
    const reading = readHistory(withCells(), briefOf({ ...BRIEF, liftTests }), DATA_RULES, TODAY);
    expect(reading.history?.liftTests).toMatchObject([{ channel: "TV", firstWeek: 4, lastWeek: 7, lift: 2 }]);
    expect(codesOf(reading)).toEqual(["IN-62 warn"]);
    expect(reading.findings[0]?.message).toContain("Radio");
  });

  it("turns a cost per order into money that comes back where an order has a value", () => {
    const channels = [{ ...BRIEF.channels[0], prior: "between 20 and 60 dollars per order, 80% sure" }];
    const priorOf = (revenuePerKpi: number | null) => {
      const table = { ...BRIEF.table, revenuePerKpi };
      const brief = briefOf({ ...BRIEF, kpiKind: "count", controls: [], channels, table });
      return readHistory(withCells(), brief, DATA_RULES, TODAY).history?.channels[0]?.prior;
    };
    expect(priorOf(null)).toEqual({ kind: "return", low: 1 / 60, high: 1 / 20, level: 0.8 });
    expect(priorOf(90)).toMatchObject({ low: expect.closeTo(1.5, 12), high: expect.closeTo(4.5, 12) });
  });

  it("leaves out an event that falls into no week", () => {
    const brief = briefOf({ ...BRIEF, events: [{ name: "Old", start: "2010-01-01" }] });
    expect(readHistory(withCells(), brief, DATA_RULES, TODAY).history?.leftOut).toMatchObject([
      { name: "Old" },
    ]);
  });
});

describe("places", () => {
  const placed = (place: (week: number) => string) =>
    table([[...HEADERS, "geo"], ...clean().map((row, week) => [...row, place(week)])]);

  it("ignores a geo column with one place", () => {
    expect(readWith(placed(() => "Local")).history).not.toBeNull();
  });

  it("stops at several places and says what to do (IN-10)", () => {
    const rows = clean().flatMap((row) => [
      [...row, "North"],
      [...row, "South"],
    ]);
    const reading = readWith(table([[...HEADERS, "geo"], ...rows]));
    expect(codesOf(reading)).toEqual(["IN-10 stop"]);
  });
});

describe("readHistory", () => {
  it("throws at a day that is no date: that is a programmer's error", () => {
    expect(() => readHistory(withCells(), briefOf(BRIEF), DATA_RULES, "today")).toThrow(RangeError);
  });
});
