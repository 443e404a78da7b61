/** A table of 80 columns and no brief: what a retailer's modeling team pastes. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { readWith } from "../../fixtures/reading.ts";
import { HOLIDAYS, PAID, RETAIL_WEEKS, retailTable } from "../../fixtures/retail-table.ts";

const LIMIT_SECONDS = 2;

describe("80 columns without a brief", () => {
  const table = retailTable();
  const started = performance.now();
  const reading = readWith(table);
  const card = reading.history && auditReadiness(reading.history, defaultRules(AUDIT_ROWS), reading);
  const seconds = (performance.now() - started) / 1000;

  it("are read and judged within five times the two seconds", () => {
    expect(table.rows[0]?.length).toBe(80);
    process.stdout.write(`80 columns × ${RETAIL_WEEKS} weeks, reading and audit: ${seconds.toFixed(2)} s\n`);
    expect(card?.blocked).toBe(false);
    expect(seconds).toBeLessThan(5 * LIMIT_SECONDS);
  });

  it("are told apart: sales, spend with its impressions, holidays, what is left out", () => {
    const { mapping } = reading;
    expect(mapping).toMatchObject({ date: "week", kpi: "sales", guessed: true });
    const media = [...PAID].sort();
    expect(mapping.channels).toEqual(
      media.map((name) => ({ name, spend: `mdsp_${name}`, exposure: `mdip_${name}` })),
    );
    expect(mapping.events.filter((name) => name.startsWith("hldy_"))).toHaveLength(HOLIDAYS);
    expect(mapping.ignored).toEqual(
      expect.arrayContaining(["yr_nbr", "wk_in_yr_nbr", "mdip_em", "mdip_sms"]),
    );
  });
});
