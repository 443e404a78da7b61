/** The half-Normal coordinate by bisection on an independent Φ, good in both tails. */

/** x with Φ(x) = (1 + Φ(v)) / 2, which is P(|Z| < x) = P(Z < v) and P(|Z| > x) = P(Z > v): the smaller of the two is solved. */
export function halfNormalFrom(v: number): number {
  if (v < 0) return bisect((x) => Math.log(2 * central(x)) - logUpperTail(-v));
  return bisect((x) => logUpperTail(v) - Math.LN2 - logUpperTail(x));
}

/** Where a rising function crosses 0, from 1e-323 to 60; halved in log x, so that small roots keep their digits. */
function bisect(rising: (x: number) => number): number {
  let low = -743;
  let high = Math.log(60);
  for (let step = 0; step < 70; step++) {
    const middle = (low + high) / 2;
    if (rising(Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Φ(x) − ½ by its series φ(x) (x + x³/3 + x⁵/15 + …) for x ≥ 0: all terms positive, so nothing cancels. */
function central(x: number): number {
  if (x > 8) return 0.5;
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

/** log P(Z > x) for x ≥ 0: ½ less the series, or Laplace's continued fraction 1 / (x + 1 / (x + 2 / (x + …))) far out. */
function logUpperTail(x: number): number {
  if (x < 2) return Math.log(0.5 - central(x));
  let fraction = x;
  for (let n = 300; n > 0; n--) fraction = x + n / fraction;
  return -0.5 * x * x - 0.5 * Math.log(2 * Math.PI) - Math.log(fraction);
}
