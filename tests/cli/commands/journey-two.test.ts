/** Journey J2: a dirty export with twelve faults, repairs accepted, one undone, the user's cells untouched. */

import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { main } from "@mmm/cli/main.ts";
import type { CleanTable } from "@mmm/core/report/json/clean-table.ts";
import type { Manifest } from "../../exports/manifest.ts";
import { differences } from "../../fixtures/judge-export.ts";

const KEPT = resolve("tests/fixtures/exports/twelve-faults");
const MANIFEST: Manifest = JSON.parse(readFileSync(`${KEPT}.manifest.json`, "utf8"));
const ANSWERS = "IN-08: include\nIN-38: interpolate\n";

const folder = mkdtempSync(join(tmpdir(), "marginal-j2-"));
const input = join(folder, "twelve-faults.xlsx");
copyFileSync(`${KEPT}.xlsx`, input);
const before = readFileSync(input);

async function clean(answers: string): Promise<{ readonly exit: number; readonly cleaned: CleanTable }> {
  const results: string[] = [];
  const file = join(folder, "answers.yaml");
  writeFileSync(file, answers);
  const exit = await main(["clean", input, "--json", "--answers", file], new URL("file:///none"), {
    result: (text) => results.push(text),
    say: () => undefined,
    redraw: null,
    ask: null,
    clock: () => 0,
    today: "2026-11-22",
    now: "2026-11-22T10:00:00Z",
  });
  return { exit, cleaned: JSON.parse(results.join("\n")) };
}

describe("twelve faults in one workbook (J2)", () => {
  it("are mended, and what comes back is the original to the cent but for the one blank", async () => {
    expect(MANIFEST.faults).toHaveLength(12);
    const { exit, cleaned } = await clean(ANSWERS);
    expect(exit).toBe(0);
    if (cleaned.table === null) throw new Error("no table came back");
    expect(differences(cleaned.table, MANIFEST)).toEqual([]);
    expect(MANIFEST.lost).toHaveLength(1);
  });

  it("one repair undone is undone alone, and again in the next run", async () => {
    const accepted = (await clean(ANSWERS)).cleaned;
    const id = accepted.repairs.find(({ code }) => code === "IN-49")?.id ?? "";
    for (const _ of ["first run", "second run"]) {
      const { exit, cleaned } = await clean(`${ANSWERS}${JSON.stringify(id)}: undo\n`);
      expect(exit).toBe(0);
      const changed = cleaned.repairs.filter(
        (repair, place) => repair.status !== accepted.repairs[place]?.status,
      );
      expect(changed.map((repair) => [repair.id, repair.status])).toEqual([[id, "undone"]]);
      expect(cleaned.table).toEqual(accepted.table);
    }
  });

  it("a cell's repair undone leaves the cell as it was written, and says so", async () => {
    const accepted = (await clean(ANSWERS)).cleaned;
    const repair = accepted.repairs.find(({ code }) => code === "IN-34");
    const { exit, cleaned } = await clean(`${ANSWERS}${JSON.stringify(repair?.id)}: undo\n`);
    expect(exit).toBe(2);
    const stops = cleaned.findings.filter(({ severity }) => severity === "stop");
    expect(stops.map(({ code, where }) => [code, where.cell])).toEqual([["IN-34", repair?.where.cell]]);
  });

  it("nothing in the user's file has changed", () => {
    expect(readFileSync(input).equals(before)).toBe(true);
  });
});
