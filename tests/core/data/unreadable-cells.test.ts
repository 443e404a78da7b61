import { CLEAN, of, responses, withCells } from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";

describe("a cell that can not be read", () => {
  it.each([
    ["#REF!", "IN-12"],
    ["tbd", "IN-30"],
    ["Infinity", "IN-44"],
  ])("%s stops (%s), and is not also asked about as if it were blank", (cell, code) => {
    expect(responses(readWith(withCells([5, 1, () => cell])))).toEqual([`${code} stop`]);
  });

  it("as a date stops (IN-19), and its week is not also asked about as missing", () => {
    expect(responses(readWith(withCells([5, 0, () => "Jan 15-21"])))).toEqual(["IN-19 stop"]);
  });

  it("in a column of contradicting dates stops once (IN-16)", () => {
    const dates = CLEAN.map(([week, ...rest], row) => {
      const [year, month, day] = String(week).split("-");
      return [row % 2 === 0 ? `${day}/${month}/${year}` : `${month}/${day}/${year}`, ...rest];
    });
    expect(responses(readWith(of(dates)))).toEqual(["IN-14 repair", "IN-16 stop"]);
  });
});
