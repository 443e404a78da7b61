/** How far apart the rows of a table are: days, weeks, months. */

const [WEEK, SHORTEST_MONTH, LONGEST_MONTH] = [7, 28, 31];

export type Grain = "day" | "week" | "month" | "other";

/**
 * The grain that the middle step between different dates tells.
 *
 * @param days - day numbers in any order, with repetitions.
 * @returns "day" for business days too; "month" only where months differ in length, so that periods of four weeks are
 * "other"; null for fewer than two dates. E.g. the first days of January, February and March are months.
 */
export function grainOf(days: readonly number[]): Grain | null {
  const different = [...new Set(days)].sort((first, second) => first - second);
  const steps = different.slice(1).map((day, index) => day - (different[index] ?? 0));
  if (steps.length === 0) return null;
  const middle = [...steps].sort((first, second) => first - second)[Math.floor((steps.length - 1) / 2)];
  if (middle === 1) return "day";
  if (middle === WEEK) return "week";
  const monthly = middle !== undefined && middle >= SHORTEST_MONTH && middle <= LONGEST_MONTH;
  return monthly && steps.some((step) => step !== SHORTEST_MONTH) ? "month" : "other";
}
