import { readHistory } from "@mmm/core/data/read-history.ts";
import { briefOf, DATA_RULES, readWith, TODAY } from "../../fixtures/reading.ts";
import { weeklyTable } from "../../fixtures/weekly-table.ts";

const spend = (week: number) => 10 + ((week * 7) % 11);
const source = weeklyTable(20, {
  "TV spend": (week) => spend(week),
  "TV impressions": (week) => 1000 * spend(week) + week,
  "Search spend": (week) => spend(week + 3),
  "Search impressions": (week) => 800 * spend(week + 3) + week,
  "Video spend": (week) => 1e6 * spend(week + 5),
  "Video impressions": (week) => 900 * spend(week + 5) + week,
  revenue: (week) => 100 + ((week * 3) % 17),
});

describe("spend in millionths (IN-42)", () => {
  it("is asked about where a price per exposure is a thousand times the others'", () => {
    expect(readWith(source).questions).toMatchObject([
      { id: "IN-42:Video spend", choices: ["micros", "currency", "stop"], default: "micros" },
    ]);
  });

  it("is divided by a million when the user says so, and only then", () => {
    const micros = readWith(source, { "IN-42": "micros" });
    expect(micros.history?.channels.find(({ name }) => name === "Video")?.spend[0]).toBe(spend(5));
    expect(micros.repairs).toMatchObject([{ code: "IN-42" }]);
    const kept = readWith(source, { "IN-42": "currency" });
    expect(kept.history?.channels.find(({ name }) => name === "Video")?.spend[0]).toBe(1e6 * spend(5));
  });

  it("needs two other channels for a yardstick", () => {
    const brief = briefOf({
      table: { kpi: "revenue" },
      channels: [
        { name: "TV", spend: "TV spend", exposure: "TV impressions" },
        { name: "Video", spend: "Video spend", exposure: "Video impressions" },
      ],
    });
    expect(readHistory(source, brief, DATA_RULES, TODAY).questions).toEqual([]);
  });
});
