/** Between our coordinates and the parameters of the exported program. */

import type { MediaMixModel, ModelChannel } from "@mmm/core/model/media-mix-model.ts";
import { type Natural, type NaturalChannel, naturalInOrder } from "../../oracles/media-mix-oracle.ts";

/** The program's parameters by name. */
export function stanParameters(
  model: MediaMixModel,
  { channels, sigma }: Natural,
  gamma: readonly number[],
): Record<string, number | readonly number[]> {
  const named = model.channels.flatMap(({ saturation, effect }, index) => {
    const { retention, halfSaturation, steepness, effect: size } = channels[index];
    const entries: readonly [string, number][] = [
      ["retention", retention],
      ["half_saturation", halfSaturation],
      [saturation.kind === "power" ? "exponent" : "slope", steepness],
      [effect.kind === "return" ? "roi" : effect.kind, size],
    ];
    return entries
      .filter(([, value]) => !Number.isNaN(value))
      .map(([name, value]): [string, number] => [`${name}_${index + 1}`, value]);
  });
  return { ...Object.fromEntries(named), gamma, sigma };
}

/** log |d natural / d coordinate|, each coordinate having a parameter of its own, by the derivatives of docs/method.md §3. */
export function logJacobian(model: MediaMixModel, position: ArrayLike<number>, natural: Natural): number {
  const slopes = [
    ...model.channels.flatMap((channel, index) => channelSlopes(channel, natural.channels[index])),
    () => (Math.PI / Math.sqrt(8)) * natural.sigma,
  ];
  if (slopes.length !== naturalInOrder(natural).length) throw new Error("a parameter has no derivative here");
  return slopes.reduce((sum, slopeAt, coordinate) => sum + Math.log(slopeAt(position[coordinate])), 0);
}

/** Of the channel's parameters, in the order of its coordinates. */
function channelSlopes(
  { adstock, saturation, effect }: ModelChannel,
  { retention, halfSaturation, steepness, effect: size }: NaturalChannel,
): ((q: number) => number)[] {
  const ofLogit =
    ({ alpha, beta }: { alpha: number; beta: number }, x: number) =>
    () =>
      Math.sqrt(1 / alpha + 1 / beta) * x * (1 - x);
  const ofLog =
    ({ logSd }: { logSd: number }, x: number) =>
    () =>
      logSd * x;
  return [
    ...(adstock.kind === "none" ? [] : [ofLogit(adstock.retention, retention)]),
    ...("halfSaturation" in saturation ? [ofLog(saturation.halfSaturation, halfSaturation)] : []),
    ...(saturation.kind === "hill" ? [ofLog(saturation.slope, steepness)] : []),
    ...(saturation.kind === "power" ? [ofLogit(saturation.exponent, steepness)] : []),
    effect.kind === "return" ? ofLog(effect.prior, size) : halfNormalSlope(effect.scale, size),
  ];
}

/** dx/dv = φ(v) / (2 φ(x)) from Φ(x) = (1 + Φ(v)) / 2, times the scale. */
function halfNormalSlope(scale: number, size: number): (v: number) => number {
  const x = size / scale;
  return (v) => 0.5 * scale * Math.exp(0.5 * (x - v) * (x + v));
}
