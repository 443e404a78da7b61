import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { describeShared } from "../matchers/shared.ts";

/** Refusing these two is a failure (decisions §11). */
const MUST_PASS = ["pymc_mmm_example", "recovery_small_business"];

describeShared("marginal defend on public data", (shared) => {
  let folder = "";
  const figures: Figure[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "marginal-public-"));
  });

  afterAll(() => {
    recordFigures("public-data", figures);
    rmSync(folder, { recursive: true, force: true });
  });

  function defend(name: string): { status: number | null; result: Record<string, Record<string, unknown>> } {
    const run = spawnSync(
      process.execPath,
      [
        resolve("cli/bin/marginal.mjs"),
        "defend",
        shared("data", `${name}.csv`),
        "--brief",
        resolve("examples/briefs", `${name}.yaml`),
        "--out",
        join(folder, name, "defense.xlsx"),
        "--json",
      ],
      { encoding: "utf8" },
    );
    const result = JSON.parse(run.stdout);
    const value = run.status === 3 ? `refused: ${result.refused.reason}` : result.diagnostics.verdict;
    const limit = MUST_PASS.includes(name) ? "pass" : "pass, review or a refusal with its remedy";
    figures.push({ what: `${name}: verdict`, value, limit, source: "decisions §11" });
    return { status: run.status, result };
  }

  it.each(MUST_PASS)("%s completes with verdict pass", (name) => {
    const { status, result } = defend(name);
    expect(status).toBe(0);
    expect(result.diagnostics.verdict).toBe("pass");
    expect(readdirSync(join(folder, name))).toHaveLength(4);
  });

  it.each(["meridian_national_all_channels", "conjura_apparel_weekly"])(
    "%s completes, or refuses with reasons",
    (name) => {
      const { status, result } = defend(name);
      if (status === 3) {
        expect(result.refused).toMatchObject({ reason: expect.any(String), remedy: expect.any(String) });
        return;
      }
      expect(status).toBe(0);
      expect(["pass", "review"]).toContain(result.diagnostics.verdict);
      if (result.diagnostics.verdict === "review") expect(result.diagnostics.reasons).not.toHaveLength(0);
    },
  );
});
