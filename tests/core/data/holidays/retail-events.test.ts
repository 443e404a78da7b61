import { daysFromIso, isoDate } from "@mmm/core/data/calendar.ts";
import {
  RETAIL_EVENTS,
  retailDays,
  retailWeeks,
  unknownYears,
  usualRetailEvents,
} from "@mmm/core/data/holidays/retail-events.ts";

const YEARS = Array.from({ length: 13 }, (_, place) => 2018 + place);

function firstDays(name: string): number[] {
  return YEARS.flatMap((year) => retailDays(name, year).slice(0, 1));
}

/** Month and day by one of the runtime's own calendars (ICU). */
function dayIn(calendar: string, day: number): string {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: "UTC",
    month: "numeric",
    day: "numeric",
  });
  const parts = format.formatToParts(day * 86_400_000);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part("month")}/${part("day")}`;
}

/** Whether one of the days around is such a day of that calendar. */
function within(days: number, calendar: string, wanted: RegExp, day: number): boolean {
  return Array.from({ length: 2 * days + 1 }, (_, place) => day - days + place).some((near) =>
    wanted.test(dayIn(calendar, near)),
  );
}

describe("retailDays", () => {
  it("has Black Friday after Thanksgiving and Cyber Monday after that", () => {
    expect(retailDays("Black Friday", 2024).map(isoDate)).toEqual(["2024-11-29"]);
    // a month that begins on a Friday has its fourth Thursday before its fifth Friday
    expect(retailDays("Black Friday", 2019).map(isoDate)).toEqual(["2019-11-29"]);
    expect(retailDays("Cyber Monday", 2024).map(isoDate)).toEqual(["2024-12-02"]);
  });

  it("has the Super Bowl on the Sundays that the league played it", () => {
    // games LII to LX
    const played =
      "2018-02-04 2019-02-03 2020-02-02 2021-02-07 2022-02-13 2023-02-12 2024-02-11 2025-02-09 2026-02-08";
    expect(firstDays("Super Bowl").slice(0, 9).map(isoDate)).toEqual(played.split(" "));
  });

  it("has Prime Day in the years that Amazon announced, and in no other", () => {
    // as Amazon announced them for the United States
    expect(retailDays("Prime Day", 2020).map(isoDate)).toEqual(["2020-10-13", "2020-10-14"]);
    expect(retailDays("Prime Day", 2025).map(isoDate)).toEqual([
      "2025-07-08",
      "2025-07-09",
      "2025-07-10",
      "2025-07-11",
    ]);
    expect(retailDays("Prime Day", 2026)).toEqual([]);
    expect(firstDays("Prime Day").length).toBe(8);
  });

  it("goes back to school from 1 August to the first Monday of September", () => {
    const days = retailDays("Back to school", 2024).map(isoDate);
    expect([days[0], days.at(-1), days.length]).toEqual(["2024-08-01", "2024-09-02", 33]);
  });

  // ICU computes these calendars; authorities announced theirs, so a day between the two is no error of either
  it("has both Eids within a day of ICU's Umm al-Qura calendar, 2018 to 2030", () => {
    for (const day of firstDays("Eid al-Fitr"))
      expect([isoDate(day), within(1, "islamic-umalqura", /^10\/1$/, day)]).toEqual([isoDate(day), true]);
    for (const day of firstDays("Eid al-Adha"))
      expect([isoDate(day), within(1, "islamic-umalqura", /^12\/10$/, day)]).toEqual([isoDate(day), true]);
    expect(firstDays("Eid al-Fitr").length).toBe(13);
    expect(firstDays("Eid al-Adha").length).toBe(13);
  });

  it("has Lunar New Year within a day of ICU's Chinese calendar, 2018 to 2030", () => {
    for (const day of firstDays("Lunar New Year"))
      expect([isoDate(day), within(1, "chinese", /^1\/1$/, day)]).toEqual([isoDate(day), true]);
    expect(firstDays("Lunar New Year").length).toBe(13);
  });

  it("has Diwali at the new moon of October or November, within two days of a Chinese month's first", () => {
    for (const day of firstDays("Diwali")) {
      expect([isoDate(day), within(2, "chinese", /^(9|10)(bis)?\/1$/, day)]).toEqual([isoDate(day), true]);
      expect(isoDate(day).slice(5, 7)).toMatch(/^1[01]$/);
    }
    expect(firstDays("Diwali").length).toBe(13);
  });

  it("knows no event by another name", () => {
    expect(() => retailDays("Prime Days", 2024)).toThrow("no retail event is called Prime Days");
  });
});

describe("retailWeeks", () => {
  const starts = ["2024-11-18", "2024-11-25", "2024-12-02", "2024-12-09"].map((day) => daysFromIso(day) ?? 0);

  it("is 1 in each week that a day of the event touches", () => {
    expect(Array.from(retailWeeks("Black Friday", starts))).toEqual([0, 1, 0, 0]);
    expect(Array.from(retailWeeks("Cyber Monday", starts))).toEqual([0, 0, 1, 0]);
  });
});

describe("unknownYears", () => {
  it("names the years of the window for which dates were not announced when the table was typed", () => {
    const starts = [daysFromIso("2025-12-22") ?? 0, daysFromIso("2025-12-29") ?? 0];
    expect(unknownYears("Prime Day", starts)).toEqual([2026]); // 29 December's week ends in 2026
    expect(unknownYears("Black Friday", starts)).toEqual([]);
    expect(unknownYears("Diwali", [daysFromIso("2017-10-16") ?? 0])).toEqual([2017]);
  });
});

describe("usualRetailEvents", () => {
  it("takes what shops of the market keep: no Super Bowl in Germany, no autumn school in Australia", () => {
    expect(usualRetailEvents("US")).toContain("Super Bowl");
    expect(usualRetailEvents("DE")).not.toContain("Super Bowl");
    expect(usualRetailEvents("AU")).not.toContain("Back to school");
  });

  it("leaves festivals to whoever names them", () => {
    expect(usualRetailEvents("GB").some((name) => /Eid|Diwali|Lunar/.test(name))).toBe(false);
    expect(RETAIL_EVENTS).toEqual(
      expect.arrayContaining(["Eid al-Fitr", "Eid al-Adha", "Diwali", "Lunar New Year"]),
    );
  });
});
