/** The KPI that a fit expects in every week, also in those it has not seen. */

import type { MediaMixModel } from "../model/media-mix-model.ts";
import type { Posterior } from "../sample/protocol.ts";
import { readDraws } from "./draw-table.ts";
import { baselineOf, channelEffect } from "./weekly-effect.ts";

/**
 * Posterior mean of the expected KPI.
 *
 * @param model - what was sampled; weeks from `fittedWeeks` on were held out.
 * @param posterior - its draws.
 * @returns [week] KPI units over all weeks, held-out ones included: baseline plus every channel, without noise.
 */
export function expectedKpi(model: MediaMixModel, posterior: Posterior): Float64Array {
  const table = readDraws(model, posterior);
  const expected = new Float64Array(model.weeks.length);
  for (let draw = 0; draw < table.draws; draw++) {
    const series = [
      baselineOf(model, table, draw),
      ...model.channels.map((_, channel) => channelEffect(model, table, { channel, draw }).effect),
    ];
    for (const part of series) {
      for (let week = 0; week < expected.length; week++) expected[week] += part[week] / table.draws;
    }
  }
  return expected;
}
