/** The product's own functions in the engine: =MMM.HILL and the others. */

import type { FunctionSpec, Given } from "@mmm/core";
import { registerFunction } from "./functions.ts";

/**
 * Registers every function of the table under the namespace; names stay for the life of the program.
 *
 * @param blank - what a blank cell arrives as: 0 on old desktop builds of Excel, null on the web.
 */
export function registerTable(table: readonly FunctionSpec[], namespace: string, blank: 0 | null): void {
  for (const { name, summary, parameters, call } of table)
    registerFunction({
      name: `${namespace}.${name}`,
      description: summary,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description,
        matrix: parameter.kind === "range",
        optional: parameter.optional,
      })),
      compute: (...given: Given[]) => call(given),
      blank,
    });
}
