import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { briefOf, codesOf, DATA_RULES, readWith, TODAY } from "../../fixtures/reading.ts";
import { monday, table, weeklyTable } from "../../fixtures/weekly-table.ts";

const WEEKS = 20;
const tv = (week: number) => 10 + ((week * 7) % 11);
const search = (week: number) => 5 + ((week * 5) % 13);
const revenue = (week: number) => 100 + ((week * 3) % 17);

/** One row per week and channel. */
function longRows(): Cell[][] {
  return Array.from({ length: WEEKS }, (_, week) => [
    [monday(week), "TV", tv(week), revenue(week)],
    [monday(week), "Search", search(week), revenue(week)],
  ]).flat();
}

function long(rows: Cell[][]) {
  return table([["week", "channel", "spend", "revenue"], ...rows]);
}

describe("a long table", () => {
  it("gives the same history as the wide one", () => {
    const fromLong = readWith(long(longRows()));
    const fromWide = readHistory(
      weeklyTable(WEEKS, { Search: search, TV: tv, revenue }),
      briefOf({ table: { kpi: "revenue" }, channels: [{ name: "Search" }, { name: "TV" }] }),
      DATA_RULES,
      TODAY,
    );
    expect(fromLong.mapping.layout).toBe("long");
    expect(fromLong.history).toEqual(fromWide.history);
  });

  it("takes a brief's channels by their names in the rows", () => {
    const brief = briefOf({
      table: { kpi: "revenue" },
      channels: [
        { name: "TV", spend: "spend", group: "brand" },
        { name: "search", spend: "spend" },
      ],
    });
    const { history } = readHistory(long(longRows()), brief, DATA_RULES, TODAY);
    expect(history?.channels.map(({ name, group, spend }) => [name, group, spend[1]])).toEqual([
      ["TV", "brand", tv(1)],
      ["search", "other", search(1)],
    ]);
  });

  it("adds up several rows of one channel and week, and logs it (IN-22)", () => {
    const split = longRows().flatMap(([week, channel, spend, kpi]) =>
      channel === "TV"
        ? [
            [week, channel, 1, kpi],
            [week, channel, Number(spend) - 1, kpi],
          ]
        : [[week, channel, spend, kpi]],
    );
    const reading = readWith(long(split));
    expect(Array.from(reading.history?.channels[1]?.spend ?? [])).toEqual(
      Array.from({ length: WEEKS }, (_, week) => tv(week)),
    );
    expect(reading.repairs).toMatchObject([{ id: "IN-22:spend" }, { id: "IN-10:channel", undoable: false }]);
  });

  it("asks about identical rows: twice the spend or twice the row (IN-22)", () => {
    const rows = [...longRows(), longRows()[0] ?? []];
    expect(readWith(long(rows)).questions).toMatchObject([{ id: "IN-22", choices: ["drop", "sum", "stop"] }]);
    expect(readWith(long(rows), { "IN-22": "drop" }).history?.channels[1]?.spend[0]).toBe(tv(0));
    expect(readWith(long(rows), { "IN-22": "sum" }).history?.channels[1]?.spend[0]).toBe(2 * tv(0));
  });

  it("asks whether spellings are one channel (IN-50)", () => {
    const rows = longRows().map((row, place) => (place === 0 ? [row[0], "tv ", row[2], row[3]] : row));
    expect(readWith(long(rows)).questions).toMatchObject([{ id: "IN-50" }]);
    expect(readWith(long(rows), { "IN-50": "merge" }).history?.channels.map(({ name }) => name)).toEqual([
      "Search",
      "TV",
    ]);
  });

  it("holds a week without a row of the channel for a blank, never for zero (IN-38)", () => {
    const reading = readWith(long(longRows().slice(1)));
    expect(reading.questions).toMatchObject([{ id: "IN-38:TV" }]);
  });

  it("leaves total rows out and warns (IN-07)", () => {
    const totals = Array.from({ length: WEEKS }, (_, week) => [
      monday(week),
      "Total",
      tv(week) + search(week),
      revenue(week),
    ]);
    const reading = readWith(long([...longRows(), ...totals]));
    expect(codesOf(reading)).toEqual(["IN-07 warn"]);
    expect(reading.history?.channels).toHaveLength(2);
  });

  it("takes no column that differs between channels for the business's KPI (IN-10)", () => {
    const rows = longRows().map(([week, channel, spend], place) => [week, channel, spend, place]);
    const reading = readWith(long(rows));
    expect(reading.history).toBeNull();
    expect(codesOf(reading)).toContain("IN-10 warn");
  });

  it("asks about a row that came twice, even in two spellings of its channel (IN-22)", () => {
    const again = [monday(3), "tv", tv(3), revenue(3)];
    const reading = readWith(long([...longRows(), again]), { "IN-50": "merge" });
    expect(reading.questions.map(({ id }) => id)).toEqual(["IN-22"]);
  });
});
