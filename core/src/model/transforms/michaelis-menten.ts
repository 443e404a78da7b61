/** Michaelis–Menten saturation: the Hill curve of slope 1, with its ceiling. */

/**
 * Effect of exposure under a ceiling.
 *
 * @param exposure - after carryover, at least 0, in any unit.
 * @param ceiling - α: what no exposure exceeds, above 0, in units of the effect.
 * @param halfSaturation - λ: exposure at which half the ceiling is reached, above 0, in the unit of exposure.
 * @returns in [0, ceiling]: α · x / (λ + x); e.g. `michaelisMenten(1, 6, 2)` is 2.
 * @throws RangeError when exposure is below 0 or another argument is not above 0.
 * Source: Michaelis & Menten (1913); PyMC-Marketing `michaelis_menten`, Robyn `mic_men`.
 */
export function michaelisMenten(exposure: number, ceiling: number, halfSaturation: number): number {
  assertMichaelisMenten(exposure, ceiling, halfSaturation);
  return ceiling * (exposure / (halfSaturation + exposure));
}

/**
 * Slope of the curve: what one more unit of exposure adds.
 *
 * @param exposure - at least 0.
 * @param ceiling - above 0.
 * @param halfSaturation - above 0.
 * @returns α · λ / (λ + x)²; e.g. `michaelisMentenDerivative(1, 6, 2)` is 12 / 9.
 * @throws RangeError as `michaelisMenten`.
 */
export function michaelisMentenDerivative(exposure: number, ceiling: number, halfSaturation: number): number {
  assertMichaelisMenten(exposure, ceiling, halfSaturation);
  const sum = halfSaturation + exposure;
  return (ceiling / sum) * (halfSaturation / sum);
}

function assertMichaelisMenten(exposure: number, ceiling: number, halfSaturation: number): void {
  if (!(exposure >= 0)) throw new RangeError(`exposure must be 0 or more, not ${exposure}`);
  if (!(ceiling > 0)) throw new RangeError(`ceiling must be above 0, not ${ceiling}`);
  if (!(halfSaturation > 0)) throw new RangeError(`halfSaturation must be above 0, not ${halfSaturation}`);
}
