/** What the audit offers is taken as a user would take it: the line is cut out of the remedy and pasted into the brief. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { eventOffer, weekEvent } from "@mmm/core/audit/event-offer.ts";
import type { Finding } from "@mmm/core/data/finding.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { modelColumns } from "@mmm/core/model/model-columns.ts";
import type { Table } from "@mmm/core/spreadsheet/table.ts";
import { parse } from "yaml";
import { briefOf, DATA_RULES, TODAY } from "../../fixtures/reading.ts";
import { weeklyTable } from "../../fixtures/weekly-table.ts";

const WEEKS = 110;
const BRIEF = "table: { kpi: revenue }\nchannels: [{ name: TV, spend: TV spend }]";

function brand(kpi: (week: number, usual: number) => number, spend: (week: number) => number): Table {
  const usual = (week: number) => 1000 + spend(week) + ((week * 29 + 20) % 53);
  return weeklyTable(WEEKS, {
    revenue: (week) => kpi(week, usual(week)),
    "TV spend": spend,
  });
}

const steady = (week: number) => 100 + ((week * 7) % 31);

function audited(table: Table, brief: string): { history: MediaHistory; findings: readonly Finding[] } {
  const reading = readHistory(table, briefOf(parse(brief)), DATA_RULES, TODAY);
  if (reading.history === null) throw new Error(JSON.stringify(reading.findings));
  return {
    history: reading.history,
    findings: auditReadiness(reading.history, defaultRules(AUDIT_ROWS), reading).findings,
  };
}

/** The line between the quotes of a finding's remedy. */
function offerOf(findings: readonly Finding[], code: string): string {
  const remedy = findings.find((finding) => finding.code === code)?.remedy ?? "";
  return /"(events: \[.*?\])"/.exec(remedy)?.[1] ?? "";
}

function columnNames(history: MediaHistory): string[] {
  const scales = { fittedWeeks: history.weeks.length, kpiSd: 0.2 };
  return modelColumns(history, scales, defaultRules(MODEL_ROWS)).map(({ name }) => name);
}

describe("an event that the audit offers", () => {
  it("is a step where the level shifts (IN-59): taken, it is a column and the finding is gone", () => {
    const table = brand((week, usual) => (week < 60 ? usual : 1.5 * usual), steady);
    const before = audited(table, BRIEF);
    const line = offerOf(before.findings, "IN-59");
    expect(line).toBe("events: [{ name: Level shift 2023-02-27, start: 2023-02-27, shape: step }]");
    const after = audited(table, `${BRIEF}\n${line}`);
    expect(after.findings.map(({ code }) => code)).not.toContain("IN-59");
    expect(Array.from(after.history.events[0]?.values ?? [])).toEqual(
      Array.from({ length: WEEKS }, (_, week) => (week < 60 ? 0 : 1)),
    );
    expect(columnNames(after.history)).toContain("Level shift 2023-02-27");
  });

  it("is a pulse where KPI and spend jump together (IN-58): taken, both findings of the week are gone", () => {
    const spend = (week: number) => (week === 60 ? 4 : 1) * steady(week);
    const table = brand((week, usual) => (week === 60 ? 3 : 1) * usual, spend);
    const before = audited(table, BRIEF);
    expect(before.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["IN-58", "B-16"]));
    const line = offerOf(before.findings, "IN-58");
    expect(line).toBe("events: [{ name: Week of 2023-02-27, start: 2023-02-27, shape: pulse }]");
    const after = audited(table, `${BRIEF}\n${line}`);
    expect(after.findings.map(({ code }) => code)).not.toContain("IN-58");
    expect(after.findings.map(({ code }) => code)).not.toContain("B-16");
    expect(columnNames(after.history)).toContain("Week of 2023-02-27");
    // never dropped, winsorized or otherwise touched
    expect(after.history.weeks).toEqual(before.history.weeks);
    expect(after.history.kpi.values).toEqual(before.history.kpi.values);
  });

  it("is one pulse per exceptional week of the KPI alone (B-16), in one line", () => {
    const table = brand((week, usual) => (week === 60 || week === 80 ? 3 : 1) * usual, steady);
    const line = offerOf(audited(table, BRIEF).findings, "B-16");
    expect(parse(line)).toEqual({
      events: [
        { name: "Week of 2023-02-27", start: "2023-02-27", shape: "pulse" },
        { name: "Week of 2023-07-17", start: "2023-07-17", shape: "pulse" },
      ],
    });
    const after = audited(table, `${BRIEF}\n${line}`);
    expect(after.findings.map(({ code }) => code)).not.toContain("B-16");
    expect(columnNames(after.history)).toEqual(
      expect.arrayContaining(["Week of 2023-02-27", "Week of 2023-07-17"]),
    );
  });
});

describe("eventOffer", () => {
  it("is a line of YAML in quotes, with what to do when the brief has events already", () => {
    expect(eventOffer([weekEvent("2024-07-01")])).toBe(
      '"events: [{ name: Week of 2024-07-01, start: 2024-07-01, shape: pulse }]" (where the brief has events already, add what is between the brackets)',
    );
  });
});
