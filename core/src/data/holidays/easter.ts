/** Easter Sunday of the western churches, on which movable feasts hang. */

import { daysFromDate } from "../calendar.ts";

/**
 * The day number of Easter Sunday.
 *
 * @param year - Gregorian, from 1583 on.
 * @returns days since 1970-01-01; e.g. `easterSunday(2024)` is 19813, 31 March 2024.
 * Source: Meeus (1991), "Astronomical Algorithms", chapter 8 (Jones 1922, after Butcher 1876); its letters.
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return daysFromDate(year, Math.floor(n / 31), (n % 31) + 1);
}
