/** The half-Normal coordinate by bisection on an independent Φ. */

/** x with Φ(x) = (1 + Φ(v)) / 2, by bisection on an independent erf. */
export function halfNormalFrom(v: number): number {
  const target = cumulative(v);
  let low = 0;
  let high = 40;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (2 * cumulative(middle) - 1 < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Φ by its Taylor series: Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/15 + …); good to rounding for |x| ≤ 8, beyond which it is 0 or 1 to 15 digits. */
function cumulative(x: number): number {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
