import { readWith } from "../../fixtures/reading.ts";
import { table } from "../../fixtures/weekly-table.ts";

/** 2024-01-01 is serial 45292 counted from 1900 and 43830 counted from 1904. */
const serials = (first: number) =>
  table([
    ["week", "TV spend", "revenue"],
    ...Array.from({ length: 30 }, (_, week) => [
      first + 7 * week,
      100 + ((week * 7) % 31),
      5000 + ((week * 137) % 911),
    ]),
  ]);

describe("dates counted from 1904 (IN-17)", () => {
  it("are asked about where bare numbers all fall on Tuesdays", () => {
    expect(readWith(serials(43_830)).questions).toMatchObject([{ id: "IN-17", default: "1904" }]);
  });

  it("are shifted as answered, and logged", () => {
    const reading = readWith(serials(43_830), { "IN-17": "1904" });
    expect(reading.history?.weeks[0]).toBe("2024-01-01");
    expect(reading.repairs.map(({ id }) => id)).toContain("IN-17:week");
    expect(readWith(serials(43_830), { "IN-17": "1900" }).history?.weeks[0]).toBe("2019-12-31");
  });

  it("are no question for Mondays, nor where they would lie in the future", () => {
    expect(readWith(serials(45_292)).history?.weeks[0]).toBe("2024-01-01");
    expect(readWith(serials(45_293)).questions).toEqual([]);
  });
});
