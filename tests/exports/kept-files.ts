/** Every file of tests/fixtures/exports with its bytes. */

import { exportFile } from "./export-file.ts";
import { keptExports } from "./fixtures.ts";
import type { Manifest } from "./manifest.ts";

/** Exports by name, and beside each its manifest "<name>.manifest.json". */
export function keptFiles(): Map<string, Uint8Array> {
  const files = keptExports().flatMap(({ name, drafts }) => {
    const made = exportFile(drafts);
    return [
      ...made.files.map((file) => [file.name, file.bytes] as const),
      [`${name}.manifest.json`, Buffer.from(manifestText(made.manifest), "utf8")] as const,
    ];
  });
  return new Map(files);
}

/** A row per line, so that a change is read in a diff. */
function manifestText({ original, ...manifest }: Manifest): string {
  const rows = original.rows.map((row) => `      ${JSON.stringify(row)}`).join(",\n");
  const head = JSON.stringify(manifest, null, 2).replace(/\n\}$/, "");
  return `${head},\n  "original": {\n    "columns": ${JSON.stringify(original.columns)},\n    "rows": [\n${rows}\n    ]\n  }\n}\n`;
}
