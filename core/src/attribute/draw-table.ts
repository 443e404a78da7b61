/** All chains' draws, sorted by what they mean. */

import type { MediaMixModel } from "../model/media-mix-model.ts";
import { coordinatesOf, dimensionOf } from "../model/parameters.ts";
import { quantityLayout } from "../model/quantities.ts";
import type { ChainDraws } from "../sample/chain-draws.ts";

/** [draw] series of one channel. */
export interface ChannelDraws {
  /** Null where the channel's family has no such parameter, as below. */
  readonly retention: Float64Array | null;
  /** Currency per week. */
  readonly halfSaturation: Float64Array | null;
  readonly slope: Float64Array | null;
  readonly exponent: Float64Array | null;
  /** KPI units over the fitted weeks. */
  readonly contribution: Float64Array;
  /** The contribution's coordinate, N(0, 1) before any data. */
  readonly coordinate: Float64Array;
}

/** What is read of draws; a posterior has more. */
export interface RecordedDraws {
  readonly quantities: readonly string[];
  readonly chains: readonly Pick<ChainDraws, "draws" | "positions" | "quantities">[];
}

export interface DrawTable {
  /** Draws of all chains. */
  readonly draws: number;
  readonly channels: readonly ChannelDraws[];
  /** [column][draw] KPI units per unit of the model's own column values. */
  readonly coefficients: readonly Float64Array[];
  /** [draw] KPI units. */
  readonly sigma: Float64Array;
}

/**
 * Reads a posterior by name.
 *
 * @param model - the model that was sampled.
 * @param posterior - its draws.
 * @returns chains one after the other.
 * @throws RangeError when the posterior records other quantities than the model has.
 */
export function readDraws(model: MediaMixModel, posterior: RecordedDraws): DrawTable {
  const layout = quantityLayout(model);
  if (layout.names.join("\n") !== posterior.quantities.join("\n"))
    throw new RangeError(
      `the posterior's quantities are not the model's: ${posterior.quantities.join(", ")}`,
    );
  const { chains } = posterior;
  const width = layout.names.length;
  const quantity = (index: number): Float64Array =>
    gather(chains, (chain, draw) => chain.quantities[draw * width + index]);
  const whereGiven = (index: number | null): Float64Array | null => (index === null ? null : quantity(index));
  const dimension = dimensionOf(model);
  const coordinates = coordinatesOf(model);
  return {
    draws: chains.reduce((sum, chain) => sum + chain.draws, 0),
    channels: model.channels.map((_, channel) => ({
      retention: whereGiven(layout.retention[channel]),
      halfSaturation: whereGiven(layout.halfSaturation[channel]),
      slope: whereGiven(layout.slope[channel]),
      exponent: whereGiven(layout.exponent[channel]),
      contribution: quantity(layout.contribution[channel]),
      coordinate: gather(
        chains,
        (chain, draw) => chain.positions[draw * dimension + coordinates[channel].effect],
      ),
    })),
    coefficients: model.columns.map(({ unit }, column) =>
      quantity(layout.column[column]).map((perUserUnit) => perUserUnit * unit),
    ),
    sigma: quantity(layout.sigma),
  };
}

function gather(
  chains: RecordedDraws["chains"],
  at: (chain: RecordedDraws["chains"][number], draw: number) => number,
): Float64Array {
  const values: number[] = [];
  for (const chain of chains) {
    for (let draw = 0; draw < chain.draws; draw++) values.push(at(chain, draw));
  }
  return Float64Array.from(values);
}
