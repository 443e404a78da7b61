import { CLEAN, HEADERS } from "../../fixtures/faults.ts";
import { readWith } from "../../fixtures/reading.ts";
import { table } from "../../fixtures/weekly-table.ts";

it("weeks that run across are seen when their days are written as 20240131 too (IN-09)", () => {
  const rows = [HEADERS, ...CLEAN.map(([week, ...rest]) => [String(week).replaceAll("-", ""), ...rest])];
  const turned = HEADERS.map((_, column) => rows.map((row) => row[column] ?? null));
  expect(readWith(table(turned)).questions.map(({ id }) => id)).toEqual(["IN-09"]);
});

it("a row of eight-digit spend is no row of days", () => {
  const rows = [HEADERS, ...CLEAN.map(([week, ...rest]) => [week ?? null, 20_240_131, ...rest.slice(1)])];
  expect(readWith(table(rows)).questions).toEqual([]);
});
