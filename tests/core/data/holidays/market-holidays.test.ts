import { readFileSync } from "node:fs";
import { daysFromIso, weekday } from "@mmm/core/data/calendar.ts";
import { easterSunday } from "@mmm/core/data/holidays/easter.ts";
import { holidaysOf, holidaysPerWeek } from "@mmm/core/data/holidays/holidays-of.ts";
import { MARKETS, type Market } from "@mmm/core/data/holidays/market-rules.ts";
import DateHolidays from "date-holidays";

const YEARS = Array.from({ length: 13 }, (_, place) => 2018 + place);

/** Public and bank days by date-holidays 3.37.0; its days without offset are local midnights. */
function oracleDays(country: string, region: string | null, year: number): string[] {
  const calendar = region === null ? new DateHolidays(country) : new DateHolidays(country, region);
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === "public" || type === "bank")
    .map(({ date }) => date.slice(0, 10));
  return [...new Set(days)].sort();
}

function ourDays(market: Market, year: number): string[] {
  return [...new Set(holidaysOf(market, year).map(({ day }) => day))];
}

describe("holidays of the seven markets that date-holidays has exactly (requirements §5.4)", () => {
  it.each([
    ["US", null],
    ["GB", "ENG"],
    ["FR", null],
    ["DK", null],
    ["PT", null],
    ["CZ", null],
    ["NZ", null],
  ] as const)("are the same days in %s, year by year from 2018 to 2030", (market, region) => {
    const differences = YEARS.flatMap((year) => {
      const [ours, theirs] = [ourDays(market, year), oracleDays(market, region, year)];
      return [
        ...ours.filter((day) => !theirs.includes(day)).map((day) => `extra ${day}`),
        ...theirs.filter((day) => !ours.includes(day)).map((day) => `missing ${day}`),
      ];
    });
    expect(differences).toEqual([]);
  });
});

/** Typed by hand from the named laws, years with moved, new and substitute days among them. */
const HAND_CHECKED: Readonly<Record<string, readonly string[]>> = {
  // Feiertagsgesetze der Länder
  "DE 2018": [
    "2018-01-01 2018-03-30 2018-04-02 2018-05-01 2018-05-10 2018-05-21 2018-10-03 2018-12-25 2018-12-26",
  ],
  "DE 2024": [
    "2024-01-01 2024-03-29 2024-04-01 2024-05-01 2024-05-09 2024-05-20 2024-10-03 2024-12-25 2024-12-26",
  ],
  // law 260/1949; law 151/2025 adds 4 October from 2026 on
  "IT 2021": [
    "2021-01-01 2021-01-06 2021-04-04 2021-04-05 2021-04-25 2021-05-01 2021-06-02 2021-08-15 2021-11-01 2021-12-08 2021-12-25 2021-12-26",
  ],
  "IT 2026": [
    "2026-01-01 2026-01-06 2026-04-05 2026-04-06 2026-04-25 2026-05-01 2026-06-02 2026-08-15 2026-10-04 2026-11-01 2026-12-08 2026-12-25 2026-12-26",
  ],
  // Real Decreto 2001/1983, national days only
  "ES 2024": [
    "2024-01-01 2024-01-06 2024-03-29 2024-05-01 2024-08-15 2024-10-12 2024-11-01 2024-12-06 2024-12-08 2024-12-25",
  ],
  "ES 2019": [
    "2019-01-01 2019-01-06 2019-04-19 2019-05-01 2019-08-15 2019-10-12 2019-11-01 2019-12-06 2019-12-08 2019-12-25",
  ],
  // Algemene termijnenwet and collective agreements: King's Day of 2025 on the Saturday, Liberation Day every fifth year
  "NL 2025": [
    "2025-01-01 2025-04-20 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-08 2025-06-09 2025-12-25 2025-12-26",
  ],
  "NL 2024": [
    "2024-01-01 2024-03-31 2024-04-01 2024-04-27 2024-05-09 2024-05-19 2024-05-20 2024-12-25 2024-12-26",
  ],
  // Canada Labour Code: Victoria Day before 25 May, 30 September since 2021
  "CA 2020": [
    "2020-01-01 2020-04-10 2020-05-18 2020-07-01 2020-09-07 2020-10-12 2020-11-11 2020-12-25 2020-12-26 2020-12-28",
  ],
  "CA 2025": [
    "2025-01-01 2025-04-18 2025-05-19 2025-07-01 2025-09-01 2025-09-30 2025-10-13 2025-11-11 2025-12-25 2025-12-26",
  ],
  // holiday acts of the states: the days that all of them have
  "AU 2022": [
    "2022-01-01 2022-01-03 2022-01-26 2022-04-15 2022-04-18 2022-04-25 2022-09-22 2022-12-25 2022-12-26 2022-12-27",
  ],
  "AU 2025": ["2025-01-01 2025-01-27 2025-04-18 2025-04-21 2025-04-25 2025-12-25 2025-12-26"],
  // Act on National Holidays 1948 and its special acts: the reign changes in 2019, the Olympic days move in 2021
  "JP 2019": [
    "2019-01-01 2019-01-14 2019-02-11 2019-03-21 2019-04-29 2019-04-30 2019-05-01 2019-05-02 2019-05-03 2019-05-04 2019-05-05 2019-05-06 2019-07-15 2019-08-11 2019-08-12 2019-09-16 2019-09-23 2019-10-14 2019-10-22 2019-11-03 2019-11-04 2019-11-23",
  ],
  "JP 2021": [
    "2021-01-01 2021-01-11 2021-02-11 2021-02-23 2021-03-20 2021-04-29 2021-05-03 2021-05-04 2021-05-05 2021-07-22 2021-07-23 2021-08-08 2021-08-09 2021-09-20 2021-09-23 2021-11-03 2021-11-23",
  ],
  "JP 2026": [
    "2026-01-01 2026-01-12 2026-02-11 2026-02-23 2026-03-20 2026-04-29 2026-05-03 2026-05-04 2026-05-05 2026-05-06 2026-07-20 2026-08-11 2026-09-21 2026-09-22 2026-09-23 2026-10-12 2026-11-03 2026-11-23",
  ],
  // laws 662/1949, 6.802/1980 and 14.759/2023: 20 November since 2024
  "BR 2023": [
    "2023-01-01 2023-04-07 2023-04-21 2023-05-01 2023-09-07 2023-10-12 2023-11-02 2023-11-15 2023-12-25",
  ],
  "BR 2024": [
    "2024-01-01 2024-03-29 2024-04-21 2024-05-01 2024-09-07 2024-10-12 2024-11-02 2024-11-15 2024-11-20 2024-12-25",
  ],
};

