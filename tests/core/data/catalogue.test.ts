/**
 * The catalogue of bad input (requirements §5.2), case by case: a table with one fault gets exactly the stated response.
 * Not here: 62, 63, 68–70 need sheets and hosts; 11, 17, 24–26, 28, 29 (calendar and grain), 33 with an FX sheet, 58 and 59
 * (events) have their own tests; what the audit tells of is in tests/core/audit/catalogue.test.ts.
 */

import { cleanTable } from "@mmm/core/report/json/clean-table.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import {
  CLEAN,
  cleanRow,
  HEADERS,
  LONG_HEADERS,
  LONG_ROWS,
  noise,
  of,
  responses,
  WEEKS,
  withCells,
  withColumn,
  withExtra,
} from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

function grouped(figure: number): string {
  return String(figure).replace(/\B(?=(\d{3})+$)/g, ",");
}

const slashed = (order: "dmy" | "mdy", digits: 2 | 4) => (cell: Cell) => {
  const [year = "", month, day] = String(cell).split("-");
  const written = year.slice(4 - digits);
  return order === "dmy" ? `${day}/${month}/${written}` : `${month}/${day}/${written}`;
};

const ORIGINAL = cleanTable(readWith(of(CLEAN))).table;

it("a clean table has no fault", () => {
  expect(responses(readWith(of(CLEAN)))).toEqual([]);
  expect(ORIGINAL?.rows).toHaveLength(WEEKS);
});

