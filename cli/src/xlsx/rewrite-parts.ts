/** Rewrites text parts inside a zip; every other part is carried over. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first moment that a zip can date: the same parts give the same bytes whenever they are written. */
const FIRST_DATE = new Date(1980, 0, 1);

/**
 * A zip with some of its text parts rewritten.
 *
 * @param matches - which parts, by path.
 * @param rewrite - the new text of such a part.
 */
export function rewriteParts(
  bytes: Uint8Array,
  matches: RegExp,
  rewrite: (text: string) => string,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => [
    path,
    matches.test(path) ? strToU8(rewrite(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(parts), { mtime: FIRST_DATE });
}
