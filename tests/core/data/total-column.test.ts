import { of, responses, withExtra } from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";

it("a column called total is told by the weeks whose parts were not filled in (IN-07)", () => {
  const whole = withExtra("Total spend", (_, row) => Number(row[1]) + Number(row[2]));
  const [header, ...rows] = whole.rows;
  const blank = rows.map((row, week) => row.map((cell, place) => (week === 5 && place === 1 ? null : cell)));
  const source = of(blank as (string | number | null)[][], header);
  expect(responses(readWith(source, { "IN-38:TV spend": "interpolate" }))).toEqual([
    "IN-07 repair",
    "IN-07 warn",
    "IN-38 repair",
  ]);
});
