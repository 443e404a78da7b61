/** How each named cell style looks in a file: fonts, fills, borders and alignment (requirements §4.1). */

import type { CellStyle } from "@mmm/core";
import type { CellStyle as FileStyle } from "hucre";

const INK = { rgb: "1F2933" };
const MUTED = { rgb: "5F6B7A" };
const LINE = { rgb: "C3CBD4" };
const HAIR = { rgb: "E3E8ED" };
const ACCENT = { rgb: "0B6E6E" };
const HEAD_FILL = solid("EEF2F5");

/** Inputs blue on pale yellow, links from other sheets green: the convention that finance readers expect. */
export const INPUT_INK: FileStyle = { font: { color: { rgb: "0000FF" } }, fill: solid("FFFBE6") };
export const LINK_INK: FileStyle = { font: { color: { rgb: "00703C" } } };
export const TOTAL_LOOK: FileStyle = {
  font: { bold: true },
  border: { top: { style: "thin", color: INK }, bottom: { style: "thin", color: LINE } },
};

export const GOOD: FileStyle = { font: { color: { rgb: "14532D" }, bold: true }, fill: solid("DCFCE7") };
export const BAD: FileStyle = { font: { color: { rgb: "991B1B" }, bold: true }, fill: solid("FEE2E2") };
export const AMBER: FileStyle = { font: { color: { rgb: "92400E" }, bold: true }, fill: solid("FEF3C7") };

const CENTER = { horizontal: "center", vertical: "center" } as const;
const LABEL = { horizontal: "left", vertical: "top", indent: 1 } as const;
const LEFT_TOP = { horizontal: "left", vertical: "top", wrapText: true } as const;
const RIGHT = { horizontal: "right", vertical: "top" } as const;
const ROW_LINE = { bottom: { style: "hair", color: HAIR } } as const;

export const LOOKS: Readonly<Record<CellStyle, FileStyle>> = {
  title: {
    font: { size: 14, bold: true, color: INK },
    alignment: { horizontal: "left", vertical: "center", wrapText: true },
  },
  stamp: {
    font: { size: 9, color: MUTED },
    alignment: { horizontal: "left", vertical: "center", wrapText: true },
  },
  units: {
    font: { size: 9, italic: true, color: MUTED },
    alignment: { horizontal: "left", vertical: "center", wrapText: true },
  },
  section: {
    font: { size: 11, bold: true, color: ACCENT },
    border: { bottom: { style: "thin", color: ACCENT } },
    alignment: { vertical: "bottom" },
  },
  heading: {
    font: { size: 9, bold: true, color: INK },
    fill: HEAD_FILL,
    border: { bottom: { style: "thin", color: LINE } },
    alignment: { horizontal: "left", vertical: "bottom", wrapText: true, indent: 1 },
  },
  headingCenter: {
    font: { size: 9, bold: true, color: INK },
    fill: HEAD_FILL,
    border: { bottom: { style: "thin", color: LINE } },
    alignment: { horizontal: "center", vertical: "bottom", wrapText: true },
  },
  headingNumber: {
    font: { size: 9, bold: true, color: INK },
    fill: HEAD_FILL,
    border: { bottom: { style: "thin", color: LINE } },
    alignment: { horizontal: "right", vertical: "bottom", wrapText: true },
  },
  groupHeading: {
    font: { size: 9, bold: true, color: ACCENT },
    fill: HEAD_FILL,
    border: { bottom: { style: "thin", color: ACCENT } },
    alignment: { horizontal: "center", vertical: "bottom", wrapText: true },
  },
  label: { font: { color: INK }, border: ROW_LINE, alignment: LABEL },
  labelStrong: {
    font: { bold: true, color: INK },
    border: ROW_LINE,
    alignment: LABEL,
  },
  text: { font: { color: INK }, border: ROW_LINE, alignment: { ...LEFT_TOP, indent: 1 } },
  note: { font: { size: 9, color: MUTED }, alignment: LEFT_TOP },
  noteNumber: { font: { size: 9, color: MUTED }, alignment: RIGHT },
  number: { font: { color: INK }, border: ROW_LINE, alignment: RIGHT },
  center: { font: { color: INK }, border: ROW_LINE, alignment: { horizontal: "center", vertical: "top" } },
  lead: { font: { size: 13, bold: true, color: INK }, alignment: { ...LEFT_TOP, vertical: "center" } },
  sentence: { font: { color: INK }, alignment: { ...LEFT_TOP, vertical: "center" } },
  callout: {
    font: { bold: true, color: ACCENT },
    fill: solid("E6F2F1"),
    alignment: { horizontal: "left", vertical: "center", wrapText: true, indent: 1 },
  },
  tile: { font: { size: 18, bold: true, color: ACCENT }, alignment: CENTER, fill: solid("F3F6F8") },
  tileLabel: { font: { size: 9, color: MUTED }, alignment: CENTER, fill: solid("F3F6F8") },
  tileNote: { font: { size: 9, color: INK }, alignment: CENTER, fill: solid("F3F6F8") },
  signatureLabel: {
    font: { bold: true, color: INK },
    alignment: { horizontal: "left", vertical: "bottom", indent: 1 },
  },
  signature: { font: { color: INK }, border: { bottom: { style: "thin", color: INK } } },
  link: {
    font: { color: { rgb: "0B5CAD" }, underline: true },
    border: ROW_LINE,
    alignment: { vertical: "top" },
  },
};

function solid(rgb: string): NonNullable<FileStyle["fill"]> {
  return { type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } };
}
