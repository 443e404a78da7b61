/** Sine and cosine of an angle in turns, in plain IEEE arithmetic, for seasonal terms that are the same in every engine. */

// Minimax polynomials on |angle| ≤ π/4: Sun Microsystems, fdlibm 5.3 (1993), k_sin.c and k_cos.c.
const TWO_PI = 2 * Math.PI;

/**
 * Sine of an angle given in turns (1 turn = 360 degrees).
 *
 * @param turns - any finite number; whole turns are dropped exactly.
 * @returns in [−1, 1] within 2 ulp of 1; `sinOfTurns(0.25)` is 1, `sinOfTurns(0.5)` is 0.
 */
export function sinOfTurns(turns: number): number {
  const quarter = Math.round(turns * 4);
  const angle = (turns - quarter / 4) * TWO_PI;
  const even = quarter % 2 === 0;
  const value = even ? sine(angle) : cosine(angle);
  return quarter - 4 * Math.floor(quarter / 4) < 2 ? value : 0 - value;
}

/**
 * Cosine of an angle given in turns.
 *
 * @param turns - any finite number.
 * @returns in [−1, 1]; `cosOfTurns(0.5)` is −1.
 */
export function cosOfTurns(turns: number): number {
  return sinOfTurns(turns + 0.25);
}

function sine(x: number): number {
  const z = x * x;
  const tail =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x + z * x * (-0.16666666666666632 + z * tail);
}

function cosine(x: number): number {
  const z = x * x;
  const tail =
    0.0416666666666666 +
    z *
      (-0.001388888888887411 +
        z *
          (0.00002480158728947673 +
            z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11))));
  const half = 0.5 * z;
  const main = 1 - half;
  return main + (1 - main - half + z * z * tail);
}
