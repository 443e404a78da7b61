// Writes docs/functions.md from the function table; --json prints Excel's functions.json instead.
import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const outfile = resolve(root, "dist/tools/function-table.mjs");
await build({
  stdin: {
    contents: `
      export { excelMetadata } from "./core/src/functions/excel-metadata.ts";
      export { functionsPage } from "./core/src/functions/functions-page.ts";
      export { functionTable } from "./core/src/functions/function-table.ts";
      export { defaultRules } from "./core/src/govern/methodology-row.ts";
      export { AUDIT_ROWS } from "./core/src/govern/rows/audit-rows.ts";`,
    resolveDir: root,
    loader: "ts",
  },
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { excelMetadata, functionsPage, functionTable, defaultRules, AUDIT_ROWS } = await import(
  pathToFileURL(outfile).href
);
const table = functionTable({ audit: defaultRules(AUDIT_ROWS) });
if (process.argv.includes("--json")) console.log(JSON.stringify(excelMetadata(table), null, 2));
else writeFileSync(resolve(root, "docs/functions.md"), functionsPage(table));
