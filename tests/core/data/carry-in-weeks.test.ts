/** Weeks with spend before the KPI begins (IN-38, X-05). */

import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { briefOf, codesOf, DATA_RULES, TODAY } from "../../fixtures/reading.ts";
import { monday, weeklyTable } from "../../fixtures/weekly-table.ts";

const WEEKS = 40;
const BEFORE = 6;

const tv = (week: number) => 100 + ((week * 7) % 31);
const search = (week: number) => 40 + ((week * 5) % 17);
const revenue = (week: number): Cell => (week < BEFORE ? null : 5000 + ((week * 13) % 101));
const price = (week: number): Cell => (week < BEFORE ? null : 9 + (week % 4));

const BRIEF = {
  table: { date: "week", kpi: "revenue" },
  channels: [
    { name: "TV", spend: "TV spend", exposure: "TV grp" },
    { name: "Search", spend: "Search spend" },
  ],
  controls: ["price"],
  events: [{ name: "Sale", start: monday(BEFORE + 3) }],
};

function read(
  columns: Readonly<Record<string, (week: number) => Cell>> = {},
  answers: Readonly<Record<string, string>> = {},
) {
  const source = weeklyTable(WEEKS, {
    "TV spend": tv,
    "TV grp": (week) => (week < BEFORE ? null : week + 1),
    "Search spend": search,
    revenue,
    price,
    ...columns,
  });
  return readHistory(source, briefOf({ ...BRIEF, answers }), DATA_RULES, TODAY);
}

describe("weeks with spend before the KPI begins", () => {
  it("come before the window, and their spend is carried in, oldest first", () => {
    const { history } = read();
    expect(history?.weeks).toHaveLength(WEEKS - BEFORE);
    expect(history?.weeks[0]).toBe(monday(BEFORE));
    expect([...(history?.channels[0]?.carryIn ?? [])]).toEqual([0, 1, 2, 3, 4, 5].map(tv));
    expect([...(history?.channels[1]?.carryIn ?? [])]).toEqual([0, 1, 2, 3, 4, 5].map(search));
    expect(history?.channels[0]?.spend[0]).toBe(tv(BEFORE));
    expect(history?.kpi.values[0]).toBe(revenue(BEFORE));
  });

  it("are told, with the place and what they are used for, and nothing else is asked of them", () => {
    const reading = read();
    expect(codesOf(reading)).toEqual(["IN-38 warn"]);
    expect(reading.questions).toEqual([]);
    expect(reading.findings[0]).toMatchObject({ where: { cell: "E2" } });
    expect(reading.findings[0]?.message).toContain(
      `begins on ${monday(BEFORE)}: the spend of the 6 weeks before it, from ${monday(0)} on, is used for its carryover`,
    );
  });

  it("shift controls, exposure and events with the window", () => {
    const { history } = read();
    expect(history?.controls[0]?.values[0]).toBe(price(BEFORE));
    expect(history?.channels[0]?.exposure?.[0]).toBe(BEFORE + 1);
    expect([...(history?.events[0]?.values ?? [])].indexOf(1)).toBe(3);
  });

  it("follow the rules of blank spend: what was it? (X-05)", () => {
    const gap = (week: number): Cell => (week === 2 ? null : tv(week));
    const asked = read({ "TV spend": gap });
    expect(asked.history).toBeNull();
    expect(asked.questions).toMatchObject([{ id: "IN-38:TV spend", where: { cell: "B4" } }]);
    const answered = read({ "TV spend": gap }, { "IN-38": "zero" });
    expect(answered.history?.channels[0]?.carryIn[2]).toBe(0);
    expect(answered.history?.imputed).toEqual([{ column: "TV spend", cells: 1 }]);
  });

  it("take credits of the window's first weeks, whose spend was booked in them (IN-39)", () => {
    const credit = (week: number): Cell => (week === BEFORE ? -30 : tv(week));
    const { history } = read({ "TV spend": credit }, { "IN-39": "move" });
    expect(history?.channels[0]?.carryIn[BEFORE - 1]).toBe(tv(BEFORE - 1) - 30);
    expect(history?.channels[0]?.spend[0]).toBe(0);
  });

  it("are asked about like any blank KPI where nothing was spent in them either", () => {
    const late =
      (spend: (week: number) => number) =>
      (week: number): Cell =>
        week < BEFORE ? null : spend(week);
    const known = { price: (week: number) => 9 + (week % 4) }; // a row without any figure is no week at all
    const reading = read({ ...known, "TV spend": late(tv), "Search spend": late(search) });
    expect(reading.questions.map(({ id }) => id)).toContain("IN-38:revenue");
  });

  it("are none where the KPI begins with the table, and a later blank is asked about", () => {
    const whole = read({
      revenue: (week) => 5000 + week,
      price: (week) => week % 4,
      "TV grp": (week) => week + 1,
    });
    expect(whole.history?.channels[0]?.carryIn).toHaveLength(0);
    expect(whole.findings).toEqual([]);
    const hole = read({ revenue: (week) => (week === 20 ? null : revenue(week)) });
    expect(hole.questions).toMatchObject([{ id: "IN-38:revenue", where: { cell: "E22" } }]);
  });

  it("are divided with the window where spend is in millionths (IN-42)", () => {
    const exposed = (week: number): Cell => (week < BEFORE ? null : 1000 * tv(week));
    const source = weeklyTable(WEEKS, {
      "TV spend": tv,
      "Search spend": search,
      "Video spend": (week) => 1e6 * tv(week + 5),
      ...Object.fromEntries(["TV", "Search", "Video"].map((name) => [`${name} grp`, exposed])),
      revenue,
    });
    const channels = ["TV", "Search", "Video"].map((name) => ({
      name,
      spend: `${name} spend`,
      exposure: `${name} grp`,
    }));
    const brief = briefOf({ table: BRIEF.table, channels, answers: { "IN-42": "micros" } });
    const { history } = readHistory(source, brief, DATA_RULES, TODAY);
    expect(history?.channels[2]?.carryIn[0]).toBe(tv(5));
  });
});
