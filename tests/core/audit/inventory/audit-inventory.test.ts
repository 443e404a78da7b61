import { auditInventory } from "@mmm/core/audit/inventory/audit-inventory.ts";
import { readInventory } from "@mmm/core/audit/inventory/read-inventory.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { DATA_RULES } from "../../../fixtures/reading.ts";
import { table } from "../../../fixtures/weekly-table.ts";

const rules = defaultRules(AUDIT_ROWS);
const HEAD = ["table", "grain", "first", "last", "owner", "fields"];

function entries(...rows: Cell[][]) {
  const { value } = readInventory(table([HEAD, ...rows], "inventory.csv"), DATA_RULES);
  if (value === null) throw new Error("the inventory could not be read");
  return value;
}

const ADS = ["Google Ads", "daily", "2023-01-02", "2024-12-29", "media", "date; campaign; cost; impressions"];
const SHOP = [
  "Shopify",
  "daily",
  "2021-01-01",
  "2024-12-31",
  "e-commerce",
  "date; orders; revenue; discount",
];
const TV = ["TV invoices", "monthly", "2022-01-01", "2024-12-31", "agency", "month; station; net cost"];

const scores = (...rows: Cell[][]) =>
  auditInventory(entries(...rows), rules).dimensions.map(({ score }) => score);

describe("a typed inventory (A-22, D-03)", () => {
  it("is read with weeks from dates or as typed", () => {
    expect(entries(ADS)).toMatchObject([{ table: "Google Ads", grain: "day", weeks: 104, owner: "media" }]);
    const typed = readInventory(
      table(
        [
          ["source", "history", "columns"],
          ["CRM", "2 years", "leads"],
        ],
        "i.csv",
      ),
      DATA_RULES,
    );
    expect(typed.value).toMatchObject([{ table: "CRM", weeks: 104, grain: "other", fields: ["leads"] }]);
  });

  it("scores what it says, by the weeks that spend and KPI share", () => {
    expect(scores(ADS, SHOP)).toEqual([4, 4, 4, 4, 3]);
    expect(auditInventory(entries(ADS, SHOP), rules)).toMatchObject({ tier: "full", blocked: false });
  });

  it("never reaches 5, and says that nothing was measured", () => {
    const audit = auditInventory(entries(ADS, SHOP), rules);
    expect(Math.max(...audit.dimensions.slice(0, 4).map(({ score }) => score))).toBe(4);
    expect(audit.dimensions.every(({ evidence }) => evidence.includes("not measured"))).toBe(true);
  });

  it("lowers spend for monthly invoices and names their owner", () => {
    const audit = auditInventory(entries(ADS, TV, SHOP), rules);
    expect(audit.dimensions[1]).toMatchObject({ score: 2, gaps: [{ owner: "agency", blocks: false }] });
  });

  it("blocks without spend or KPI", () => {
    expect(auditInventory(entries(SHOP), rules)).toMatchObject({ blocked: true, tier: "blocked" });
    expect(scores(SHOP)[1]).toBe(1);
    expect(scores(ADS)[3]).toBe(1);
  });

  it("stops where no column names the fields", () => {
    const { value, notes } = readInventory(
      table(
        [
          ["table", "owner"],
          ["Ads", "me"],
        ],
        "i.csv",
      ),
      DATA_RULES,
    );
    expect(value).toBeNull();
    expect(notes.findings).toMatchObject([{ code: "A-22", severity: "stop" }]);
  });
});
