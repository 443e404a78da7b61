/** The KPI that the prior alone foretells: before any data, does the model hold the right things possible? */

import { buildTarget } from "../model/build-target.ts";
import { drawPriorCoefficients, drawPriorPosition } from "../model/draw-prior.ts";
import type { MediaMixModel } from "../model/media-mix-model.ts";
import { quantityLayout } from "../model/quantities.ts";
import type { Random } from "../numerics/random.ts";
import type { ChainDraws } from "../sample/chain-draws.ts";
import type { WeeklyInterval } from "./attribution.ts";
import { readDraws } from "./draw-table.ts";
import { addDraw, thinning, weeklyDraws, weeklyInterval } from "./weekly-draws.ts";
import { baselineOf, channelEffect } from "./weekly-effect.ts";

export interface PriorPredictive {
  /** [fitted week] KPI units, noise included. */
  readonly weekly: WeeklyInterval;
  /** Share of fitted weeks whose observed KPI lies inside, a fraction. */
  readonly insideShare: number;
  /** Share of drawn weeks with a KPI below 0, a fraction. */
  readonly negativeShare: number;
}

/**
 * Draws of the KPI from the prior.
 *
 * @param model - what is to be fitted.
 * @param draws - how many.
 * @param level - probability inside the weekly interval.
 * @param random - source of randomness.
 * @returns a band that should hold nearly every observed week (wide is no fault in a prior), and how often the prior
 *   thinks of sales below zero, which a Normal baseline can not rule out.
 * Source: Gabry, Simpson, Vehtari, Betancourt & Gelman (2019), "Visualization in Bayesian workflow", §3.
 */
export function priorPredictive(
  model: MediaMixModel,
  draws: number,
  level: number,
  random: Random,
): PriorPredictive {
  const table = readDraws(model, {
    quantities: quantityLayout(model).names,
    chains: [priorChain(model, draws, random)],
  });
  const weeks = model.fittedWeeks;
  const gathered = weeklyDraws(weeks, thinning(draws, draws));
  let negative = 0;
  for (let draw = 0; draw < draws; draw++) {
    const kpi = baselineOf(model, table, draw).subarray(0, weeks);
    model.channels.forEach((_, channel) => {
      const { effect } = channelEffect(model, table, { channel, draw });
      for (let week = 0; week < weeks; week++) kpi[week] += effect[week];
    });
    for (let week = 0; week < weeks; week++) {
      kpi[week] += table.sigma[draw] * random.normal();
      if (kpi[week] < 0) negative += 1;
    }
    addDraw(gathered, draw, kpi);
  }
  const weekly = weeklyInterval(gathered, draws, level);
  return { weekly, insideShare: insideShare(model, weekly), negativeShare: negative / (draws * weeks) };
}

/** Draws of the prior in the form of a chain, so that whatever reads a posterior reads them. */
function priorChain(
  model: MediaMixModel,
  draws: number,
  random: Random,
): Pick<ChainDraws, "draws" | "positions" | "quantities"> {
  const target = buildTarget(model);
  const layout = quantityLayout(model);
  const width = layout.names.length;
  const positions = new Float64Array(draws * target.dimension);
  const quantities = new Float64Array(draws * width);
  for (let draw = 0; draw < draws; draw++) {
    const position = drawPriorPosition(model, random);
    positions.set(position, draw * target.dimension);
    const recorded = quantities.subarray(draw * width, (draw + 1) * width);
    target.record(position, random, recorded);
    // what was recorded for the columns is their posterior given the position: the prior takes its place
    const coefficients = drawPriorCoefficients(model, random);
    layout.column.forEach((place, column) => {
      recorded[place] = coefficients[column];
    });
  }
  return { draws, positions, quantities };
}

function insideShare(model: MediaMixModel, { lo, hi }: WeeklyInterval): number {
  let inside = 0;
  for (let week = 0; week < model.fittedWeeks; week++) {
    const kpi = model.kpi[week] * model.kpiScale;
    if (kpi >= lo[week] && kpi <= hi[week]) inside += 1;
  }
  return inside / model.fittedWeeks;
}
