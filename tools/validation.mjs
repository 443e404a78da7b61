// Keeps docs/validation.md equal to the figures in docs/validation/; with --write takes in what the suites just measured.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SECTIONS } from "./validation-sections.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const measured = join(root, "out/validation");
const kept = join(root, "docs/validation");
const page = join(root, "docs/validation.md");

const INTRODUCTION = `# Validation

Made by \`npm run validation\` from what the suites measured; not edited by hand. Every figure depends on seeds and code
alone, unless its section says otherwise. \`npm run test:slow\` measures anew; a section whose figures a run leaves as
they are keeps the commit that first gave them, and so does one whose suite did not run. Ratios of speed depend on the
machine and stand in \`bench/README.md\`.
`;

if (process.argv.includes("--write")) {
  takeMeasured();
  writeFileSync(page, compose());
} else if (!existsSync(page) || readFileSync(page, "utf8") !== compose()) {
  console.error("docs/validation.md is not what docs/validation/*.json give: npm run validation");
  process.exit(1);
}

// Takes new figures in, stamped with the commit; figures that did not move keep their stamp.
function takeMeasured() {
  mkdirSync(kept, { recursive: true });
  for (const [suite, figures] of readFigures(measured)) {
    const before = readFigures(kept).get(suite);
    if (before && contents(before) === contents(figures)) continue;
    const stamped = { ...figures, commit: commit() };
    writeFileSync(join(kept, `${suite}.json`), `${JSON.stringify(stamped, null, 2)}\n`);
  }
}

function contents({ kernel, rows }) {
  return JSON.stringify({ kernel, rows });
}

function commit() {
  const git = (...words) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
  const changes = git("status", "--porcelain", "--", "core", "tests", "worker", "cli");
  return `${git("rev-parse", "--short=7", "HEAD")}${changes === "" ? "" : " and changes after it"}`;
}

function readFigures(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const all = new Map(
    files.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8"))).map((one) => [one.suite, one]),
  );
  for (const suite of all.keys())
    if (!SECTIONS.some((section) => section.suite === suite))
      throw new Error(`${suite} has no section in tools/validation-sections.mjs`);
  return all;
}

function compose() {
  const figures = readFigures(kept);
  return [
    INTRODUCTION,
    ...SECTIONS.map((section) => composeSection(section, figures.get(section.suite))),
  ].join("\n");
}

function composeSection({ title, proves, seeds, kernel = true }, figures) {
  const head = `## ${title}\n\n${proves}\n`;
  if (!figures) return `${head}\nNo figures yet: this suite has not run.\n`;
  const { commit, rows } = figures;
  const walked = kernel ? ` Kernel: ${figures.kernel}.` : "";
  const table = rows.map(
    ({ what, value, limit, source }) =>
      `| ${[what, show(value), source ? `${limit} (${source})` : limit].map(cell).join(" | ")} |`,
  );
  return `${head}\nSeeds: ${seeds}.${walked} Since commit ${commit}.\n\n| what | figure | held to |\n| --- | --- | --- |\n${table.join("\n")}\n`;
}

function show(value) {
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : value;
}

function cell(text) {
  return text.replaceAll("|", "\\|");
}
