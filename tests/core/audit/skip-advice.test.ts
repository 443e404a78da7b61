import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { auditReport } from "@mmm/core/audit/audit-report.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { channelOf, historyOf, moneyKpi, weekly } from "../../fixtures/histories.ts";

const rules = defaultRules(AUDIT_ROWS);

function applying(history: MediaHistory): string[] {
  const scorecard = auditReadiness(history, rules);
  const { skip } = auditReport(history, scorecard, rules, "2026-11-30", null);
  expect(skip).toHaveLength(4);
  expect(skip.every(({ evidence, instead }) => evidence !== "" && instead !== "")).toBe(true);
  return skip.filter(({ applies }) => applies).map(({ id }) => id);
}

describe("when to skip the model (D-19)", () => {
  it("finds nothing against two years of two channels", () => {
    expect(applying(historyOf(110))).toEqual([]);
  });

  it("names fewer than 30 weeks", () => {
    expect(applying(historyOf(29))).toEqual(["short"]);
  });

  it("names a single channel", () => {
    expect(
      applying(
        historyOf(110, {
          channels: [
            channelOf(
              "TV",
              weekly(110, (week) => 90 + ((week * 7) % 31)),
            ),
          ],
        }),
      ),
    ).toEqual(["single-channel"]);
  });

  it("names a week that holds most of the variance", () => {
    const values = weekly(110, (week) => (week === 50 ? 9000 : 1000 + ((week * 29) % 53)));
    expect(applying(historyOf(110, { kpi: moneyKpi(values) }))).toContain("single-week");
  });

  it("names a lasting shift", () => {
    const values = weekly(110, (week) => (week < 50 ? 1000 : 1900) + ((week * 29) % 53));
    expect(applying(historyOf(110, { kpi: moneyKpi(values) }))).toContain("structural-break");
  });
});
