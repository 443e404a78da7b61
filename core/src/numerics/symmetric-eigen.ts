/** Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations. */

/** Values in descending order; column j of `vectors` ([row * n + j]) belongs to value j. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Convergence is quadratic: ten sweeps are plenty for any double, thirty are a guard. */
const MAX_SWEEPS = 30;

/**
 * Eigen-decomposition A = V diag(values) Vᵀ.
 *
 * @param matrix - [n × n] row-major, symmetric; only read.
 * @param n - number of rows.
 * @returns values descending, vectors orthonormal, the largest entry of each column positive; e.g. [[2, 1], [1, 2]] gives 3 and 1.
 * @throws RangeError when the length is not n².
 * Source: Golub & Van Loan (2013), §8.5.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  if (matrix.length !== n * n)
    throw new RangeError(`a ${n} × ${n} matrix has ${n * n} entries, not ${matrix.length}`);
  const work = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let row = 0; row < n; row++) vectors[row * n + row] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(work, n) > 0; sweep++) sweepOnce(work, vectors, n);
  return sorted(work, vectors, n);
}

function sweepOnce(work: Float64Array, vectors: Float64Array, n: number): void {
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) rotate(work, vectors, n, p, q);
  }
}

/** Turns the plane (p, q) so that entry (p, q) vanishes. */
function rotate(work: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const entry = work[p * n + q];
  if (entry === 0) return;
  const difference = work[q * n + q] - work[p * n + p];
  const theta = difference / (2 * entry);
  const sign = theta < 0 ? -1 : 1;
  // the smaller root: rotations stay below 45 degrees, which is what makes the sweeps converge
  const tangent =
    Math.abs(theta) > 1e150 ? 0.5 / theta : sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let row = 0; row < n; row++) turn(work, row * n + p, row * n + q, cosine, sine);
  for (let column = 0; column < n; column++) turn(work, p * n + column, q * n + column, cosine, sine);
  for (let row = 0; row < n; row++) turn(vectors, row * n + p, row * n + q, cosine, sine);
  work[p * n + q] = 0;
  work[q * n + p] = 0;
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const a = values[first];
  const b = values[second];
  values[first] = cosine * a - sine * b;
  values[second] = sine * a + cosine * b;
}

/** Sum of the off-diagonal magnitudes, with what no double can see beside the diagonal set to 0. */
function offDiagonal(work: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const entry = Math.abs(work[p * n + q]);
      const scale = Math.sqrt(Math.abs(work[p * n + p] * work[q * n + q]));
      if (entry > Number.EPSILON * 1e-3 * scale) sum += entry;
    }
  }
  return sum;
}

function sorted(work: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
  const order = Array.from({ length: n }, (_, index) => index).sort(
    (a, b) => work[b * n + b] - work[a * n + a],
  );
  const values = new Float64Array(n);
  const columns = new Float64Array(n * n);
  order.forEach((from, to) => {
    values[to] = work[from * n + from];
    const sign = signOfLargest(vectors, n, from);
    for (let row = 0; row < n; row++) columns[row * n + to] = sign * vectors[row * n + from];
  });
  return { values, vectors: columns };
}

/** The sign that makes the largest entry of a column positive: a convention, so that runs can be compared. */
function signOfLargest(vectors: Float64Array, n: number, column: number): number {
  let largest = 0;
  for (let row = 0; row < n; row++) {
    const entry = vectors[row * n + column];
    if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  }
  return largest < 0 ? -1 : 1;
}
