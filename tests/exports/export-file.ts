/** A draft as a file and its manifest. */

import { csvFile } from "./csv-file.ts";
import type { Draft } from "./draft.ts";
import { type Manifest, manifestOf } from "./manifest.ts";
import { xlsxFile } from "./xlsx-file.ts";

export interface ExportFile {
  readonly manifest: Manifest;
  readonly files: ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>;
}

export function exportFile(draft: Draft): ExportFile {
  const { format } = draft;
  const bytes =
    format.kind === "xlsx"
      ? xlsxFile(draft, format.sheet)
      : csvFile(draft, format.separator, format.encoding);
  return { manifest: manifestOf(draft), files: [{ name: draft.file, bytes }] };
}