describe("lossless faults: mended, logged, and the clean table is the original to the cent", () => {
  it.each<[string, Table, readonly string[], Record<string, string>]>([
    ["2", table([["Report of 2024"], ["Made by Ads"], HEADERS, ...CLEAN]), ["IN-02 repair"], {}],
    ["6 rows", table([HEADERS, ...CLEAN.slice(0, 5), [], ...CLEAN.slice(5)]), ["IN-06 repair"], {}],
    [
      "6 columns",
      table([HEADERS, ...CLEAN].map((row) => [...row.slice(0, 2), null, ...row.slice(2)])),
      ["IN-06 repair"],
      {},
    ],
    ["7 row", of([...CLEAN, ["Grand total", 1, 2, 3, 4]]), ["IN-07 repair", "IN-07 warn"], {}],
    [
      "7 column",
      withExtra("Total spend", (_, row) => Number(row[1]) + Number(row[2])),
      ["IN-07 repair", "IN-07 warn"],
      {},
    ],
    ["8", { ...of(CLEAN), hiddenRows: [4, 5] }, ["IN-08 repair"], { "IN-08": "include" }],
    [
      "9",
      table(HEADERS.map((header, column) => [header, ...CLEAN.map((row) => row[column] ?? null)])),
      ["IN-09 repair"],
      { "IN-09": "transpose" },
    ],
    ["10", table([LONG_HEADERS, ...LONG_ROWS]), ["IN-10 repair"], {}],
    ["13", { ...of(CLEAN), linkedCells: ["B4"] }, ["IN-13 warn"], {}],
    ["14", withColumn(0, (_, cell) => slashed("dmy", 4)(cell)), ["IN-14 repair"], {}],
    [
      "18",
      withColumn(0, (_, cell) => slashed("mdy", 2)(cell)),
      ["IN-14 repair", "IN-18 repair", "IN-18 warn"],
      {},
    ],
    ["19", withCells([2, 0, () => "2022-W03"]), ["IN-19 repair"], {}],
    ["20", withCells([2, 0, (cell) => `${cell}T00:00:00Z`]), ["IN-20 repair"], {}],
    ["20 zone", withCells([2, 0, (cell) => `${cell}T22:00:00-05:00`]), ["IN-20 repair", "IN-20 warn"], {}],
    ["21", of([...CLEAN].reverse()), ["IN-21 repair"], {}],
    [
      "22 long",
      table([LONG_HEADERS, ...LONG_ROWS.flatMap((row) => (row[1] === "TV" ? inTwo(row) : [row]))]),
      ["IN-10 repair", "IN-22 repair"],
      {},
    ],
    ["30", withColumn(3, (_, cell) => grouped(Number(cell))), ["IN-30 repair"], {}],
    ["31", withColumn(3, (_, cell) => `${grouped(Number(cell)).replace(",", ".")},00`), ["IN-31 repair"], {}],
    ["32", withColumn(1, (_, cell) => `$${cell}`), ["IN-32 repair"], {}],
    ["34", withColumn(3, (_, cell) => `${Number(cell) / 1000}K`), ["IN-34 repair"], {}],
    ["36 whole column", withColumn(4, (_, cell) => `${100 * Number(cell)}%`), ["IN-36 repair"], {}],
    ["41", withColumn(1, (_, cell) => `\u00a0${cell}\u200b`), ["IN-41 repair"], {}],
    ["44", withColumn(1, (_, cell) => Number(cell).toExponential()), ["IN-44 repair"], {}],
    [
      "50 long",
      table([
        LONG_HEADERS,
        ...LONG_ROWS.map((row, place) => (place === 4 ? [row[0], "T V", ...row.slice(2)] : row)),
      ]),
      ["IN-10 repair", "IN-50 repair"],
      { "IN-50": "merge" },
    ],
  ])("%s", (_, source, expected, answers) => {
    const reading = readWith(source, answers);
    expect(responses(reading)).toEqual(expected);
    expect(new Set(reading.repairs.map(({ id }) => id)).size).toBe(reading.repairs.length);
    const { table: clean } = cleanTable(reading);
    const order = clean?.columns.map((name) => ORIGINAL?.columns.indexOf(name) ?? -1) ?? [];
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
    const rows = clean?.rows.map((row) => ORIGINAL?.columns.map((_, place) => row[order.indexOf(place)]));
    expect(rows).toEqual(ORIGINAL?.rows);
  });

  it("3: a merged header cell holds for all its columns", () => {
    const rows = CLEAN.map(([week, tv, search, revenue, price], place) => [
      week,
      revenue,
      price,
      tv,
      noise(place, 5),
      search,
      noise(place, 6),
    ]);
    const tops = [null, "Shop", null, "TV", null, "Search", null];
    const names = ["week", "revenue", "price", "spend", "clicks", "spend", "clicks"];
    const reading = readWith(table([tops, names, ...rows]));
    expect(responses(reading)).toEqual(["IN-03 repair"]);
    expect(cleanTable(reading).table?.columns.slice(2, 6)).toEqual([
      "Search spend",
      "TV spend",
      "Search exposure",
      "TV exposure",
    ]);
  });

  it("4: a header of two rows without a merged cell", () => {
    const tops = [null, "TV", "Search", "Shop", "Shop"];
    const names = ["week", "spend", "spend", "revenue", "price"];
    expect(responses(readWith(table([tops, names, ...CLEAN])))).toEqual(["IN-04 repair"]);
  });

  it("4: a header of two rows whose upper one holds more names than the lower one", () => {
    const rows = CLEAN.map((row, week) => [...row, noise(week, 7), noise(week, 8), noise(week, 9)]);
    const tops = [null, "TV", "Search", "Shop", "Market", "Radio", "Print", "Mail"];
    const names = ["week", "spend", "spend", "revenue", "price", "spend", "spend", "spend"];
    const reading = readWith(table([tops, names, ...rows]));
    expect(responses(reading)).toEqual(["IN-04 repair"]);
    expect(reading.mapping.channels).toHaveLength(5);
  });

  it("35: brackets and a minus behind make a credit, which is then asked about (IN-39)", () => {
    for (const cell of ["(20)", "20-"]) {
      const reading = readWith(withCells([5, 1, () => cell]));
      expect(responses(reading)).toEqual(["IN-35 repair", "IN-39 ask"]);
    }
  });

  it("37: a mark for nothing is a blank, and then asked about (IN-38)", () => {
    for (const cell of ["--", "n/a", "null", "-"]) {
      expect(responses(readWith(withCells([5, 1, () => cell])))).toEqual(["IN-37 repair", "IN-38 ask"]);
    }
  });

  it("67: names in any script are accepted", () => {
    const source = of(CLEAN, ["week", "تلفاز spend", "テレビ spend", "revenue", "price"]);
    expect(responses(readWith(source))).toEqual([]);
    expect(cleanTable(readWith(source)).table?.columns).toContain("テレビ spend");
  });
});

