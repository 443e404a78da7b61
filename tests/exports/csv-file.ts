/** A draft as the bytes of a separated file. */

import type { Draft, Encoding } from "./draft.ts";
import { cellText, gridOf } from "./render.ts";

/** Fields are quoted where they must be; lines end as Windows ends them, as the platforms do. */
export function csvFile(draft: Draft, separator: string, encoding: Encoding): Uint8Array {
  const lines = gridOf(draft).rows.map((cells) =>
    cells.map((cell) => quoted(cellText(cell, draft), separator)).join(separator),
  );
  return encoded(`${lines.join("\r\n")}\r\n`, encoding);
}

function quoted(field: string, separator: string): string {
  return field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function encoded(content: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(content, "utf8");
    case "utf-8-bom":
      return Buffer.from(`\uFEFF${content}`, "utf8");
    case "utf-16le":
      return Buffer.from(`\uFEFF${content}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\uFEFF${content}`, "utf16le").swap16();
    case "windows-1252":
      return windows1252(content);
  }
}

/** The euro sign is the only character of ours that Latin-1 has not, or has elsewhere. */
function windows1252(content: string): Uint8Array {
  const bytes = Buffer.from(content.replaceAll("\u20ac", "\u0080"), "latin1");
  if ([...content].some((letter) => letter > "\u00ff" && letter !== "\u20ac"))
    throw new RangeError("text that windows-1252 can not hold");
  return bytes;
}
