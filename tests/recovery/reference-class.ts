/** The reference class, 156 weeks × 10 channels, as a model of ours, and its 60 quantities in the draws of ours. */

import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { coordinatesOf } from "@mmm/core/model/parameters.ts";
import { halfNormalAt } from "@mmm/core/numerics/normal.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";

/** ../shared/data/mmm-reference, as its SOURCES.md says. */
export interface Reference {
  readonly data: {
    readonly T: number;
    readonly K: number;
    readonly P: number;
    readonly X: number[][];
    readonly Z: number[][];
    readonly y: number[];
  };
  readonly prior: {
    readonly la: number;
    readonly lb: number;
    readonly ecM: number;
    readonly ecS: number;
    readonly nM: number;
    readonly nS: number;
    readonly bS: number;
    readonly sS: number;
    readonly gM: number[];
    readonly gS: number[];
  };
  readonly reference: Readonly<
    Record<string, { readonly mean: number; readonly sd: number; readonly mcse_mean: number }>
  >;
}

/** The reference's model: as ours, but with the half-Normal on the coefficient instead of the mean contribution. */
export function referenceModel({ data, prior }: Reference): MediaMixModel {
  const series = (rows: number[][], index: number): Float64Array =>
    Float64Array.from(rows, (row) => row[index]);
  return {
    weeks: data.y.map((_, week) => `week ${week}`),
    fittedWeeks: data.T,
    kpi: Float64Array.from(data.y),
    kpiScale: 1,
    liftTests: [],
    noiseScale: prior.sS,
    channels: Array.from({ length: data.K }, (_, k) => ({
      name: `${k + 1}`,
      group: "other",
      spend: series(data.X, k),
      spendScale: 1,
      carryIn: new Float64Array(0),
      adstock: { kind: "geometric", maxLag: 12, retention: { alpha: prior.la, beta: prior.lb } },
      saturation: {
        kind: "hill",
        halfSaturation: { logMedian: prior.ecM, logSd: prior.ecS },
        slope: { logMedian: prior.nM, logSd: prior.nS },
      },
      effect: { kind: "coefficient", scale: prior.bS },
    })),
    columns: Array.from({ length: data.P }, (_, p) => ({
      name: `${p + 1}`,
      role: "control",
      values: series(data.Z, p),
      unit: 1,
      priorMean: prior.gM[p],
      priorSd: prior.gS[p],
    })),
  };
}

/** [chain][draw] of one quantity of the reference, by the reference's name. */
export function referenceChains(posterior: Posterior, model: MediaMixModel, name: string): Float64Array[] {
  const [kind, index] = name.replace("]", "").split("[");
  const ours = {
    lambda: "retention",
    ec: "halfSaturation",
    slope: "slope",
    contrib: "contribution",
    gamma: "column",
  }[kind];
  const at = posterior.quantities.indexOf(ours === undefined ? "sigma" : `${ours}[${index}]`);
  const width = posterior.quantities.length;
  const dimension = 4 * model.channels.length + 1;
  const coordinates = coordinatesOf(model);
  return posterior.chains.map((chain) =>
    Float64Array.from({ length: chain.draws }, (_, draw) => {
      if (kind === "beta") {
        const { effect } = model.channels[0];
        const v = chain.positions[draw * dimension + coordinates[Number(index) - 1].effect];
        return effect.kind === "coefficient" ? effect.scale * halfNormalAt(v) : Number.NaN;
      }
      const value = chain.quantities[draw * width + at];
      return kind === "contrib" ? value / model.fittedWeeks : value;
    }),
  );
}
