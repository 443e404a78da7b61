/** The slow textbook form of the model's posterior: loops, Math.* and dense matrices; it imports nothing from the model's code. */

/** The model as plain data, restated here so that a change of the product's types can not silently change the oracle. */
export interface OracleModel {
  readonly fittedWeeks: number;
  readonly kpi: ArrayLike<number>;
  readonly maxLag: number;
  readonly noiseScale: number;
  readonly channels: readonly {
    readonly spend: ArrayLike<number>;
    readonly retention: { readonly alpha: number; readonly beta: number };
    readonly halfSaturation: { readonly logMedian: number; readonly logSd: number };
    readonly slope: { readonly logMedian: number; readonly logSd: number };
    readonly meanContribution: { readonly scale: number };
    readonly coefficient: { readonly scale: number } | null;
  }[];
  readonly columns: readonly {
    readonly values: ArrayLike<number>;
    readonly priorMean: number;
    readonly priorSd: number;
  }[];
}

/** Parameters in their own units. */
export interface Natural {
  readonly retention: number[];
  readonly halfSaturation: number[];
  readonly slope: number[];
  /** What the half-Normal prior is on: mean weekly contribution, or the coefficient. */
  readonly effect: number[];
  readonly sigma: number;
}

/** Σ weight · spend by the definition of a normalized geometric adstock. */
export function oracleAdstock(
  spend: ArrayLike<number>,
  retention: number,
  maxLag: number,
  week: number,
): number {
  let above = 0;
  let below = 0;
  for (let lag = 0; lag <= maxLag; lag++) {
    const weight = retention ** lag;
    below += weight;
    if (week - lag >= 0) above += weight * spend[week - lag];
  }
  return above / below;
}

export function oracleHill(x: number, halfSaturation: number, slope: number): number {
  return x <= 0 ? 0 : x ** slope / (x ** slope + halfSaturation ** slope);
}

/** Weekly media effect, [week], over the fitted weeks, in units of the scaled KPI. */
export function oracleMedia(model: OracleModel, natural: Natural): number[] {
  const media = new Array<number>(model.fittedWeeks).fill(0);
  model.channels.forEach((channel, k) => {
    const reached = media.map((_, week) =>
      oracleHill(
        oracleAdstock(channel.spend, natural.retention[k], model.maxLag, week),
        natural.halfSaturation[k],
        natural.slope[k],
      ),
    );
    const mean = reached.reduce((sum, h) => sum + h, 0) / model.fittedWeeks;
    const beta = channel.coefficient === null ? natural.effect[k] / mean : natural.effect[k];
    reached.forEach((h, week) => {
      media[week] += beta * h;
    });
  });
  return media;
}

/** log p(KPI | parameters, gamma) with every constant. */
export function oracleLogLikelihood(model: OracleModel, natural: Natural, gamma: readonly number[]): number {
  const media = oracleMedia(model, natural);
  let sum = 0;
  for (let week = 0; week < model.fittedWeeks; week++) {
    let expected = media[week];
    model.columns.forEach((column, p) => {
      expected += gamma[p] * column.values[week];
    });
    sum += logNormal(model.kpi[week], expected, natural.sigma);
  }
  return sum;
}

/** log p(gamma), with every constant. */
export function oracleLogPriorOfGamma(model: OracleModel, gamma: readonly number[]): number {
  return model.columns.reduce(
    (sum, column, p) => sum + logNormal(gamma[p], column.priorMean, column.priorSd),
    0,
  );
}

/** log p(KPI | parameters) with gamma integrated out: a dense T × T normal, with every constant. */
export function oracleCollapsedLikelihood(model: OracleModel, natural: Natural): number {
  const weeks = model.fittedWeeks;
  const media = oracleMedia(model, natural);
  const residual = media.map((effect, week) => {
    const expected = model.columns.reduce(
      (sum, column) => sum + column.priorMean * column.values[week],
      effect,
    );
    return model.kpi[week] - expected;
  });
  const covariance = residual.map((_, row) =>
    residual.map((__, column) => {
      const shared = model.columns.reduce(
        (sum, { values, priorSd }) => sum + values[row] * values[column] * priorSd * priorSd,
        0,
      );
      return shared + (row === column ? natural.sigma ** 2 : 0);
    }),
  );
  const lower = cholesky(covariance);
  const white = forwardSolve(lower, residual);
  let sum = -0.5 * weeks * Math.log(2 * Math.PI);
  for (let week = 0; week < weeks; week++) sum -= Math.log(lower[week][week]) + 0.5 * white[week] ** 2;
  return sum;
}

/** log p(gamma | KPI, parameters): the conditional normal of a Bayesian linear regression, with every constant. */
export function oracleConditionalOfGamma(
  model: OracleModel,
  natural: Natural,
  gamma: readonly number[],
): number {
  const { mean, precision } = conditionalOfGamma(model, natural);
  const lower = cholesky(precision);
  const difference = gamma.map((value, p) => value - mean[p]);
  let square = 0;
  let logDeterminant = 0;
  for (let row = 0; row < gamma.length; row++) {
    logDeterminant += 2 * Math.log(lower[row][row]);
    for (let column = 0; column < gamma.length; column++)
      square += difference[row] * precision[row][column] * difference[column];
  }
  return 0.5 * (logDeterminant - gamma.length * Math.log(2 * Math.PI) - square);
}

