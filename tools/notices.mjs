// Gathers the licences of everything that ships, refuses what may not ship, and keeps THIRD-PARTY-NOTICES.md equal to it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const document = join(root, "THIRD-PARTY-NOTICES.md");

// Licences that let an MIT product ship the package with a notice (decisions §13: no GPL, no AGPL anywhere).
const ALLOWED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const shipped = Object.entries(lock.packages)
  .filter(
    ([path, entry]) => path.includes("node_modules/") && !entry.link && !entry.dev && !entry.devOptional,
  )
  .map(([path]) => notice(path))
  .sort((a, b) => a.name.localeCompare(b.name));

const forbidden = shipped.filter(({ licence }) => !ALLOWED.has(licence));
if (forbidden.length > 0) {
  console.error(
    `licences that may not ship: ${forbidden.map(({ name, licence }) => `${name} (${licence})`).join(", ")}`,
  );
  process.exit(1);
}

const text = [
  "# Third-party notices",
  "",
  "What Marginal ships or runs with, beside its own code. Made by `npm run notices`.",
  ...shipped.flatMap(({ name, version, licence, text: own }) => [
    "",
    `## ${name} ${version} (${licence})`,
    "",
    "```",
    own,
    "```",
  ]),
  "",
].join("\n");

if (process.argv.includes("--write")) writeFileSync(document, text);
else if (!existsSync(document) || readFileSync(document, "utf8") !== text) {
  console.error("THIRD-PARTY-NOTICES.md is out of date: npm run notices");
  process.exit(1);
}

function notice(path) {
  const folder = join(root, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return {
    name,
    version,
    licence: license,
    text: file ? readFileSync(join(folder, file), "utf8").trim() : `${name}: ${license}`,
  };
}
