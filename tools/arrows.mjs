// Draws the rooms' arrows from the rule file, and keeps the drawing in ARCHITECTURE.md equal to it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const document = resolve(root, "ARCHITECTURE.md");
const rooms = createRequire(import.meta.url)("./rooms.cjs");

const BEGIN = "<!-- arrows: begin (npm run arrows:draw) -->";
const END = "<!-- arrows: end -->";

/** The diagram as Mermaid; numerics, which every room may see, is left out of the lines. */
export function drawArrows() {
  const lines = Object.entries(rooms).flatMap(([room, sees]) =>
    sees.filter((other) => other !== "numerics").map((other) => `  ${room} --> ${other}`),
  );
  return ["```mermaid", "graph BT", ...lines, "```"].join("\n");
}

/** ARCHITECTURE.md with the diagram in its place. */
export function withArrows(text) {
  const [before, rest] = text.split(BEGIN);
  const after = rest.split(END)[1];
  return `${before}${BEGIN}\n${drawArrows()}\n${END}${after}`;
}

const current = readFileSync(document, "utf8");
if (process.argv.includes("--write")) writeFileSync(document, withArrows(current));
else if (withArrows(current) !== current) {
  console.error("ARCHITECTURE.md no longer shows the arrows of .dependency-cruiser.cjs: npm run arrows:draw");
  process.exitCode = 1;
}
