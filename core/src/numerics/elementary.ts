/** exp, log and their relatives in plain IEEE arithmetic, so that every engine gives the same last bit. */

// ECMAScript leaves Math.exp and Math.log to the engine; + − × ÷ and sqrt are exact by IEEE 754 everywhere.
// Method and coefficients: Sun Microsystems, fdlibm 5.3 (1993), e_exp.c and e_log.c; error below 1 ulp.
const { floor } = Math;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
/** Above this exp overflows a double; below the second it is 0. */
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019411;
const SQRT_2 = Math.sqrt(2);

/** 2^k for k = −1074 … 1023, exact; a table, because assembling a double from two words stalls the processor. */
const LOWEST_POWER = -1074;
const HIGHEST_POWER = 1023;
const POWERS_OF_TWO: Float64Array = powersOfTwo();

const doubleBits = new Float64Array(1);
const wordBits = new Int32Array(doubleBits.buffer);
/** Which of the two words holds sign and exponent: 1 on little-endian machines. */
const HIGH_WORD = highWord();

/**
 * e to the power x.
 *
 * @param x - any number; NaN gives NaN.
 * @returns within 1 ulp; Infinity above 709.78, 0 below −745.13; `exp(0)` is 1.
 * Source: fdlibm e_exp.c (argument reduction to |r| ≤ ½ ln 2, Remez polynomial).
 */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > EXP_OVERFLOW ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x < EXP_UNDERFLOW) return 0;
  const power = floor(x * INVERSE_LN2 + 0.5);
  const high = x - power * LN2_HIGH;
  const low = power * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return scaled(1 - (low - (r * c) / (2 - c) - high), power);
}

/**
 * Natural logarithm.
 *
 * @param x - at least 0; a negative number or NaN gives NaN.
 * @returns within 1 ulp; `log(0)` is −Infinity, `log(1)` is 0.
 * Source: fdlibm e_log.c.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const normal = x >= 2.2250738585072014e-308;
  const lifted = normal ? x : x * 18014398509481984; // 2^54 lifts a subnormal number into the normal range
  doubleBits[0] = lifted;
  let power = (wordBits[HIGH_WORD] >>> 20) - 1023;
  let mantissa =
    power > -1023 && power < 1023
      ? lifted * POWERS_OF_TWO[-power - LOWEST_POWER]
      : lifted * 0.5 * POWERS_OF_TWO[1 - power - LOWEST_POWER];
  if (mantissa > SQRT_2) {
    mantissa *= 0.5;
    power += 1;
  }
  return logOfMantissa(mantissa - 1, normal ? power : power - 54);
}

/**
 * log(1 + x) without the loss of digits near x = 0.
 *
 * @param x - above −1; −1 gives −Infinity.
 * @returns e.g. `log1p(1e-20)` is 1e-20.
 * Source: Kahan's correction, in Goldberg (1991), theorem 4.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (sum === Number.POSITIVE_INFINITY) return sum;
  return (log(sum) * x) / (sum - 1);
}

/**
 * e^x − 1 without the loss of digits near x = 0.
 *
 * @param x - any number.
 * @returns at least −1; e.g. `expm1(1e-20)` is 1e-20, `expm1(-1000)` is −1.
 * Source: Kahan's correction, in Higham (2002), §1.14.1.
 */
export function expm1(x: number): number {
  const power = exp(x);
  if (power === 1) return x;
  const less = power - 1;
  return less === -1 || less === Number.POSITIVE_INFINITY ? less : (less * x) / log(power);
}

/**
 * log(1 + e^x), the softplus, without overflow.
 *
 * @param x - any number.
 * @returns above 0; e.g. `log1pExp(0)` is ln 2 = 0.6931…, `log1pExp(1000)` is 1000.
 */
export function log1pExp(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/**
 * log(e^a + e^b) without overflow.
 *
 * @param a - any number or −Infinity, the logarithm of zero.
 * @param b - as a.
 * @returns e.g. `logAddExp(0, 0)` is ln 2; −Infinity when both are.
 */
export function logAddExp(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b));
}

/** log(1 + f) + power · ln 2 for √½ ≤ 1 + f ≤ √2. */
function logOfMantissa(f: number, power: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const halfSquare = 0.5 * f * f;
  return power * LN2_HIGH - (halfSquare - (s * (halfSquare + (even + odd)) + power * LN2_LOW) - f);
}

/** y · 2^power, in two exact steps where one factor would leave the range of doubles. */
function scaled(y: number, power: number): number {
  if (power > HIGHEST_POWER) return y * 2 * POWERS_OF_TWO[power - 1 - LOWEST_POWER];
  if (power < -1021)
    return y * POWERS_OF_TWO[power + 1000 - LOWEST_POWER] * POWERS_OF_TWO[-1000 - LOWEST_POWER];
  return y * POWERS_OF_TWO[power - LOWEST_POWER];
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(HIGHEST_POWER - LOWEST_POWER + 1);
  powers[-LOWEST_POWER] = 1;
  for (let power = 1; power <= HIGHEST_POWER; power++)
    powers[power - LOWEST_POWER] = 2 * powers[power - 1 - LOWEST_POWER];
  for (let power = -1; power >= LOWEST_POWER; power--)
    powers[power - LOWEST_POWER] = 0.5 * powers[power + 1 - LOWEST_POWER];
  return powers;
}

function highWord(): 0 | 1 {
  doubleBits[0] = 1;
  return wordBits[1] === 0 ? 0 : 1;
}
