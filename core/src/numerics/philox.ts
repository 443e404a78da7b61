/** Philox4x32-10: a counter-based generator whose streams cannot overlap. */

// Multipliers, Weyl steps and round count: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", table 2.
// a constant of the module, since looking a global up in every round would cost more than the product itself
const { imul } = Math;
const MULTIPLIER_A = 0xd2511f53;
const MULTIPLIER_B = 0xcd9e8d57;
const KEY_STEP_A = 0x9e3779b9;
const KEY_STEP_B = 0xbb67ae85;
const ROUNDS = 10;

/**
 * Four random words from a counter and a key.
 *
 * @param counter - [4] 32-bit words; not changed.
 * @param key - [2] 32-bit words; not changed.
 * @param out - [4] overwritten with words in 0 … 2³² − 1; e.g. counter and key all zero give 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
 * Source: Salmon et al. (2011); the example is the paper's known answer.
 */
export function philox(counter: Uint32Array, key: Uint32Array, out: Uint32Array): void {
  let a = counter[0];
  let b = counter[1];
  let c = counter[2];
  let d = counter[3];
  let keyA = key[0];
  let keyB = key[1];
  for (let round = 0; round < ROUNDS; round++) {
    const highA = highProduct(MULTIPLIER_A, a);
    const lowA = imul(MULTIPLIER_A, a);
    const highC = highProduct(MULTIPLIER_B, c);
    const lowC = imul(MULTIPLIER_B, c);
    a = (highC ^ b ^ keyA) >>> 0;
    b = lowC >>> 0;
    c = (highA ^ d ^ keyB) >>> 0;
    d = lowA >>> 0;
    keyA = (keyA + KEY_STEP_A) >>> 0;
    keyB = (keyB + KEY_STEP_B) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** The upper 32 bits of a product of two 32-bit words: by halves, since a double holds only 53 bits. */
function highProduct(x: number, y: number): number {
  const xHigh = x >>> 16;
  const xLow = x & 0xffff;
  const yHigh = y >>> 16;
  const yLow = y & 0xffff;
  // both sums stay below 2^32, so the shifts lose nothing
  const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
  const cross = xLow * yHigh + (middle & 0xffff);
  return (xHigh * yHigh + (middle >>> 16) + (cross >>> 16)) >>> 0;
}