/** Mean and precision of gamma given the rest: (ZᵀZ/σ² + V⁻¹) and its right-hand side. */
export function conditionalOfGamma(
  model: OracleModel,
  natural: Natural,
): { mean: number[]; precision: number[][] } {
  const media = oracleMedia(model, natural);
  const variance = natural.sigma ** 2;
  const size = model.columns.length;
  const precision = model.columns.map((a, row) =>
    model.columns.map((b, column) => {
      let sum = 0;
      for (let week = 0; week < model.fittedWeeks; week++) sum += a.values[week] * b.values[week];
      return sum / variance + (row === column ? 1 / a.priorSd ** 2 : 0);
    }),
  );
  const right = model.columns.map((column) => {
    let sum = column.priorMean / column.priorSd ** 2;
    for (let week = 0; week < model.fittedWeeks; week++)
      sum += (column.values[week] * (model.kpi[week] - media[week])) / variance;
    return sum;
  });
  const lower = cholesky(precision);
  const half = forwardSolve(lower, right);
  const mean = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = half[row];
    for (let column = row + 1; column < size; column++) sum -= lower[column][row] * mean[column];
    mean[row] = sum / lower[row][row];
  }
  return { mean, precision };
}

/** Log prior density of the parameters in their own units, with every constant. */
export function oracleLogPrior(model: OracleModel, natural: Natural): number {
  let sum = logHalfNormal(natural.sigma, model.noiseScale);
  model.channels.forEach((channel, k) => {
    const { alpha, beta } = channel.retention;
    const share = natural.retention[k];
    sum += (alpha - 1) * Math.log(share) + (beta - 1) * Math.log(1 - share) - logBeta(alpha, beta);
    sum += logLogNormal(natural.halfSaturation[k], channel.halfSaturation);
    sum += logLogNormal(natural.slope[k], channel.slope);
    sum += logHalfNormal(natural.effect[k], (channel.coefficient ?? channel.meanContribution).scale);
  });
  return sum;
}

/** The unconstrained position → natural parameters, by the conventions written in the model's documentation. */
export function oracleNatural(model: OracleModel, position: ArrayLike<number>): Natural {
  const channels = model.channels;
  return {
    retention: channels.map(({ retention: { alpha, beta } }, k) => {
      const logit = Math.log(alpha / beta) + Math.sqrt(1 / alpha + 1 / beta) * position[4 * k];
      return 1 / (1 + Math.exp(-logit));
    }),
    halfSaturation: channels.map(({ halfSaturation: p }, k) =>
      Math.exp(p.logMedian + p.logSd * position[4 * k + 1]),
    ),
    slope: channels.map(({ slope: p }, k) => Math.exp(p.logMedian + p.logSd * position[4 * k + 2])),
    effect: channels.map(
      (channel, k) =>
        (channel.coefficient ?? channel.meanContribution).scale * halfNormalFrom(position[4 * k + 3]),
    ),
    sigma:
      model.noiseScale *
      Math.exp(
        -(0.5772156649015329 + Math.LN2) / 2 + (Math.PI / Math.sqrt(8)) * position[4 * channels.length],
      ),
  };
}

/** log |d natural / d position|, by central differences of each parameter along its own coordinate. */
export function oracleLogJacobian(model: OracleModel, position: ArrayLike<number>): number {
  const step = 1e-5;
  const moved = (coordinate: number, by: number): number => {
    const at = Array.from(position);
    at[coordinate] += by;
    const { retention, halfSaturation, slope, effect, sigma } = oracleNatural(model, at);
    const k = Math.floor(coordinate / 4);
    return [retention[k], halfSaturation[k], slope[k], effect[k]][coordinate % 4] ?? sigma;
  };
  let sum = 0;
  for (let coordinate = 0; coordinate < position.length; coordinate++)
    sum += Math.log((moved(coordinate, step) - moved(coordinate, -step)) / (2 * step));
  return sum;
}

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

function logNormal(x: number, mean: number, sd: number): number {
  return -0.5 * Math.log(2 * Math.PI) - Math.log(sd) - 0.5 * ((x - mean) / sd) ** 2;
}

function logHalfNormal(x: number, scale: number): number {
  return Math.LN2 + logNormal(x, 0, scale);
}

function logLogNormal(x: number, prior: { readonly logMedian: number; readonly logSd: number }): number {
  return logNormal(Math.log(x), prior.logMedian, prior.logSd) - Math.log(x);
}

/** log B(a, b) for whole numbers: (a−1)! (b−1)! / (a+b−1)!. */
function logBeta(a: number, b: number): number {
  const logFactorial = (n: number): number => (n <= 1 ? 0 : Math.log(n) + logFactorial(n - 1));
  return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row][column];
      for (let k = 0; k < column; k++) sum -= lower[row][k] * lower[column][k];
      lower[row][column] = row === column ? Math.sqrt(sum) : sum / lower[column][column];
    }
  }
  return lower;
}

function forwardSolve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution: number[] = [];
  for (let row = 0; row < right.length; row++) {
    let sum = right[row];
    for (let column = 0; column < row; column++) sum -= lower[row][column] * solution[column];
    solution.push(sum / lower[row][row]);
  }
  return solution;
}