function inTwo(row: readonly Cell[]): Cell[][] {
  const [week = null, channel = null, spend, ...rest] = row;
  return [
    [week, channel, 1, ...rest],
    [week, channel, Number(spend) - 1, ...rest],
  ];
}

const AMBIGUOUS = of(["01/02/2022", "01/09/2022"].map((date, week) => [date, ...cleanRow(week).slice(1)]));

describe("faults that are asked about: open they leave no table, their default or answer settles them", () => {
  it.each<[string, Table, string, string]>([
    ["1", table(CLEAN), "IN-01", "letters"],
    ["8", { ...of(CLEAN), hiddenRows: [4] }, "IN-08", "include"],
    [
      "9",
      table(HEADERS.map((header, column) => [header, ...CLEAN.map((row) => row[column] ?? null)])),
      "IN-09",
      "transpose",
    ],
    ["15", AMBIGUOUS, "IN-15", "mdy"],
    ["22 copies", table([LONG_HEADERS, ...LONG_ROWS, LONG_ROWS[3] ?? []]), "IN-22", "drop"],
    ["23", of(CLEAN.filter((_, week) => week !== 5)), "IN-23", "stop"],
    ["31 alone", withColumn(3, (_, cell) => (Number(cell) / 1000).toFixed(3)), "IN-31:revenue", "decimal"],
    ["36", withCells([5, 4, () => "10%"]), "IN-36:price", "percent"],
    ["38", withCells([5, 1, () => null]), "IN-38:TV spend", "stop"],
    ["39", withCells([5, 1, () => -20]), "IN-39:TV spend", "move"],
    [
      "39 rows",
      table([
        LONG_HEADERS,
        ...LONG_ROWS,
        [monday(5), "TV", -20, CLEAN[5]?.[3] ?? null, CLEAN[5]?.[4] ?? null],
      ]),
      "IN-39:spend",
      "net",
    ],
    ["50 wide", of(CLEAN, ["week", "FB spend", "Meta spend", "revenue", "price"]), "IN-50", "merge"],
    [
      "57",
      of(
        CLEAN.map((row) => [...row.slice(0, 4), Number(row[3]) * 1.2, row[4]]),
        ["week", "TV spend", "Search spend", "net revenue", "gross revenue", "price"],
      ),
      "IN-57",
      "net",
    ],
  ])("%s", (_, source, id, usual) => {
    const open = readWith(source);
    expect(open.questions).toMatchObject([{ id, code: id.slice(0, 5), default: usual }]);
    expect(cleanTable(open).table).toBeNull();
    const settled = readWith(source, { [id]: usual });
    expect(settled.questions.map((question) => question.id)).not.toContain(id);
    const refused = readWith(source, { [id]: "whatever" });
    expect(refused.findings).toContainEqual(
      expect.objectContaining({ severity: "stop", code: id.slice(0, 5) }),
    );
  });

  it("42: spend in millionths, seen by its price beside the others'", () => {
    const seen = (week: number) => 10_000 + noise(week, 6);
    const rows = CLEAN.map((row, week) => [
      ...row,
      Number(row[1]) * 9e5,
      seen(week),
      seen(week + 1),
      seen(week + 2),
    ]);
    const media = ["Video spend", "TV impressions", "Search impressions", "Video impressions"];
    const open = readWith(of(rows, [...HEADERS, ...media]));
    expect(open.questions).toMatchObject([{ id: "IN-42:Video spend", default: "micros" }]);
  });

  it("39: a credit moves to the weeks where the spend was booked, and the total stays", () => {
    const credit = [monday(5), "TV", -20, CLEAN[5]?.[3] ?? null, CLEAN[5]?.[4] ?? null];
    const source = table([LONG_HEADERS, ...LONG_ROWS, credit]);
    const spend = (answer: string) => readWith(source, { "IN-39:spend": answer }).history?.channels[1]?.spend;
    expect(spend("net")?.[5]).toBe(Number(CLEAN[5]?.[1]) - 20);
    expect(spend("move")?.[5]).toBe(CLEAN[5]?.[1]);
    expect(spend("move")?.[4]).toBe(Number(CLEAN[4]?.[1]) - 20);
  });

  it("50: merged, the renamed channel holds both halves", () => {
    const source = of(CLEAN, ["week", "FB spend", "Meta spend", "revenue", "price"]);
    const { table: clean } = cleanTable(readWith(source, { "IN-50": "merge" }));
    expect(clean?.columns).toEqual(["week", "kpi", "Meta spend", "price"]);
    expect(clean?.rows[7]?.[2]).toBe(Number(CLEAN[7]?.[1]) + Number(CLEAN[7]?.[2]));
    const kept = cleanTable(readWith(source, { "IN-50": "keep" })).table;
    expect(kept?.columns).toEqual(["week", "kpi", "FB spend", "Meta spend", "price"]);
  });
});

