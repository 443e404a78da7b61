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
    case "shift_jis":
      return ofTable(content, encoding);
  }
}

const EURO = 0x80; // of windows-1252, which Node 20 does not decode (nodejs/node#56542); Shift JIS has no euro

/** By the platform's own decoder read backwards, since it encodes UTF-8 only. */
function ofTable(content: string, encoding: "windows-1252" | "shift_jis"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const singles = Array.from({ length: 256 }, (_, byte) => [byte]);
  const doubles =
    encoding === "windows-1252"
      ? []
      : singles.slice(0x81).flatMap(([lead]) => singles.slice(0x40).map(([trail]) => [lead, trail]));
  const bytesOf = new Map(
    [...doubles, ...singles].map((bytes) => [decoder.decode(Uint8Array.from(bytes)), bytes]),
  );
  if (encoding === "windows-1252") bytesOf.set("€", [EURO]);
  return Uint8Array.from(
    [...content].flatMap((letter) => {
      const bytes = bytesOf.get(letter);
      if (bytes === undefined) throw new RangeError(`${encoding} has no "${letter}"`);
      return bytes;
    }),
  );
}