describe("holidays of the other markets", () => {
  it.each(Object.entries(HAND_CHECKED))("are in %s those of its law", (year, [days]) => {
    expect(ourDays(year.slice(0, 2) as Market, Number(year.slice(3)))).toEqual(days?.split(" "));
  });

  it("are hand-checked in every market that no oracle covers, ten days or more each", () => {
    for (const market of ["DE", "IT", "ES", "NL", "CA", "AU", "JP", "BR"]) {
      const days = Object.entries(HAND_CHECKED).filter(([year]) => year.startsWith(market));
      expect(days.flatMap(([, [list]]) => list?.split(" ") ?? []).length).toBeGreaterThanOrEqual(10);
    }
  });
});

/** What the Python package holidays has and we have not, and the reverse; 2018 to 2030. */
function beside(market: Market): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const reference = JSON.parse(readFileSync("tests/reference/python-holidays.json", "utf8"));
  const theirs: string[] = reference.days[market].split(" ");
  const ours = YEARS.flatMap((year) => ourDays(market, year));
  return {
    missing: theirs.filter((day) => !ours.includes(day)),
    extra: ours.filter((day) => !theirs.includes(day)),
  };
}

const onSunday = (day: string) => weekday(daysFromIso(day) ?? 0) === 6;
const fromEaster = (day: string) => (daysFromIso(day) ?? 0) - easterSunday(Number(day.slice(0, 4)));

describe("holidays of the markets that date-holidays has not exactly, beside the Python package holidays 0.109", () => {
  it.each(["DE", "CA", "JP", "BR"] as const)("are the same days in %s", (market) => {
    expect(beside(market)).toEqual({ missing: [], extra: [] });
  });

  it("lack in Italy only National Unity Day, a Sunday of November that frees nobody", () => {
    const { missing, extra } = beside("IT");
    expect(extra).toEqual([]);
    expect(missing.filter((day) => !(onSunday(day) && /-11-0[1-7]$/.test(day)))).toEqual([]);
  });

  it("have more in Spain only on Sundays, which its communities move as they like", () => {
    const { missing, extra } = beside("ES");
    expect(missing).toEqual([]);
    expect(extra.filter((day) => !onSunday(day))).toEqual([]);
  });

  it("lack in the Netherlands only Good Friday, on which shops are open", () => {
    const { missing, extra } = beside("NL");
    expect(extra).toEqual([]);
    expect(missing.filter((day) => fromEaster(day) !== -2)).toEqual([]);
  });

  it("lack in Australia only what New South Wales has of its own: Easter's eve and day, two Mondays, Anzac's of 2026", () => {
    const { missing, extra } = beside("AU");
    expect(extra).toEqual([]);
    const own = (day: string) =>
      [-1, 0].includes(fromEaster(day)) ||
      /-06-(0[89]|1[0-4])$/.test(day) ||
      /-10-0[1-7]$/.test(day) ||
      ["2026-04-27", "2027-04-26"].includes(day);
    expect(missing.filter((day) => !own(day))).toEqual([]);
  });
});

describe("holidays of every market", () => {
  it("are dates of their year in ascending order", () => {
    for (const market of MARKETS)
      for (const year of YEARS) {
        const days = holidaysOf(market, year).map(({ day }) => day);
        expect(days).toEqual([...days].sort());
        expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
      }
  });

  it("keep the day that stands in for New Year's Day in the December it falls into", () => {
    expect(holidaysOf("US", 2021).at(-1)).toEqual({ day: "2021-12-31", name: "New Year's Day (observed)" });
    expect(holidaysOf("US", 2022)[0]?.day).toBe("2022-01-01");
  });
});

describe("holidaysPerWeek", () => {
  it("counts a week's holidays, in whichever of two years they lie", () => {
    const starts = ["2024-12-16", "2024-12-23", "2024-12-30"].map((day) => daysFromIso(day) ?? 0);
    expect(Array.from(holidaysPerWeek("GB", starts))).toEqual([0, 2, 1]);
  });

  it("counts a day once that is two holidays: Ascension and Labor Day of 2008 in Germany", () => {
    expect(Array.from(holidaysPerWeek("DE", [daysFromIso("2008-04-28") ?? 0]))).toEqual([1]);
  });
});
