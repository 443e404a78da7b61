import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { keptFiles } from "../exports/kept-files.ts";

const FOLDER = resolve("tests/fixtures/exports");
const LARGEST = 60_000; // bytes; a reader of the repository must be able to open each

describe("the dirty exports that are kept", () => {
  const made = keptFiles();

  it("are what their generator makes, byte for byte (npm run exports)", () => {
    const kept = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)));
    expect(kept.sort()).toEqual([...made.keys()].sort());
    const differing = [...made].filter(([name, bytes]) => !readFileSync(join(FOLDER, name)).equals(bytes));
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it("are small", () => {
    const sizes = [...made.values()].map((bytes) => bytes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LARGEST);
  });
});
