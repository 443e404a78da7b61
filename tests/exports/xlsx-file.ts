/** A draft as the bytes of a workbook, the parts written by hand (ECMA-376, part 1, §18), always the same bytes. */

import { strToU8, zipSync } from "fflate";
import type { Cell, Draft } from "./draft.ts";
import { gridOf } from "./render.ts";

const NAMESPACE = "http://schemas.openxmlformats.org";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Zip can not tell days before 1980; any fixed one serves. */
const WRITTEN = new Date(1980, 0, 1);
const EPOCH_SERIAL = 25_569; // 1970-01-01 in the 1900 date system
const DAY = 86_400_000;
const DATE_STYLE = 1;

/** One sheet; dates are serials with a date's format, numbers are numbers, the rest is text. */
export function xlsxFile(draft: Draft, sheet: string): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/workbook.xml": `<workbook xmlns="${NAMESPACE}/spreadsheetml/2006/main" xmlns:r="${NAMESPACE}/officeDocument/2006/relationships"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/styles.xml": `<styleSheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": worksheet(draft),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: WRITTEN, level: 9 });
}

function relations(targets: ReadonlyArray<readonly [string, string]>): string {
  const each = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${NAMESPACE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${NAMESPACE}/package/2006/relationships">${each.join("")}</Relationships>`;
}

function worksheet(draft: Draft): string {
  const grid = gridOf(draft);
  const rows = grid.rows.map((cells, row) => {
    const hidden = grid.hidden.includes(row) ? ' hidden="1"' : "";
    return `<row r="${row + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join("")}</row>`;
  });
  const merges = grid.merges.map(
    ([row, first, last]) => `<mergeCell ref="${letters(first)}${row + 1}:${letters(last)}${row + 1}"/>`,
  );
  const merged =
    merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`;
  return `<worksheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: Cell, place: string): string {
  switch (cell?.kind) {
    case undefined:
      return "";
    case "text":
      return /^#(?:REF!|N\/A|DIV\/0!)$/.test(cell.text)
        ? `<c r="${place}" t="e"><v>${cell.text}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case "date":
      return `<c r="${place}" s="${DATE_STYLE}"><v>${Date.parse(`${cell.iso}T00:00:00Z`) / DAY + EPOCH_SERIAL}</v></c>`;
    case "number":
      return `<c r="${place}"><v>${Number(`${cell.units}e-${cell.decimals}`)}</v></c>`;
  }
}

function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? "" : letters(rest)) + String.fromCharCode(65 + (column % 26));
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
