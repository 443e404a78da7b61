/** The kept dirty exports, read through their files: exactly the codes and the table that their manifests state. */

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Manifest } from "../../exports/manifest.ts";
import { differences, notesOf, stopsOf } from "../../fixtures/judge-export.ts";
import { readExport } from "../../fixtures/read-export.ts";

const FOLDER = resolve("tests/fixtures/exports");
const MANIFESTS = readdirSync(FOLDER).filter((name) => name.endsWith(".manifest.json"));
const manifestOf = (name: string): Manifest => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

it("there are at least forty of them", () => {
  expect(MANIFESTS.length).toBeGreaterThanOrEqual(40);
});

it.each(MANIFESTS)("%s", async (name) => {
  const manifest = manifestOf(name);
  const { cleaned, asked } = await readExport(FOLDER, manifest);
  const questions = [...new Set(manifest.questions.map(({ code }) => code))].sort();
  if (manifest.response === "stop") {
    expect(stopsOf(cleaned)).toEqual(manifest.stops);
    expect(cleaned.table).toBeNull();
    return;
  }
  expect(notesOf(cleaned)).toEqual(manifest.notes);
  expect(asked).toEqual(questions);
  if (cleaned.table === null) throw new Error("no table came back");
  expect(differences(cleaned.table, manifest)).toEqual([]);
});
