import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Rooms whose numbers decide what a user is told; calendars, number texts, mathematics and layout have none. */
const JUDGING_ROOMS = ["audit", "diagnose", "attribute", "optimize", "plan", "govern"];
const JUDGING_FILES = [
  "core/src/data/screen-channels.ts",
  "core/src/model/specify-model.ts",
  "core/src/model/model-columns.ts",
];

/** Dimensions are scored 1 to 5: there these numbers are the scale itself. */
const SCORES = new Set([3, 4, 5]);
const SCORED = join("audit", "dimensions");

/** How many letters or digits are shown decides nothing. */
const FORMATTERS = new Set(["slice", "padStart", "padEnd", "toFixed", "toPrecision", "repeat"]);

/** Counting, halving, signs and percent are arithmetic, not thresholds. */
const ARITHMETIC = new Set([0, 1, 2, 0.5, 100]);

function isFormatting(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node.parent) &&
    ts.isPropertyAccessExpression(node.parent.expression) &&
    FORMATTERS.has(node.parent.expression.name.text)
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

/** Numeric literals outside named module constants (UPPER_CASE) and outside methodology rows. */
function looseNumbers(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      /^[A-Z][A-Z0-9_]*$/.test(node.name.text)
    )
      return;
    if (path.includes(SCORED) && ts.isNumericLiteral(node) && SCORES.has(Number(node.text))) return;
    if (ts.isNumericLiteral(node) && !ARITHMETIC.has(Number(node.text)) && !isFormatting(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("thresholds", () => {
  it("stand in the methodology or in a named constant with its source, nowhere else (decisions §7)", () => {
    const loose = [...JUDGING_ROOMS.flatMap((room) => sources(join("core/src", room))), ...JUDGING_FILES]
      .filter((path) => !path.includes(join("govern", "rows")))
      .flatMap(looseNumbers);
    expect(loose).toEqual([]);
  });
});
