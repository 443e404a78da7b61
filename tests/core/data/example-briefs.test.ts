/** The briefs in examples/briefs read the shared data sets; without a brief the columns are found all the same. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import type { Reading } from "@mmm/core/data/reading.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { exampleBrief } from "../../fixtures/example-brief.ts";
import { DATA_RULES, readWith, TODAY } from "../../fixtures/reading.ts";
import { readPlainCsv } from "../../fixtures/weekly-table.ts";
import { describeShared } from "../../matchers/shared.ts";

const NAMES = [
  "pymc_mmm_example",
  "conjura_apparel_weekly",
  "recovery_small_business",
  "meridian_national_all_channels",
] as const;

describeShared("the shared data sets", (path) => {
  const source = (name: string) => readPlainCsv(path("data", `${name}.csv`));
  const stated = async (name: string): Promise<Reading> =>
    readHistory(source(name), await exampleBrief(name), DATA_RULES, TODAY);

  it.each(NAMES)(
    "read %s by its brief without a stop, a question or a repair, and pass the audit's gates",
    async (name) => {
      const reading = await stated(name);
      expect(reading).toMatchObject({ findings: [], questions: [], repairs: [] });
      expect(reading.history?.leftOut).toEqual([]);
      if (reading.history === null) return;
      expect(auditReadiness(reading.history, defaultRules(AUDIT_ROWS), reading)).toMatchObject({
        refusal: null,
        tier: "full",
      });
    },
  );

  it.each(NAMES)("read the same spend and KPI of %s without a brief", async (name) => {
    const [withBrief, without] = [(await stated(name)).history, readWith(source(name)).history];
    const spends = (history: Reading["history"]) =>
      Object.fromEntries((history?.channels ?? []).map(({ column, spend }) => [column, Array.from(spend)]));
    expect(spends(without)).toEqual(spends(withBrief));
    expect(without?.kpi.name).toBe(withBrief?.kpi.name);
    expect(without?.kpi.kind).toBe(withBrief?.kpi.kind);
    expect(without?.kpi.revenuePerKpi).toEqual(withBrief?.kpi.revenuePerKpi);
  });

  it.each(NAMES)("read %s alike whether the file's numbers arrive as numbers or as text", async (name) => {
    const { rows, ...rest } = source(name);
    const asText = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    expect(readWith({ ...rest, rows: asText })).toEqual(readWith({ ...rest, rows }));
  });

  it("keep the truth of simulated data out of the model, with a brief and without", async () => {
    for (const reading of [
      await stated("recovery_small_business"),
      readWith(source("recovery_small_business")),
    ]) {
      expect(reading.history?.controls.map(({ name }) => name)).toEqual(["c1", "c2"]);
      expect(reading.mapping.ignored).toEqual(["geo", "c1_effect", "c2_effect"]);
    }
  });

  it("value Meridian's conversions week by week and join exposure by name", async () => {
    const { history } = await stated("meridian_national_all_channels");
    expect(history?.kpi).toMatchObject({ kind: "count", name: "conversions" });
    expect(history?.kpi.revenuePerKpi?.[0]).toBe(0.019999500475); // first data line of the file
    expect(history?.channels[2]?.exposure?.[0]).toBe(6_501_889);
    expect(history?.channels[2]?.spend[0]).toBe(48_315.04518);
  });

  it("give PyMC's two events their one week each", async () => {
    const { history } = await stated("pymc_mmm_example");
    expect(
      history?.events.map(({ name, values }) => [name, values.reduce((sum, value) => sum + value, 0)]),
    ).toEqual([
      ["event_1", 1],
      ["event_2", 1],
    ]);
  });

  it("stop at several places: the two-geo example of PyMC (IN-10)", () => {
    const reading = readWith(source("pymc_mmm_multidimensional_example"));
    expect(reading.history).toBeNull();
    expect(reading.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["IN-10 stop"]);
  });

  it("never take a column of true contributions for a channel: PyMC's time-varying example", () => {
    const reading = readHistory(source("pymc_media_tvp_data"), emptyBrief(), DATA_RULES, TODAY);
    expect(reading.mapping.channels.every(({ spend }) => !/contribution|effect/.test(spend))).toBe(true);
  });
});
