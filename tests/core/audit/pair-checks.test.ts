import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { auditReport } from "@mmm/core/audit/audit-report.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { channelOf, historyOf, weekly } from "../../fixtures/histories.ts";

const rules = defaultRules(AUDIT_ROWS);

function verdicts(history: MediaHistory): Record<string, string> {
  const { pairs } = auditReport(history, auditReadiness(history, rules), rules, "2026-11-30", null);
  return Object.fromEntries(pairs.map(({ channel, check, verdict }) => [`${channel} ${check}`, verdict]));
}

describe("pair checks (D-04)", () => {
  it("pass for unrelated channels, four each", () => {
    const all = verdicts(historyOf(110));
    expect(Object.keys(all)).toHaveLength(8);
    expect(Object.values(all)).not.toContain("stop");
    expect(all["TV inverse-causation"]).toBe("pass");
  });

  it("stop at spend that is the KPI in another unit", () => {
    const base = historyOf(110);
    const copy = channelOf(
      "Affiliate",
      base.kpi.values.map((value) => value / 20),
    );
    expect(verdicts({ ...base, channels: [...base.channels, copy] })).toMatchObject({
      "Affiliate inclusion": "stop",
      "Affiliate inverse-causation": "warn",
    });
  });

  it("stop the model too where the KPI follows from a spend by a straight line (IN-51)", () => {
    const base = historyOf(110);
    const inside = channelOf(
      "Rebates",
      base.kpi.values.map((value) => value / 2 + 100),
    );
    const scorecard = auditReadiness({ ...base, channels: [...base.channels, inside] }, rules);
    expect(scorecard).toMatchObject({ blocked: true, refusal: { gate: "IN-51" } });
    expect(auditReadiness(base, rules).blocked).toBe(false);
  });

  it("warn of spend that follows the KPI closely", () => {
    const base = historyOf(110);
    const commission = channelOf(
      "Affiliate",
      base.kpi.values.map((value, week) => (value / 20) * (1 + 0.01 * Math.sin(week))),
    );
    expect(
      verdicts({ ...base, channels: [...base.channels, commission] })["Affiliate inverse-causation"],
    ).toBe("warn");
  });

  it("warn of a control that follows a channel", () => {
    const base = historyOf(110);
    const values = (base.channels[0]?.spend ?? new Float64Array(110)).map(
      (spend, week) => spend * 3 + (week % 5),
    );
    const history: MediaHistory = {
      ...base,
      controls: [{ name: "visits", type: "other", sign: null, values }],
    };
    expect(verdicts(history)).toMatchObject({
      "TV control-moved-by-media": "warn",
      "Search control-moved-by-media": "pass",
    });
  });

  it("warn of a channel that has a twin", () => {
    const spend = weekly(110, (week) => 100 + ((week * 7) % 31));
    const twin = channelOf(
      "Radio",
      spend.map((value, week) => 2 * value + (week % 3)),
    );
    const history = historyOf(110, { channels: [channelOf("TV", spend), twin] });
    expect(verdicts(history)).toMatchObject({ "TV identifiable": "warn", "Radio identifiable": "warn" });
  });
});
