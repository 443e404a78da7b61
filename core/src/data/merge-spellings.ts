/** Channel names of a long table that differ in case, spaces or marks only, or are known names of one platform. */

import { settle } from "./answer.ts";
import { channelKey } from "./channel-key.ts";
import { type Column, columnRange } from "./column.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import { visibleText } from "./number-text.ts";
import { answered, mended } from "./repair.ts";
import { listed } from "./wording.ts";

/**
 * The channel of each row, spellings merged when the user says so (IN-50).
 *
 * @returns [row] names; "" where the cell is blank. E.g. "Face book" and "facebook" are asked about once and,
 * merged, both take the more frequent spelling.
 */
export function mergeSpellings(
  source: Source,
  column: Column,
  answers: Readonly<Record<string, string>>,
): Noted<string[]> {
  const names = column.cells.map((cell) => (cell === null ? "" : visibleText(String(cell))));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = new Map<string, string>();
  for (const name of [...counts.keys()].sort()) {
    const known = usual.get(channelKey(name));
    if (known === undefined || (counts.get(name) ?? 0) > (counts.get(known) ?? 0))
      usual.set(channelKey(name), name);
  }
  const variants = [...counts.keys()].filter((name) => name !== "" && usual.get(channelKey(name)) !== name);
  if (variants.length === 0) return { value: names, notes: NO_NOTES };
  const pairs = variants.map((name) => `"${name}" and "${usual.get(channelKey(name)) ?? ""}"`);
  const settled = settle(
    {
      id: "IN-50",
      code: "IN-50",
      where: at(source, columnRange(column)),
      message: `IN-50 Some channels are spelled in several ways: ${listed(pairs)}. Are they the same?`,
      choices: ["merge", "keep", "stop"],
      default: "merge",
    },
    answers,
  );
  if (settled.value === "keep") return { value: names, notes: settled.notes };
  const merged = names.map((name) => usual.get(channelKey(name)) ?? name);
  if (settled.value === null) return { value: merged, notes: settled.notes };
  const logged = variants.map((name) =>
    mended({
      code: "IN-50",
      where: at(source, columnRange(column)),
      before: name,
      after: usual.get(channelKey(name)) ?? name,
      place: name,
      fixed: answered("IN-50"),
    }),
  );
  return { value: merged, notes: joinNotes(settled.notes, ...logged) };
}
