import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { readReconciliation } from "@mmm/core/audit/reconciliation/read-reconciliation.ts";
import { reconcile } from "@mmm/core/audit/reconciliation/reconcile.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { historyOf } from "../../../fixtures/histories.ts";
import { DATA_RULES } from "../../../fixtures/reading.ts";
import { table } from "../../../fixtures/weekly-table.ts";

const RULES = { reconciliationGap: 0.05, ledgerTie: 0.02 };
const rules = defaultRules(AUDIT_ROWS);
const HEAD = ["month", "channel", "platform", "warehouse", "GL", "explained", "reason"];

function read(...rows: Cell[][]) {
  return readReconciliation(table([HEAD, ...rows], "recon.csv"), DATA_RULES);
}

describe("reconciliation (A-51)", () => {
  it("gives the gaps of each line and flags more than 5 %, and the KPI more than 2 %", () => {
    const lines = read(
      ["2024-01", "Search", 106, 100, 98, 1, "fee"],
      ["2024-01", "Social", 105, 100, 100, 0, null],
      ["2024-01", "Revenue", null, 1030, 1000, 0, null],
    ).value;
    const { lines: reconciled, flagged, mediaGap, kpiGap } = reconcile(lines ?? [], RULES);
    expect(reconciled.map(({ kind, flagged }) => [kind, flagged])).toEqual([
      ["media", true],
      ["media", false],
      ["kpi", true],
    ]);
    expect(reconciled[0]).toMatchObject({ platformGap: 0.06, unexplained: 1, reason: "fee" });
    expect(reconciled[0]?.ledgerGap).toBeCloseTo(1 / 98, 12);
    expect([flagged, kpiGap]).toEqual([2, 0.03]);
    expect(mediaGap).toBeCloseTo(1 / 98, 12);
  });

  it("adds periods up per channel to the cent", () => {
    const lines = read(
      ["2024-01", "TV", null, 0.1, 0.1, 0, ""],
      ["2024-02", "TV", null, 0.2, 0.2, 0, ""],
    ).value;
    expect(reconcile(lines ?? [], RULES).totals).toMatchObject([
      { warehouse: 0.3, ledger: 0.3, unexplained: 0, ledgerGap: 0 },
    ]);
  });

  it("finds the columns in any order and reads amounts as text", () => {
    const lines = readReconciliation(
      table(
        [
          ["Ledger (EUR)", "Kanal", "Ads reported", "Monat"],
          ["1.234,50", "Suche", "1.300,00", "2024-01"],
        ],
        "r.csv",
      ),
      DATA_RULES,
    ).value;
    expect(lines).toMatchObject([
      { item: "Suche", ledger: 1234.5, platform: 1300, warehouse: null, period: "2024-01" },
    ]);
  });

  it("stops where no channel or fewer than two books stand", () => {
    const { value, notes } = readReconciliation(
      table(
        [
          ["month", "amount"],
          ["2024-01", 5],
        ],
        "r.csv",
      ),
      DATA_RULES,
    );
    expect(value).toBeNull();
    expect(notes.findings).toMatchObject([{ code: "A-51", severity: "stop" }]);
  });

  it("lifts spend and KPI to 5 where the books agree, and not where they do not", () => {
    const score = (ledger: number) => {
      const lines = read(
        ["2024-01", "TV", null, 100, ledger, 0, ""],
        ["2024-01", "Revenue", null, 1000, ledger * 10, 0, ""],
      ).value;
      const scored = auditReadiness(historyOf(110), rules, {}, reconcile(lines ?? [], RULES)).dimensions;
      return scored.filter(({ id }) => id === "spend" || id === "kpi").map(({ score: one }) => one);
    };
    expect(score(100)).toEqual([5, 5]);
    expect(score(97)).toEqual([5, 4]);
    expect(score(80)).toEqual([4, 4]);
  });
});
