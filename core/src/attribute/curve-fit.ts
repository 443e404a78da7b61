/** How much of what the rest leaves open a channel's curve explains. */

/**
 * Partial R² of a channel.
 *
 * @param residual - [week] observed less fitted KPI.
 * @param contribution - [week] the channel's mean effect.
 * @returns 1 − SS(residual) / SS(residual + contribution), at most 1; negative when the week-by-week shape fits worse
 *   than nothing; 0 when there is nothing to explain; e.g. residual 1, −1 and contribution 3, 3 give 1 − 2 / 20 = 0.9.
 */
export function curveR2(residual: Float64Array, contribution: Float64Array): number {
  let left = 0;
  let before = 0;
  for (let week = 0; week < residual.length; week++) {
    left += residual[week] * residual[week];
    before += (residual[week] + contribution[week]) * (residual[week] + contribution[week]);
  }
  return before > 0 ? 1 - left / before : 0;
}
