import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readHistories } from "@mmm/core/data/read-histories.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Reading } from "@mmm/core/data/reading.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import fc from "fast-check";
import { DATA_RULES, TODAY } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

const FIRST = daysFromIso("2024-01-01") ?? 0; // a Monday
const DAYS = 210;

function read(tables: readonly Table[], answers: Readonly<Record<string, string>> = {}): Reading {
  return readHistories(tables, { ...emptyBrief(), answers }, DATA_RULES, TODAY);
}

function rows(count: number, step: number, row: (at: number) => Cell[]): Cell[][] {
  return Array.from({ length: count }, (_, at) => [isoDate(FIRST + at * step), ...row(at)]);
}

const cents = (at: number, seed: number) => ((at * 7919 + seed * 104_729) % 90_000) / 100;
const google = table(
  [
    ["Day", "Campaign", "Cost", "Impr.", "Conversions", "Cost / conv."],
    ...rows(DAYS, 1, (at) => ["Brand", cents(at, 1), at * 10, 3, 1.2]),
    ...rows(DAYS, 1, (at) => ["Generic", cents(at, 2), at * 20, 4, 1.3]),
  ],
  "google_ads.csv",
);
const tv = table(
  [["Week", "TV spend"], ...rows(DAYS / 7, 7, (at) => [5000 + ((at * 37) % 11) * 100])],
  "tv.csv",
);
const shop = table(
  [["date", "orders", "revenue"], ...rows(DAYS, 1, (at) => [90 + (at % 17), 9000 + cents(at, 3)])],
  "shop.csv",
);
const factors = table(
  [
    ["date", "factor_name", "value"],
    ...rows(DAYS / 7, 7, (at) => ["temperature", 5 + (at % 13)]),
    ...rows(DAYS / 7, 7, (at) => ["confidence", 90 + (at % 7)]),
  ],
  "external_factors.csv",
);

function columnOf(reading: Reading, name: string): Cell[] {
  const at = reading.weekly?.columns.indexOf(name) ?? -1;
  return (reading.weekly?.rows ?? []).map((row) => row[at] ?? null);
}