describe("faults that stop: no table, and the cell is named", () => {
  it.each<[string, Table, string]>([
    ["5", of(CLEAN, ["week", "TV spend", "TV spend", "revenue", "price"]), "IN-05"],
    ["12", withCells([2, 3, () => "#REF!"]), "IN-12"],
    ["16", withCells([2, 0, () => "17/01/2022"], [3, 0, () => "01/24/2022"]), "IN-16"],
    ["19 range", withCells([2, 0, () => "Jan 17-23"]), "IN-19"],
    ["22 wide", withCells([2, 0, () => monday(1)]), "IN-22"],
    ["27", of([...CLEAN.slice(1), ["2027-01-04", ...cleanRow(0).slice(1)]]), "IN-27"],
    ["33", withCells([2, 1, (cell) => `$${cell}`], [3, 1, (cell) => `€${cell}`]), "IN-33"],
    ["44", withCells([2, 1, () => Number.POSITIVE_INFINITY]), "IN-44"],
    ["46 KPI", withColumn(3, () => 5000), "IN-46"],
    ["51", withExtra("Paid spend", (_, row) => Number(row[1]) + Number(row[2])), "IN-51"],
    ["52", withColumn(2, (week) => 2 * Number(CLEAN[week]?.[1])), "IN-52"],
    ["53", withColumn(1, (week) => 0.1 * Number(CLEAN[week]?.[3])), "IN-53"],
  ])("%s", (_, source, code) => {
    const reading = readWith(source);
    expect(cleanTable(reading).table).toBeNull();
    const stops = reading.findings.filter(({ severity }) => severity === "stop");
    expect(stops.map((stop) => stop.code)).toEqual([code]);
    expect(stops[0]?.where.cell).toMatch(/^[A-Z]+\d+/);
  });
});

describe("faults that are told while the run goes on", () => {
  it.each<[string, Table, readonly string[]]>([
    ["40", withCells([2, 3, () => -50]), ["IN-40 warn"]],
    ["46 column", withColumn(4, () => 9), ["IN-46 repair", "IN-46 warn"]],
    ["47", withColumn(2, () => 0), ["IN-47 repair", "IN-47 warn"]],
    ["49", withColumn(2, (week, cell) => (week < 12 ? cell : 0)), ["IN-49 repair", "IN-49 warn"]],
    [
      "65",
      of(
        CLEAN.map((row, week) => [
          ...row,
          ...Array.from({ length: 60 }, (_, extra) => `note ${week} ${extra}`),
        ]),
        [...HEADERS, ...Array.from({ length: 60 }, (_, extra) => `note ${extra}`)],
      ),
      ["IN-65 warn"],
    ],
  ])("%s", (_, source, expected) => {
    const reading = readWith(source);
    expect(reading.history).not.toBeNull();
    expect(responses(reading)).toEqual(expected);
  });

  it("60: the latest weeks of conversions, with the option to leave them out", () => {
    const latest = CLEAN.map((row, week) => [recent(week), ...row.slice(1)]);
    const source = of(latest, ["week", "TV spend", "Search spend", "leads", "price"]);
    expect(responses(readWith(source))).toEqual(["IN-60 warn"]);
    const without = readWith(source, { "IN-60": "exclude" });
    expect(responses(without)).toEqual(["IN-60 repair"]);
    expect(without.history?.weeks).toHaveLength(WEEKS - 4);
    expect(responses(readWith(source, { "IN-60": "keep" }))).toEqual([]);
  });
});

/** Mondays of which the last ends on 2026-11-16, the week before the fixture's today. */
function recent(week: number): string {
  const last = Date.UTC(2026, 10, 9);
  return new Date(last - (WEEKS - 1 - week) * 7 * 86_400_000).toISOString().slice(0, 10);
}
