// npm test: the static checks, then jest. npm run test:slow: each slow suite in order of importance, until time is up.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const JEST = join(root, "node_modules/jest/bin/jest.js");

// CI gives the slow suites 45 of its 90 minutes; one that has not begun by then is printed as skipped.
const SLOW_MINUTES = 40;

// The recovery of known truth comes first: without it nothing else matters.
const SLOW_ORDER = ["recovery", "reference", "browser", "speed", "end-to-end", "workbook", "core"];

process.exitCode = process.argv.includes("--slow") ? runSlow() : runAll();

function runAll() {
  for (const script of ["types", "lint", "arrows", "unused", "licences"]) {
    const status = run("npm", ["run", "--silent", script]);
    if (status !== 0) return status;
    console.log(`${script}: ok`);
  }
  return run(process.execPath, [JEST]);
}

function runSlow() {
  const started = Date.now();
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of slowSuites()) {
    if (Date.now() - started > SLOW_MINUTES * 60_000) {
      console.log(`SKIPPED for lack of time: ${suite}`);
      totals.skipped += 1;
      continue;
    }
    addCounts(totals, suite);
  }
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return totals.failed > 0 ? 1 : 0;
}

function addCounts(totals, suite) {
  const report = join(tmpdir(), `marginal-slow-${process.pid}.json`);
  const flags = [JEST, "--runTestsByPath", suite, "--reporters=default", "--json", `--outputFile=${report}`];
  run(process.execPath, flags, { MARGINAL_SLOW: "1" });
  if (!existsSync(report)) {
    // jest itself broke before it could count
    totals.failed += 1;
    return;
  }
  const counts = JSON.parse(readFileSync(report, "utf8"));
  rmSync(report);
  totals.passed += counts.numPassedTests;
  totals.failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  totals.skipped += counts.numPendingTests;
}

function slowSuites() {
  const found = readdirSync(join(root, "tests"), { recursive: true })
    .filter((name) => name.endsWith(".slow.ts"))
    .map((name) => relative(root, join(root, "tests", name)));
  const place = (name) => SLOW_ORDER.findIndex((folder) => name.startsWith(join("tests", folder)));
  return found.sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  return done.status ?? 1;
}
