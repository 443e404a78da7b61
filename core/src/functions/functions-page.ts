/** The function table as a page of help. */

import type { FunctionSpec, Parameter } from "./function-spec.ts";

const HEAD = `# Functions

Written by \`npm run functions\` from the function table (\`core/src/functions\`). In Excel a function is called \`=MMM.NAME\`, in Google
Sheets, whose names hold no dot, \`=MMM_NAME\`. Ranges run oldest first, one column per channel; a header above is left aside. Shares are
fractions (0.3), money is in the workbook's currency, time in weeks. A blank cell is never a zero: it is \`#VALUE!\` with the row.

**No host registers these functions yet**: there is no Excel or Sheets add-in in this version. The table is complete and tested by itself.

| error | when |
|---|---|
| \`#VALUE!\` | wrong type or shape, or a blank week |
| \`#NUM!\` | a number outside its range |
| \`#N/A\` | too few data, or nothing known |
| \`#DIV/0!\` | a division by zero |
`;

/** Markdown of the whole table: a section per function with its arguments, result, example and source. */
export function functionsPage(table: readonly FunctionSpec[]): string {
  return [HEAD, ...table.map(section)].join("\n");
}

function section({ name, summary, parameters, returns, example, source }: FunctionSpec): string {
  const names = parameters.map(({ name: own, optional }) => (optional ? `[${own}]` : own)).join(", ");
  return [
    `## ${name}`,
    "",
    `\`=MMM.${name}(${names})\``,
    "",
    summary,
    "",
    "| argument | what it is |",
    "|---|---|",
    ...parameters.map(line),
    "",
    `Gives: ${returns}`,
    "",
    `Example: \`${example.formula}\` is ${example.result}.`,
    "",
    `Source: ${source}`,
    "",
  ].join("\n");
}

function line({ name, description, optional }: Parameter<unknown>): string {
  return `| ${optional ? `[${name}]` : name} | ${description.replaceAll("|", "\\|")} |`;
}
