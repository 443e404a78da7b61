/** Textbook dense algebra for the oracles: arrays of arrays, no tricks. */

/** Lower triangular factor of a positive definite matrix. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
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

/** Solves lower · x = right. */
export function forwardSolve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution: number[] = [];
  for (let row = 0; row < right.length; row++) {
    let sum = right[row];
    for (let column = 0; column < row; column++) sum -= lower[row][column] * solution[column];
    solution.push(sum / lower[row][row]);
  }
  return solution;
}
