/** How Stan code is put on the page. */

/**
 * A block.
 *
 * @param lines - without indentation of their own, or with more.
 * @returns e.g. "model {\n  sigma ~ normal(0, 1);\n}".
 */
export function stanBlock(name: string, lines: readonly string[]): string {
  return [name === "" ? "{" : `${name} {`, ...lines.map((line) => `  ${line}`), "}"].join("\n");
}

/**
 * A name as it may stand in a comment, which ends with the line.
 *
 * @returns e.g. "Paid Search" for "Paid\nSearch".
 */
export function inComment(name: string): string {
  return name.replace(/\s+/g, " ");
}
