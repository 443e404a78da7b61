import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const FOLDER = "core/src/data/holidays";
const MOST_BYTES = 15 * 1024; // requirements §5.4: small enough for Apps Script

async function minifiedBytes(file: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, file)],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.contents.length ?? Number.POSITIVE_INFINITY;
}

describe("the holiday table", () => {
  it("stays under 15 KB minified, with the rules that read it", async () => {
    expect(await minifiedBytes("holiday-columns.ts")).toBeLessThan(MOST_BYTES);
  });

  it("is judged by date-holidays, whose CC BY-SA data never ship: the lockfile has it and all it needs for development alone", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
    const names = ["date-holidays", "date-holidays-parser", "date-chinese", "date-easter", "moment-timezone"];
    for (const name of names)
      expect([name, lock.packages[`node_modules/${name}`]?.dev]).toEqual([name, true]);
    for (const workspace of ["core", "worker", "cli"])
      expect(JSON.stringify(lock.packages[workspace])).not.toContain("date-holidays");
  });
});
