import { isoDate } from "@mmm/core/data/calendar.ts";
import { readDate } from "@mmm/core/data/date-text.ts";
import { monthNumber } from "@mmm/core/data/month-names.ts";

describe("dates of German, French and Japanese exports (IN-14)", () => {
  it.each([
    ["1. Januar 2024", "2024-01-01"],
    ["12. Mär. 2024", "2024-03-12"],
    ["Mo., 5. Feb. 2024", "2024-02-05"],
    ["1er août 2024", "2024-08-01"],
    ["5 janv. 2024", "2024-01-05"],
    ["lundi 7 octobre 2024", "2024-10-07"],
    ["2024年1月5日", "2024-01-05"],
    ["2024/1/5(金)", "2024-01-05"],
    ["Jan 5, 2024", "2024-01-05"],
    ["Mar 5, 2024", "2024-03-05"],
    ["mardi 5 mars 2024", "2024-03-05"],
  ])("%s is %s", (text, date) => {
    const reading = readDate(text);
    expect(reading?.kind === "day" ? isoDate(reading.days) : reading).toBe(date);
  });

  it.each([
    ["Jan. 2024", "2024-01-01"],
    ["Dezember 2024", "2024-12-01"],
    ["févr. 2024", "2024-02-01"],
    ["2024年3月", "2024-03-01"],
    ["03/2024", "2024-03-01"],
  ])("%s is the month of %s", (text, date) => {
    const reading = readDate(text);
    expect(reading?.kind === "month" ? isoDate(reading.days) : reading).toBe(date);
  });

  it("knows no month where there is none", () => {
    expect(monthNumber("Sonne")).toBe(0);
    expect(readDate("TV 12 2024")).toBeNull();
  });
});
