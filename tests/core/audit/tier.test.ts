import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { tierOf } from "@mmm/core/audit/tier.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { channelOf, historyOf, moneyKpi, weekly } from "../../fixtures/histories.ts";

const rules = defaultRules(AUDIT_ROWS);

describe("tierOf (X-01)", () => {
  it.each([
    [12, "blocked"],
    [13, "blocked"],
    [29, "blocked"],
    [30, "directional"],
    [59, "directional"],
    [60, "caveat"],
    [103, "caveat"],
    [104, "full"],
  ])("makes %d weeks %s", (weeks, tier) => {
    expect(tierOf(weeks, rules)).toBe(tier);
  });

  it("lets 13 to 29 weeks through as prior-driven when that is chosen, but never 12 (A-69)", () => {
    const short = { ...rules, allowShort: 1 };
    expect([12, 13, 29, 30].map((weeks) => tierOf(weeks, short))).toEqual([
      "blocked",
      "prior-driven",
      "prior-driven",
      "directional",
    ]);
  });
});

describe("the gates of the audit", () => {
  it("refuses 12 weeks with the rule's name and what to do (A-69)", () => {
    const { refusal, blocked, tier } = auditReadiness(historyOf(12), { ...rules, allowShort: 1 });
    expect({ blocked, tier }).toEqual({ blocked: true, tier: "blocked" });
    expect(refusal).toMatchObject({ gate: "A-69", remedy: expect.stringContaining("1 more week") });
  });

  it("refuses 20 weeks unless short histories are allowed (X-01)", () => {
    expect(auditReadiness(historyOf(20), rules).refusal?.gate).toBe("X-01");
    expect(auditReadiness(historyOf(20), { ...rules, allowShort: 1 })).toMatchObject({
      tier: "prior-driven",
      blocked: false,
      refusal: null,
    });
  });

  it("refuses two channels that are one and the same to the data (X-16)", () => {
    const tv = weekly(110, (week) => 100 + ((week * 7) % 31));
    const nearly = tv.map((spend, week) => 2 * spend + (week % 7 === 0 ? 0.5 : 0));
    const { refusal } = auditReadiness(
      historyOf(110, { channels: [channelOf("TV", tv), channelOf("Agency", nearly)] }),
      rules,
    );
    expect(refusal).toMatchObject({ gate: "X-16", reason: expect.stringContaining("TV with Agency") });
  });

  it("refuses a table without spend or with a KPI that never changes (§1Y)", () => {
    const none = historyOf(110, {
      channels: [
        channelOf(
          "TV",
          weekly(110, () => 0),
        ),
      ],
    });
    expect(auditReadiness(none, rules).refusal).toMatchObject({
      gate: "1Y",
      remedy: expect.stringContaining("spend"),
    });
    const flat = historyOf(110, { kpi: moneyKpi(weekly(110, () => 500)) });
    expect(auditReadiness(flat, rules).refusal?.gate).toBe("1Y");
  });

  it("lets an ordinary history pass", () => {
    expect(auditReadiness(historyOf(110), rules)).toMatchObject({
      refusal: null,
      tier: "full",
      findings: [],
    });
  });
});