describe("several files joined by week (C-01 … C-06)", () => {
  it("adds up campaigns and days, names the channel after its file and takes the shop's KPI", () => {
    const reading = read([google, tv, shop, factors]);
    expect(reading.findings.filter(({ severity }) => severity === "stop")).toEqual([]);
    expect(reading.questions).toEqual([]);
    expect(reading.mapping).toMatchObject({ kpi: "revenue", controls: ["confidence", "temperature"] });
    expect(reading.history?.channels.map(({ name }) => name)).toEqual(["google ads", "TV"]);
    const week = Array.from({ length: 7 }, (_, at) => Math.round(100 * (cents(at, 1) + cents(at, 2))));
    expect(columnOf(reading, "google ads spend")[0]).toBe(week.reduce((sum, cent) => sum + cent, 0) / 100);
    expect(columnOf(reading, "google ads exposure")[0]).toBe(21 * 30);
    expect(columnOf(reading, "temperature").slice(0, 3)).toEqual([5, 6, 7]);
  });

  it("does not care for the order of the files", () => {
    const forth = read([google, tv, shop, factors]);
    const back = read([factors, shop, tv, google]);
    const sorted = (reading: Reading) => [...(reading.weekly?.columns ?? [])].sort();
    expect(sorted(back)).toEqual(sorted(forth));
    for (const name of sorted(forth)) expect(columnOf(back, name)).toEqual(columnOf(forth, name));
  });

  it("puts a platform's exports of two periods one beneath the other, the week between them whole", () => {
    const [head = [], ...body] = google.rows;
    const cut = isoDate(FIRST + 100);
    const half = (file: string, keep: (date: string) => boolean) =>
      table([head, ...body.filter((row) => keep(String(row[0])))], file);
    const parts = [
      half("google_ads_1.csv", (date) => date < cut),
      half("google_ads_2.csv", (date) => date >= cut),
    ];
    expect(read([...parts, tv, shop]).weekly?.rows).toEqual(read([google, tv, shop]).weekly?.rows);
  });

  it("cuts to the weeks with KPI and media and says the span of each file (C-06)", () => {
    const short = table(shop.rows.slice(0, 141), "shop.csv");
    const reading = read([google, tv, short]);
    expect(columnOf(reading, "week")).toHaveLength(20);
    const said = reading.findings.find(({ code }) => code === "C-06");
    expect(said?.severity).toBe("warn");
    expect(said?.message).toContain("shop.csv 2024-01-01 to 2024-05-13");
  });

  it("stops without spend and says where to get it (C-05)", () => {
    const reading = read([shop, factors]);
    expect(reading.history).toBeNull();
    expect(reading.findings.at(-1)?.remedy).toContain("C-05");
  });

  it("asks before weeks of another weekday are moved (IN-24)", () => {
    const sundays = table(
      [
        ["Week", "Radio spend"],
        ...rows(DAYS / 7, 7, (at) => [800 + (at % 5)]).map(([, cost = null], at) => [
          isoDate(FIRST - 1 + 7 * at),
          cost,
        ]),
      ],
      "radio.csv",
    );
    const reading = read([google, tv, sundays, shop]);
    expect(reading.questions).toMatchObject([
      { id: "IN-24@radio.csv", where: { file: "radio.csv", cell: "A2:A31" } },
    ]);
    expect(columnOf(read([google, tv, sundays, shop], { "IN-24": "shift" }), "Radio spend")[0]).toBe(800);
  });

  it("names file and cell of what it mends, and undoes one of two cells of the same name", () => {
    const dirty = (file: string, header: string, pattern: number) =>
      table(
        [["Week", header], ...rows(30, 7, (at) => [at === 4 ? "1,234.50" : 400 + ((at * pattern) % 900)])],
        file,
      );
    const files = [dirty("radio.csv", "Radio spend", 131), dirty("ooh.csv", "OOH spend", 173), shop];
    const ids = read(files).repairs.filter(({ code }) => code === "IN-30");
    expect(ids.map(({ id, where }) => [id, where.file, where.cell])).toEqual([
      ["IN-30:B6@radio.csv", "radio.csv", "B6"],
      ["IN-30:B6@ooh.csv", "ooh.csv", "B6"],
    ]);
    const undone = read(files, { "IN-30:B6@ooh.csv": "undo" });
    expect(undone.findings.filter(({ severity }) => severity === "stop")).toMatchObject([
      { code: "IN-30", where: { file: "ooh.csv", cell: "B6" } },
    ]);
  });

  it("says once per column what a channel's missing weeks need", () => {
    const late = table([tv.rows[0] ?? [], ...tv.rows.slice(6)], "tv.csv");
    expect(read([google, late, shop]).questions).toMatchObject([{ id: "IN-38:TV spend" }]);
  });

  it("warns of a file whose days are in another time zone than the KPI's (IN-29)", () => {
    const utc = table(
      [["Start Date (in UTC)", ...(google.rows[0] ?? []).slice(1)], ...google.rows.slice(1)],
      "linkedin.csv",
    );
    const warned = read([utc, tv, shop]).findings.find(({ code }) => code === "IN-29");
    expect(warned).toMatchObject({ severity: "warn", where: { file: "linkedin.csv", cell: "A1" } });
    expect(read([google, tv, shop]).findings.some(({ code }) => code === "IN-29")).toBe(false);
  });

  it("reads one table as readHistory does", () => {
    const one = table([
      ["week", "TV spend", "revenue"],
      ...Array.from({ length: 30 }, (_, at) => [monday(at), 100 + ((at * 7) % 13), 5000 + ((at * 37) % 101)]),
    ]);
    expect(read([one])).toEqual(readHistory(one, emptyBrief(), DATA_RULES, TODAY));
  });
});

describe("a wide table cut into files", () => {
  const headers = ["TV spend", "Search spend", "Radio spend", "Price", "revenue"];
  const cell = (week: number, at: number) =>
    500 * (at + 1) + ((week * (31 + 6 * at) + at * at * 17) % (97 + at));
  const whole = Array.from({ length: 60 }, (_, week) => [
    monday(week),
    ...headers.map((_, at) => cell(week, at)),
  ]);

  it("gives the same history bit for bit, however it is cut", () => {
    const expected = read([table([["week", ...headers], ...whole])]);
    expect(expected.history).not.toBeNull();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }), (places) => {
        const files = [0, 1, 2].flatMap((file) => {
          const taken = headers.map((_, at) => at).filter((at) => places[at] === file);
          if (taken.length === 0) return [];
          const pick = (row: readonly Cell[]) => [row[0] ?? null, ...taken.map((at) => row[at + 1] ?? null)];
          return [table([["week", ...headers], ...whole].map(pick), `part ${"abc"[file]}.csv`)];
        });
        const reading = read(files);
        for (const { name, spend } of expected.history?.channels ?? [])
          expect(reading.history?.channels.find((channel) => channel.name === name)?.spend).toEqual(spend);
        expect(reading.history?.kpi.values).toEqual(expected.history?.kpi.values);
        expect(reading.history?.controls).toEqual(expected.history?.controls);
      }),
      { numRuns: 40 },
    );
  });
});
