import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describeShared } from "../matchers/shared.ts";

describeShared("marginal defend on public data", (shared) => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "marginal-public-"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    return { status: run.status, result: JSON.parse(run.stdout) };
  }

  // decisions §11: refusing these two is a failure
  it.each(["pymc_mmm_example", "recovery_small_business"])("%s completes with verdict pass", (name) => {
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
