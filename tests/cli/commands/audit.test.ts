/** `marginal audit` from files to lines, JSON and a workbook. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../fixtures/run-command.ts";
import { monday } from "../../fixtures/weekly-table.ts";

const run = (args: readonly string[]) => runCommand(["audit", ...args]);
function folder(): (name: string, content?: string) => string {
  const path = mkdtempSync(join(tmpdir(), "marginal-audit-"));
  return (name, content) => {
    if (content !== undefined) writeFileSync(join(path, name), content);
    return join(path, name);
  };
}

const WEEKS = Array.from({ length: 70 }, (_, week) =>
  [monday(week), 100 + ((week * 7) % 31), 40 + ((week * 5) % 17), 5000 + ((week * 137) % 911)].join(","),
);
const DATA = ["week,TV spend,Search spend,revenue", ...WEEKS].join("\n");

describe("marginal audit", () => {
  it("prints scores, the biggest unlock and the dated plan", async () => {
    const { exit, result } = await run([folder()("in.csv", DATA), "--start", "2026-12-01"]);
    expect(exit).toBe(0);
    expect(result).toContain("Readiness 2 of 5, tier: caveat");
    expect(result).toContain("Biggest unlock: Get ");
    expect(result).toMatch(/2026-12-01 to 2026-12-\d\d {2}/);
  });

  it("gives gaps, plan, pairs and advice in JSON, with costs by the day rate that was given", async () => {
    const file = folder()("in.csv", DATA);
    const { result } = await run([file, "--json", "--day-rate", "800"]);
    const json = JSON.parse(result) as Record<string, unknown> & {
      gaps: readonly Record<string, unknown>[];
    };
    expect(Object.keys(json.gaps[0] ?? {})).toEqual(
      expect.arrayContaining(["missing", "where", "owner", "effort", "costMoney", "costWeeks", "blocked"]),
    );
    const exposure = json.gaps.find(({ dimension }) => dimension === "exposure");
    expect(exposure).toMatchObject({ costMoney: 4000, costWeeks: 1, blocked: false });
    expect(json).toMatchObject({ plan: { start: "2026-11-22" }, reconciliation: null });
    expect(json.pairs).toHaveLength(8);
    expect(json.skip).toHaveLength(4);
  });

  it("writes the workbook, books compared", async () => {
    const at = folder();
    const books = at(
      "books.csv",
      "month,channel,platform,warehouse,GL\n2024-01,TV,110,100,100\n2024-01,revenue,,900,899\n",
    );
    const { exit, result, said } = await run([
      at("in.csv", DATA),
      "--reconcile",
      books,
      "--out",
      at("audit.xlsx"),
    ]);
    expect(exit).toBe(0);
    expect(result).toContain("Reconciliation: 1 of 2 lines are off");
    expect(said).toContain("Audit: ");
    expect(readFileSync(at("audit.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  it("judges a list of tables without any data", async () => {
    const at = folder();
    const list = at(
      "list.csv",
      'table,grain,first,last,owner,fields\nAds,daily,2023-01-02,2024-12-29,me,"date; cost"\nShop,daily,2021-01-01,2024-12-31,you,"date; revenue"\n',
    );
    const { exit, result } = await run(["--inventory", list, "--out", at("audit.xlsx")]);
    expect(exit).toBe(0);
    expect(result).toContain("not measured");
    expect(existsSync(at("audit.xlsx"))).toBe(true);
  });

  it("ends with 2 and a way out without a file, and with books that can not be read", async () => {
    const at = folder();
    expect(await run([])).toMatchObject({ exit: 2, said: expect.stringContaining("--inventory") });
    const bad = at("books.csv", "a,b\n1,2\n");
    expect(await run([at("in.csv", DATA), "--reconcile", bad])).toMatchObject({
      exit: 2,
      said: expect.stringContaining("A-51"),
    });
  });
});
