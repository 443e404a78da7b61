/** mmm_diagnostics.json: the verdict on a fit with every number it rests on (C-23). */

import type { FitHealth, QuantityDiagnostics } from "../../diagnose/fit-health.ts";
import type { DefenseResults } from "../defense-results.ts";
import { type ContractHead, contractHead } from "./contract-head.ts";
import { showsEstimates } from "./shows-estimates.ts";

export interface DiagnosticsJson extends ContractHead, Omit<FitHealth, "quantities"> {
  /** Every quantity; without its values where the tier carries no estimates. */
  readonly quantities: ReadonlyArray<
    Pick<QuantityDiagnostics, "name" | "rhat" | "essBulk" | "essTail"> & Partial<QuantityDiagnostics>
  >;
}

/** The diagnostics contract of a run. */
export function diagnosticsJson({ run, health }: DefenseResults): DiagnosticsJson {
  const { quantities, ...rest } = health;
  return {
    ...contractHead(run),
    ...rest,
    quantities: showsEstimates(run.tier)
      ? quantities
      : quantities.map(({ name, rhat, essBulk, essTail }) => ({ name, rhat, essBulk, essTail })),
  };
}
