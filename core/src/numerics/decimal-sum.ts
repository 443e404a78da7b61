/** Sums decimal numbers as on paper: cents stay cents. */

const DECIMALS_MAX = 9; // money and counts have fewer; more are measured values, which no ledger adds up

/** Digits behind the decimal point of the shortest text of a number: 12.5 has 1, 1e-7 has 7, 3 has 0. */
export function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const behind = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, behind - Number(exponent));
}

/**
 * The sum of numbers that were written as decimals, without the residue of binary fractions.
 *
 * @param values - finite.
 * @returns e.g. `decimalSum([0.1, 0.2])` is 0.3; the plain sum where a number has more than nine decimals or whole
 * units no longer fit a double.
 */
export function decimalSum(values: readonly number[]): number {
  const plain = values.reduce((sum, value) => sum + value, 0);
  const places = values.reduce((most, value) => Math.max(most, decimals(value)), 0);
  if (places === 0 || places > DECIMALS_MAX) return plain;
  const scale = Number(`1e${places}`); // exact in every engine, as a power need not be
  const units = values.reduce((sum, value) => sum + Math.round(value * scale), 0);
  return Math.abs(units) > Number.MAX_SAFE_INTEGER ? plain : units / scale;
}
