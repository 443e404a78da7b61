/** Runs LibreOffice on workbooks; skips loudly where it is absent, fails in CI (decisions §11). */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Calc keeps the values of foreign files unless it is told to compute them anew: 0 is "always". */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const PATIENCE = 170_000; // milliseconds for one batch; a file takes about two seconds

/** A describe block that needs LibreOffice and poppler's pdftotext. */
export function describeLibreOffice(title: string, body: () => void): void {
  if (isInstalled("soffice") && isInstalled("pdftotext")) {
    describe(title, body);
    return;
  }
  if (process.env.CI === "true") throw new Error(`CI needs LibreOffice and pdftotext for: ${title}`);
  process.stderr.write(`SKIPPED: ${title}: LibreOffice or pdftotext is absent\n`);
  describe.skip(title, () => {
    it("needs LibreOffice", () => undefined);
  });
}

/**
 * Workbooks as LibreOffice computes them, all in one call.
 *
 * @param files - name without extension → bytes.
 * @returns the same names → bytes of the recalculated .xlsx files.
 */
export function recalculate(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return convert(files, "xlsx", (path) => new Uint8Array(readFileSync(path)));
}

/** The pages that workbooks print on, as text, all in one call. */
export function printedPages(files: Readonly<Record<string, Uint8Array>>): Record<string, string[]> {
  return convert(files, "pdf", (path) => {
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  });
}

function convert<Result>(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
  read: (path: string) => Result,
): Record<string, Result> {
  const folder = mkdtempSync(join(tmpdir(), "marginal-office-"));
  try {
    const [profile, out] = [join(folder, "profile"), join(folder, "out")];
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const home = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    execFileSync("soffice", [home, "--headless", "--convert-to", format, "--outdir", out, ...paths], {
      stdio: "pipe",
      timeout: PATIENCE,
    });
    return Object.fromEntries(Object.keys(files).map((name) => [name, read(join(out, `${name}.${format}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isInstalled(command: string): boolean {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, command)));
}
