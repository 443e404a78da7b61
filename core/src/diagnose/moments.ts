/** Mean and variance of draws. */

/** Arithmetic mean; e.g. 2 for 1, 2, 3. */
export function meanOf(draws: Float64Array): number {
  let sum = 0;
  for (let draw = 0; draw < draws.length; draw++) sum += draws[draw];
  return sum / draws.length;
}

/** Sample variance about a mean, divisor N − 1; e.g. 1 for 1, 2, 3 about 2. */
export function varianceOf(draws: Float64Array, mean: number): number {
  let squares = 0;
  for (let draw = 0; draw < draws.length; draw++) {
    const deviation = draws[draw] - mean;
    squares += deviation * deviation;
  }
  return squares / (draws.length - 1);
}
