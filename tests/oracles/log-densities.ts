/** Log densities by their textbook formulas, with every constant. */

/** log N(x; mean, sd) with its constant. */
export function logNormal(x: number, mean: number, sd: number): number {
  return -0.5 * Math.log(2 * Math.PI) - Math.log(sd) - 0.5 * ((x - mean) / sd) ** 2;
}

export function logHalfNormal(x: number, scale: number): number {
  return Math.LN2 + logNormal(x, 0, scale);
}

export function logLogNormal(
  x: number,
  prior: { readonly logMedian: number; readonly logSd: number },
): number {
  return logNormal(Math.log(x), prior.logMedian, prior.logSd) - Math.log(x);
}

/** log B(a, b) for whole numbers: (a−1)! (b−1)! / (a+b−1)!. */
export function logBeta(a: number, b: number): number {
  const logFactorial = (n: number): number => (n <= 1 ? 0 : Math.log(n) + logFactorial(n - 1));
  return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
}
