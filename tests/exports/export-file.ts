/** Drafts as files, and the one manifest of them all. */

import { csvFile } from "./csv-file.ts";
import type { Draft } from "./draft.ts";
import { type Manifest, manifestOf } from "./manifest.ts";
import { xlsxFile } from "./xlsx-file.ts";

export interface ExportFile {
  readonly manifest: Manifest;
  readonly files: ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>;
}

export function exportFile(drafts: readonly Draft[]): ExportFile {
  return {
    manifest: manifestOf(drafts),
    files: drafts.map((draft) => ({ name: draft.file, bytes: bytesOf(draft) })),
  };
}

function bytesOf(draft: Draft): Uint8Array {
  const { format } = draft;
  return format.kind === "xlsx"
    ? xlsxFile(draft, format.sheet)
    : csvFile(draft, format.separator, format.encoding);
}
