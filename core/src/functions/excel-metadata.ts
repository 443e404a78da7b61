/** The function table as Excel's functions.json (excel.md §2.3). */

import type { FunctionSpec } from "./function-spec.ts";

/** One entry of functions.json. */
export interface ExcelFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: ReadonlyArray<{
    readonly name: string;
    readonly description: string;
    readonly type: "any";
    readonly dimensionality?: "matrix";
    readonly optional?: true;
  }>;
  readonly result: { readonly type: "any"; readonly dimensionality?: "matrix" };
}

/**
 * The metadata that Excel registers from; namespace and dot come from the manifest.
 *
 * @returns every parameter of type "any", so that a wrong cell reaches us and is answered with a reason instead of #VALUE!.
 */
export function excelMetadata(table: readonly FunctionSpec[]): {
  readonly functions: readonly ExcelFunction[];
} {
  return {
    functions: table.map(({ name, summary, parameters, spills }) => ({
      id: name,
      name,
      description: summary,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description,
        type: "any",
        ...(parameter.kind === "range" ? { dimensionality: "matrix" as const } : {}),
        ...(parameter.optional ? { optional: true as const } : {}),
      })),
      result: { type: "any", ...(spills ? { dimensionality: "matrix" as const } : {}) },
    })),
  };
}
