import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readHistories } from "@mmm/core/data/read-histories.ts";
import { createRowSummer } from "@mmm/core/data/sum-rows.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { DATA_RULES, TODAY } from "../../fixtures/reading.ts";
import { table } from "../../fixtures/weekly-table.ts";

const FIRST = daysFromIso("2024-01-01") ?? 0;
const DAYS = 210;
const noise = (at: number, seed: number) => ((at * 7919 + seed * 104_729) % 9973) / 9973;
const money = (value: number) => value.toFixed(2);

const HEAD = ["Day", "Channel", "Campaign", "Cost", "Impressions", "Avg. CPC"];
const rows: Cell[][] = Array.from({ length: DAYS }, (_, day) =>
  ["Search", "Social"].flatMap((channel, at) =>
    ["a", "b", "c"].map((campaign, part) => [
      isoDate(FIRST + day),
      channel,
      `${channel} ${campaign}`,
      money(900 * noise(day + Math.floor(day / 7) * 31, at * 3 + part)),
      String(100 + ((day * 13 + part) % 97)),
      "0.31",
    ]),
  ),
).flat();
const long = table([["Report"], HEAD, ...rows], "ads.csv");
const shop = table(
  [
    ["date", "revenue"],
    ...Array.from({ length: DAYS }, (_, day) => [isoDate(FIRST + day), money(9000 + 3000 * noise(day, 9))]),
  ],
  "shop.csv",
);

function summed(source: Table, batch: number): Table {
  const summer = createRowSummer({ ...source, rows: source.rows.slice(0, 60) });
  if (summer === null) throw new Error("no summer");
  const body = source.rows.slice(summer.skip);
  for (let at = 0; at < body.length; at += batch) summer.add(body.slice(at, at + batch));
  const { table: made, faults } = summer.finish();
  expect(faults).toEqual([]);
  return made;
}

const read = (tables: readonly Table[]) => readHistories(tables, emptyBrief(), DATA_RULES, TODAY);

describe("rows added up while they are read (IN-65)", () => {
  it.each([1, 7, 5000])("give the same history as the rows themselves, in batches of %d", (batch) => {
    const whole = read([long, shop]);
    const sums = read([summed(long, batch), shop]);
    expect(whole.history).not.toBeNull();
    expect(sums.history?.channels).toEqual(whole.history?.channels);
    expect(sums.weekly?.rows).toEqual(whole.weekly?.rows);
  });

  it("hold a row per date and channel, and say how many there were", () => {
    const made = summed(long, 100);
    expect(made.rows).toHaveLength(1 + 2 * DAYS);
    expect(made.rows[0]).toEqual(["Day", "Channel", "Cost", "Impressions"]);
    expect(made.addedUp).toBe(rows.length);
    expect(read([made, shop]).repairs.find(({ code }) => code === "IN-65")).toMatchObject({
      before: "1260 rows",
    });
  });

  it("leave a sum unknown where one of its cells is blank (X-05)", () => {
    const holes = table(
      long.rows.map((row, at) => (at === 100 ? [...row.slice(0, 3), null, ...row.slice(4)] : row)),
      "ads.csv",
    );
    const blanks = (made: Table) => made.rows.filter((row) => row[2] === null).length;
    expect(blanks(summed(holes, 5000))).toBe(1);
  });

  it("say what is no number instead of leaving it out", () => {
    const summer = createRowSummer({ ...long, rows: long.rows.slice(0, 60) });
    summer?.add([["2024-01-01", "Search", "x", "about 5", "1", "1"]]);
    expect(summer?.finish().faults[0]).toContain("IN-30");
  });

  it("refuse a file without dates or spend", () => {
    expect(
      createRowSummer(
        table([
          ["a", "b"],
          ["x", 1],
          ["y", 2],
        ]),
      ),
    ).toBeNull();
    expect(createRowSummer(shop)).toBeNull();
  });
});
