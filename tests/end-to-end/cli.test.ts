import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The command as a user runs it: its own process, its own threads. */
function marginal(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("cli/bin/marginal.mjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 170_000,
  });
  return { status, stdout, stderr };
}

/** The same, with a Ctrl-C as soon as there is reason to. */
async function interrupted(args: readonly string[], when: () => boolean) {
  const child = spawn(process.execPath, [resolve("cli/bin/marginal.mjs"), ...args], { cwd: folder });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const look = setInterval(() => {
    if (!when()) return;
    clearInterval(look);
    child.kill("SIGINT");
  }, 5);
  const status = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(look);
  return { status, stdout, stderr };
}

/** A weekly table: revenue follows a trend, TV and search, with a wobble that a seedless formula makes. */
function weeklyCsv(weeks: number): string {
  const rows = Array.from({ length: weeks }, (_, week) => {
    const day = new Date(Date.UTC(2023, 0, 2 + 7 * week)).toISOString().slice(0, 10);
    const tv = week % 5 < 2 ? 900 + 40 * ((week * 7) % 11) : 100;
    const search = 500 + 30 * ((week * 5) % 13);
    const revenue = 20_000 + 10 * week + 3 * tv + 4 * search + 400 * Math.sin(week * 12.9898);
    return `${day},${revenue.toFixed(2)},${tv},${search}`;
  });
  return ["week,revenue,TV spend,Search spend", ...rows].join("\n");
}

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "marginal-cli-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("marginal", () => {
  it("explains itself, each command with examples", () => {
    const help = marginal("--help");
    expect(help.status).toBe(0);
    for (const command of ["audit", "fit", "defend", "simulate"]) {
      expect(help.stdout).toContain(command);
      const own = marginal(command, "--help");
      expect(own.status).toBe(0);
      expect(own.stdout).toContain("Examples:");
    }
  });

  it("simulates data and truth whose contributions and baseline sum to the KPI up to the noise", () => {
    const run = marginal(
      "simulate",
      "--weeks",
      "60",
      "--channels",
      "3",
      "--seed",
      "7",
      "--out",
      "sim.csv",
      "--truth",
      "sim.json",
    );
    expect(run.status).toBe(0);
    const truth = JSON.parse(readFileSync(join(folder, "sim.json"), "utf8"));
    expect(truth.channels).toHaveLength(3);
    const rows = readFileSync(join(folder, "sim.csv"), "utf8").trim().split("\n");
    expect(rows).toHaveLength(61);
    const kpi = rows.slice(1).reduce((sum, row) => sum + Number(row.split(",")[1]), 0);
    const explained =
      truth.baseline.total +
      truth.channels.reduce((sum: number, c: { contribution: number }) => sum + c.contribution, 0);
    // 60 weeks of 4 % noise: the sum's standard deviation is 4 % / √60 = 0.5 % of the KPI; 5 of these
    expect(Math.abs(explained / kpi - 1)).toBeLessThan(0.026);
  });

  it("offers events that explain a break, and takes them as they stand in its own words (IN-59, X-17)", () => {
    const [header, ...rows] = weeklyCsv(104).split("\n");
    const broken = rows.map((row, week) => {
      const [day, revenue, ...spends] = row.split(",");
      return [day, week < 60 ? revenue : 1.5 * Number(revenue), ...spends].join(",");
    });
    writeFileSync(join(folder, "broken.csv"), [header, ...broken].join("\n"));
    const offered = marginal("audit", "broken.csv");
    const line = /"(events: \[.*shape: step \}\])"/.exec(offered.stdout)?.[1] ?? "";
    expect(line).toBe("events: [{ name: Level shift 2024-02-26, start: 2024-02-26, shape: step }]");
    const columns = "channels: [{ name: TV, spend: TV spend }, { name: Search, spend: Search spend }]";
    writeFileSync(join(folder, "broken.yaml"), `${columns}\n${line}\n`);
    const taken = marginal("audit", "broken.csv", "--brief", "broken.yaml");
    expect(taken.status).toBe(0);
    expect(taken.stdout).not.toContain("IN-59");
  });

  it("says which columns the brief's holidays add (C-08)", () => {
    writeFileSync(join(folder, "plain.csv"), weeklyCsv(104));
    writeFileSync(
      join(folder, "days.yaml"),
      "baseline: { holidays: { market: US, retail: [Black Friday] } }",
    );
    const run = marginal("audit", "plain.csv", "--brief", "days.yaml", "--json");
    expect(run.status).toBe(0);
    expect(run.stderr).toContain(
      'Calendar: column "Black Friday" added from the calendar of US: 2 of 104 weeks.',
    );
    expect(JSON.parse(run.stdout).repairs.map(({ code }: { code: string }) => code)).toEqual([
      "C-08",
      "C-08",
    ]);
  });

  it("writes a workbook and its three contracts, the same numbers for the same seed", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    const first = marginal("defend", "good.csv", "--out", "a/defense.xlsx", "--json");
    expect(first.stderr).toContain("detected");
    expect(first.status).toBe(0);
    expect(readdirSync(join(folder, "a")).sort()).toEqual([
      "defense.xlsx",
      "mmm_budget_optimization.json",
      "mmm_channel_contributions.json",
      "mmm_diagnostics.json",
    ]);
    const fit = JSON.parse(first.stdout);
    const asked = ["--json", "--draws-out", "draws.json", "--export-stan", "audit/stan"];
    const again = JSON.parse(marginal("fit", "good.csv", ...asked).stdout);
    expect(again.channels).toEqual(fit.channels);
    expect(again.run.dataHash).toBe(fit.run.dataHash);
    const other = JSON.parse(marginal("fit", "good.csv", "--json", "--seed", "2").stdout);
    expect(other.channels).not.toEqual(fit.channels);
    const draws = JSON.parse(readFileSync(join(folder, "draws.json"), "utf8"));
    expect(draws.posterior["retention[TV]"]).toHaveLength(4);
    expect(draws.observed_data.kpi).toHaveLength(70);
    // ArviZ wants the log likelihood of every draw that stands in `posterior`
    expect(draws.log_likelihood.kpi).toHaveLength(4);
    expect(draws.log_likelihood.kpi[0]).toHaveLength(draws.posterior.sigma[0].length);
    expect(draws.log_likelihood.kpi[3][0]).toHaveLength(70);
    expect(readdirSync(join(folder, "audit/stan")).sort()).toEqual([
      "README.md",
      "data.json",
      "model.stan",
      "reference.json",
    ]);
    const audit = JSON.parse(readFileSync(join(folder, "audit/stan/reference.json"), "utf8"));
    expect(audit.run).toBe(again.run.runKey);
    expect(audit.quantities.map(({ name }: { name: string }) => name)).toEqual(Object.keys(draws.posterior));
  });

  it("stops at Ctrl-C with its checkpoint kept, and goes on from it to the numbers of a fit that never stopped", async () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    const whole = JSON.parse(marginal("fit", "good.csv", "--json", "--draws-out", "whole.json").stdout);
    const checkpoint = join(folder, "fit.part");
    const args = ["fit", "good.csv", "--json", "--checkpoint", "fit.part", "--draws-out", "resumed.json"];
    const stopped = await interrupted(args, () => existsSync(checkpoint));
    expect(stopped.status).toBe(3);
    expect(stopped.stderr).toContain("The checkpoint is kept in fit.part");
    expect(JSON.parse(stopped.stdout).refused.gate).toBe("cancelled");
    const other = marginal("fit", "good.csv", "--seed", "9", "--checkpoint", "fit.part");
    expect(other.status).toBe(3);
    expect(other.stdout).toContain("its seed is 1, this run's is 9");
    const resumed = marginal(...args);
    expect(resumed.stderr).toContain("Going on from the checkpoint fit.part");
    expect(JSON.parse(resumed.stdout).channels).toEqual(whole.channels);
    const drawsIn = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")).posterior;
    expect(drawsIn("resumed.json")).toEqual(drawsIn("whole.json"));
    expect(existsSync(checkpoint)).toBe(false);
  });

  it("takes no other file for a checkpoint, and harms it not", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    writeFileSync(join(folder, "notes.txt"), "call the agency");
    const run = marginal("fit", "good.csv", "--checkpoint", "notes.txt");
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("notes.txt is not a checkpoint");
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("call the agency");
  });

  it("previews a fit, marked as a preview on the console, in JSON and in the draws", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    const spoken = marginal("fit", "good.csv", "--preview", "--draws-out", "preview.json");
    expect(spoken.status).toBe(0);
    expect(spoken.stdout).toContain("PREVIEW: not a result");
    expect(spoken.stdout).toContain("k-hat");
    expect(JSON.parse(readFileSync(join(folder, "preview.json"), "utf8")).attrs.method).toBe("preview");
    const json = JSON.parse(marginal("fit", "good.csv", "--preview", "--json").stdout);
    expect(json).toMatchObject({
      method: "preview",
      preview: { verdict: expect.stringMatching(/^(good|usable|unvouched)$/), sentence: expect.any(String) },
      run: { stamp: "PREVIEW" },
      timing: { seconds: expect.any(Number), gradientEvaluations: expect.any(Number) },
    });
    expect(json.channels).toHaveLength(2);
    expect(marginal("fit", "good.csv", "--preview", "--checkpoint", "fit.part").status).toBe(2);
    writeFileSync(join(folder, "tiny.csv"), weeklyCsv(10));
    const refused = marginal("fit", "tiny.csv", "--preview", "--json");
    expect(refused.status).toBe(3);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      method: "preview",
      refused: { gate: expect.any(String) },
    });
  });

  it("prints the fixed JSON of fit", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    const fit = JSON.parse(marginal("fit", "good.csv", "--json").stdout);
    const interval = { mean: expect.any(Number), lo: expect.any(Number), hi: expect.any(Number) };
    expect(fit.run).toMatchObject({
      seed: 1,
      kernel: "wasm-simd-1",
      weeks: 70,
      dataStart: "2023-01-02",
      tier: "caveat",
    });
    expect(fit.channels.find((channel: { name: string }) => channel.name === "TV")).toMatchObject({
      name: "TV",
      group: expect.any(String),
      spend: expect.any(Number),
      contribution: interval,
      share: interval,
      roas: interval,
      marginalRoas: interval,
      retention: interval,
      halfSaturation: interval,
      slope: interval,
      curveR2: expect.any(Number),
      learned: expect.stringMatching(/^(data|mixed|prior)$/),
    });
    expect(fit.baseline).toEqual(interval);
    for (const key of ["mape", "r2", "holdoutMape", "coverage90", "durbinWatson", "gapShare"]) {
      expect([key, typeof fit.fit[key]]).toEqual([key, "number"]);
    }
    expect(fit.diagnostics).toMatchObject({
      rhatMax: expect.any(Number),
      essBulkMin: expect.any(Number),
      essTailMin: expect.any(Number),
      divergences: expect.any(Number),
      verdict: expect.stringMatching(/^(pass|review)$/),
      reasons: expect.any(Array),
      loo: { elpd: expect.any(Number), khatMax: expect.any(Number), khatWeek: expect.stringMatching(/^202/) },
      waic: { elpd: expect.any(Number) },
      priorPredictive: { insideShare: expect.any(Number) },
    });
    expect(fit.diagnostics.priorInfluence[0].verdict).toMatch(/^(robust|prior-dominated|conflict|unknown)$/);
    for (const key of ["warmupSeconds", "samplingSeconds", "gradientEvaluations"]) {
      expect([key, typeof fit.timing[key]]).toEqual([key, "number"]);
    }
  });

  it("fits again under narrower and wider priors, beside the figures that it reports (C-10)", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    const { stdout } = marginal("fit", "good.csv", "--sensitivity", "--json");
    const { sensitivity, channels } = JSON.parse(stdout);
    const [narrow, stated, wide] = sensitivity.refits;
    expect([narrow.factor, stated.factor, wide.factor]).toEqual([0.5, 1, 2]);
    expect(stated.channels[0].contribution).toEqual(channels[0].contribution);
    for (const { channels: others } of [narrow, wide]) {
      expect(others.map(({ name }: { name: string }) => name)).toEqual(
        channels.map(({ name }: { name: string }) => name),
      );
      expect(others[0].contribution.mean).not.toBe(channels[0].contribution.mean);
    }
    expect(sensitivity.comparison.kind).toBe("compared");
  });

  it("refuses 12 weeks without override: exit 3, four stamped sheets, no estimate (A-69)", () => {
    writeFileSync(join(folder, "short.csv"), weeklyCsv(12));
    const run = marginal("defend", "short.csv", "--allow-short", "--out", "short/defense.xlsx", "--json");
    expect(run.status).toBe(3);
    expect(JSON.parse(run.stdout).refused).toMatchObject({
      reason: expect.stringContaining("13"),
      remedy: expect.any(String),
    });
    expect(readdirSync(join(folder, "short"))).toEqual(["defense.xlsx"]);
  });

  it("gives an order of channels and no return at 45 weeks (D-02)", () => {
    writeFileSync(join(folder, "directional.csv"), weeklyCsv(45));
    const fit = JSON.parse(marginal("fit", "directional.csv", "--json").stdout);
    expect(fit.run.tier).toBe("directional");
    for (const channel of fit.channels) {
      expect(channel.roas).toBeNull();
      expect(channel.reason).toContain("60 weeks");
    }
  });

  it("stops at a bad cell with its name and a remedy, and writes nothing: exit 2", () => {
    const lines = weeklyCsv(70).split("\n");
    lines[9] = lines[9].replace(/,[^,]*$/, ",#REF!");
    writeFileSync(join(folder, "bad.csv"), lines.join("\n"));
    const run = marginal("defend", "bad.csv", "--out", "bad/defense.xlsx");
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("IN-12");
    expect(run.stderr).toContain("D10");
    expect(existsSync(join(folder, "bad"))).toBe(false);
  });

  it("prints an unanswered question as JSON with its choices, and takes the answer from the brief (X-05)", () => {
    const lines = weeklyCsv(70).split("\n");
    lines[9] = lines[9].replace(/,[^,]*$/, ",");
    writeFileSync(join(folder, "blank.csv"), lines.join("\n"));
    const asked = marginal("audit", "blank.csv", "--json");
    expect(asked.status).toBe(2);
    const [question] = JSON.parse(asked.stdout).questions;
    expect(question).toMatchObject({
      code: "IN-38",
      where: { file: "blank.csv" },
      choices: expect.arrayContaining(["zero"]),
    });
    writeFileSync(join(folder, "brief.yaml"), `answers: {${JSON.stringify(question.id)}: zero}\n`);
    expect(marginal("audit", "blank.csv", "--brief", "brief.yaml", "--json").status).toBe(0);
  });

  it("names the nearest known key of a misspelt brief: exit 2", () => {
    writeFileSync(join(folder, "good.csv"), weeklyCsv(70));
    writeFileSync(join(folder, "typo.yaml"), "chanels: []\n");
    const run = marginal("audit", "good.csv", "--brief", "typo.yaml");
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("channels");
  });

  it("says what is wrong with a file that is no table: exit 2", () => {
    expect(marginal("audit", "nowhere.csv").status).toBe(2);
    writeFileSync(join(folder, "notes.docx"), "hello");
    expect(marginal("audit", "notes.docx").stderr).toContain(".xlsx");
  });
});
