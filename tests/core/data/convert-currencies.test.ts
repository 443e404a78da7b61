import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readFx } from "@mmm/core/data/read-fx.ts";
import { readHistories } from "@mmm/core/data/read-histories.ts";
import type { Reading } from "@mmm/core/data/reading.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { briefOf, DATA_RULES, TODAY } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

const MONTHS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map((month) => `2022-${month}`);
const RATES = MONTHS.map((month, at) => ({
  currency: "EUR",
  month,
  rate: 1 + (at + 1) / 100,
  source: "ECB",
}));
const WEEKS = 40; // 2022-01-03 to 2022-10-03
const spend = (week: number) => 100 + ((week * 37) % 41);

function read(tables: readonly Table[], fx: typeof RATES = []): Reading {
  return readHistories(tables, { ...emptyBrief(), fx }, DATA_RULES, TODAY);
}

function weeks(header: readonly string[], row: (week: number) => Cell[], file = "spend.csv"): Table {
  return table(
    [["week", ...header], ...Array.from({ length: WEEKS }, (_, week) => [monday(week), ...row(week)])],
    file,
  );
}

const mixed = weeks(["TV spend", "Search spend (EUR)", "Revenue (USD)"], (week) => [
  spend(week),
  spend(week + 3),
  9000 + ((week * 131) % 977),
]);

function columnOf(reading: Reading, name: string): Cell[] {
  const at = reading.weekly?.columns.indexOf(name) ?? -1;
  return (reading.weekly?.rows ?? []).map((row) => row[at] ?? null);
}

describe("several currencies (IN-33)", () => {
  it("stop until there are rates, and say how to give them", () => {
    const reading = read([mixed]);
    expect(reading.history).toBeNull();
    expect(reading.findings).toMatchObject([
      { code: "IN-33", severity: "stop", remedy: expect.stringContaining("--fx") },
    ]);
  });

  it("are converted at the rate of their month, to the cent, and logged with the source", () => {
    const reading = read([mixed], RATES);
    expect(reading.history).not.toBeNull();
    const search = columnOf(reading, "Search spend");
    expect(search[0]).toBe(Math.round(spend(3) * 1.01 * 100) / 100);
    expect(search[39]).toBe(Math.round(spend(42) * 1.1 * 100) / 100);
    expect(columnOf(reading, "TV spend")[0]).toBe(spend(0));
    expect(reading.repairs.find(({ code }) => code === "IN-33")).toMatchObject({
      id: "IN-33:Search spend (EUR)",
      after: expect.stringContaining("USD at 10 monthly rates (ECB)"),
      undoable: false,
    });
  });

  it("stop with every month that has no rate", () => {
    const reading = read([mixed], RATES.slice(0, 8));
    expect(reading.findings).toMatchObject([
      { code: "IN-33", severity: "stop", message: expect.stringContaining("EUR 2022-09, EUR 2022-10") },
    ]);
  });

  it("are found in a column of codes beside the amounts, row by row", () => {
    const rows = Array.from({ length: WEEKS }, (_, week) => [
      [monday(week), "TV", spend(week), "USD", 9000 + ((week * 131) % 977)],
      [monday(week), "Search", spend(week + 3), "EUR", 9000 + ((week * 131) % 977)],
    ]).flat();
    const long = table([["week", "channel", "spend", "Currency code", "revenue"], ...rows]);
    expect(read([long]).findings).toMatchObject([{ code: "IN-33", severity: "stop" }]);
    const reading = read([long], RATES);
    expect(columnOf(reading, "Search spend")[0]).toBe(Math.round(spend(3) * 1.01 * 100) / 100);
    expect(columnOf(reading, "TV spend")[0]).toBe(spend(0));
  });

  it("are found between files, one currency each", () => {
    const ads = weeks(["Amount spent (EUR)"], (week) => [spend(week)], "meta_ads.csv");
    const shop = weeks(["Revenue (USD)"], (week) => [9000 + ((week * 131) % 977)], "shop.csv");
    expect(read([ads, shop]).findings).toMatchObject([{ code: "IN-33", severity: "stop" }]);
    expect(columnOf(read([ads, shop], RATES), "meta ads spend")[0]).toBe(
      Math.round(spend(0) * 1.01 * 100) / 100,
    );
  });

  it("are converted by a sheet called FX beside the data, which is no table of its own", () => {
    const rows = RATES.map(({ currency, month, rate, source }) => [currency, month, rate, source]);
    const fx: Table = {
      file: "book.xlsx",
      sheet: "FX",
      rows: [["currency", "month", "rate", "source"], ...rows],
    };
    const book: Table = { ...mixed, file: "book.xlsx", sheet: "Data", otherSheets: [fx] };
    const reading = read([book]);
    expect(reading.questions).toEqual([]);
    expect(columnOf(reading, "Search spend")[0]).toBe(Math.round(spend(3) * 1.01 * 100) / 100);
    const broken = {
      ...book,
      otherSheets: [
        {
          ...fx,
          rows: [
            ["a", "b"],
            ["x", 1],
          ],
        },
      ],
    };
    expect(read([broken]).findings).toMatchObject([{ code: "IN-33", where: { sheet: "FX" } }]);
  });

  it("leave a table in one other currency as it is, with a warning (IN-32)", () => {
    const euros = weeks(["TV spend (EUR)", "Revenue (EUR)"], (week) => [
      spend(week),
      9000 + ((week * 131) % 977),
    ]);
    expect(read([euros]).findings).toMatchObject([{ code: "IN-32", severity: "warn" }]);
    expect(columnOf(read([euros]), "TV spend")[0]).toBe(spend(0));
  });
});

describe("the table of rates", () => {
  it("is read in any order of columns", () => {
    const rates = readFx(
      table([
        ["rate", "month", "currency", "source"],
        ["1,09", "Jan 2024", "EUR", "ECB"],
        ["0.0068", "2024-02-15", "JPY", "BoJ"],
      ]),
      DATA_RULES,
    );
    expect(rates.value).toEqual([
      { currency: "EUR", month: "2024-01", rate: 1.09, source: "ECB" },
      { currency: "JPY", month: "2024-02", rate: 0.0068, source: "BoJ" },
    ]);
  });

  it("stops at a row without a rate, naming it", () => {
    const { value, notes } = readFx(
      table([
        ["currency", "month", "rate"],
        ["EUR", "2024-01", 1.1],
        ["EUR", "2024-02", 0],
      ]),
      DATA_RULES,
    );
    expect(value).toBeNull();
    expect(notes.findings).toMatchObject([{ code: "IN-33", where: { cell: "A3" } }]);
  });

  it("may stand in the brief", () => {
    expect(briefOf({ fx: [{ currency: "€", month: "2024-01", rate: 1.09, source: "ECB" }] }).fx).toEqual([
      { currency: "EUR", month: "2024-01", rate: 1.09, source: "ECB" },
    ]);
    expect(() => briefOf({ fx: [{ currency: "EUR", month: "Jan", rate: 1 }] })).toThrow("no month");
  });
});
