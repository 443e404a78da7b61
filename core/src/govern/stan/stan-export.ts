/** What a third party needs to reproduce a posterior: program, data, what we found, and how to compare. */

import type { QuantityDiagnostics } from "../../diagnose/fit-health.ts";
import type { MediaMixModel } from "../../model/media-mix-model.ts";
import type { RunRecord } from "../run-record.ts";
import { stanProgram } from "./stan-program.ts";
import { stanReadme } from "./stan-readme.ts";

/** A text file. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** A fit that is opened to audit. */
export interface AuditedFit {
  readonly model: MediaMixModel;
  /** [quantity] of all draws, in the order in which they were recorded. */
  readonly quantities: readonly QuantityDiagnostics[];
  /** Probability between `lo` and `hi` of a quantity. */
  readonly level: number;
  readonly run: RunRecord;
}

/**
 * The files of an audit.
 *
 * @returns model.stan, data.json, reference.json (mean, sd, interval and Monte Carlo standard error of the mean of each
 *   quantity) and README.md.
 */
export function stanExport(fit: AuditedFit): readonly ExportedFile[] {
  const { program, data } = stanProgram(fit.model);
  return [
    { name: "model.stan", text: program },
    { name: "data.json", text: `${JSON.stringify(data)}\n` },
    { name: "reference.json", text: `${JSON.stringify(reference(fit), null, 2)}\n` },
    { name: "README.md", text: stanReadme(fit.run) },
  ];
}

function reference({ quantities, level, run }: AuditedFit): object {
  return {
    run: run.runKey,
    engineVersion: run.engineVersion,
    methodologyVersion: run.methodologyVersion,
    dataHash: run.dataHash,
    seed: run.seed,
    kernel: run.kernel,
    level,
    quantities: quantities.map(({ name, mean, sd, lo, hi, mcse, essBulk, essTail }) => ({
      name,
      mean,
      sd,
      lo,
      hi,
      mcse: mcse.mean,
      essBulk,
      essTail,
    })),
  };
}
