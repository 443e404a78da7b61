import { isoDate } from "@mmm/core/data/calendar.ts";
import { easterSunday } from "@mmm/core/data/holidays/easter.ts";

describe("easterSunday", () => {
  it("is the day that the churches announced, 2018 to 2030", () => {
    // typed from a church calendar; date-holidays, whose Easter is another program, agrees in market-holidays.test.ts
    const announced = "04-01 04-21 04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21".split(
      " ",
    );
    expect(announced.map((_, place) => isoDate(easterSunday(2018 + place)).slice(5))).toEqual(announced);
  });

  it("reaches its earliest and its latest day: 22 March 1818 and 25 April 1943", () => {
    expect(isoDate(easterSunday(1818))).toBe("1818-03-22");
    expect(isoDate(easterSunday(1943))).toBe("1943-04-25");
  });
});
