/** Numbers and lists of cells as they stand in messages. */

const LISTED = 5; // as many cells as one reads at a glance; the rest is counted

/**
 * The first few of several names and how many more there are.
 *
 * @returns e.g. `listed(["B2", "B3"])` is "B2, B3"; with nine names "B2, B3, B4, B5, B6 and 4 more".
 */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(", ");
  return names.length > LISTED ? `${shown} and ${names.length - LISTED} more` : shown;
}

/** A whole number with thousands separators, others with up to three significant digits; never NaN. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "an undefined value";
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-4)) return value.toExponential(2);
  if (Math.abs(value) < 100) return String(Number(value.toPrecision(3)));
  const digits = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ",");
  return value < 0 ? `-${digits}` : digits;
}

/** "1 week", "2 weeks". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A fraction as a reader says it: 0.6441 is "64.4%". */
export function shareInWords(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
