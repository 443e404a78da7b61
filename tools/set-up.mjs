// Brings a bare clone to where everything runs: installs the locked packages once, and again when the lockfile changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const mark = resolve(root, "node_modules/.marginal-set-up");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  console.error(
    `Marginal needs Node 20.11 or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
  );
  process.exit(1);
}

const lock = createHash("sha256")
  .update(readFileSync(resolve(root, "package-lock.json")))
  .digest("hex");
if (!existsSync(mark) || readFileSync(mark, "utf8") !== lock) {
  console.error("Setting up (once; about a minute) …");
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
  writeFileSync(mark, lock);
}
