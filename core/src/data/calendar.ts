/** Calendar arithmetic on day numbers, without a clock or a time zone. */

/** Days are counted from 1970-01-01, which is day 0. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const EPOCH_SHIFT = 719_468; // days from 0000-03-01 to 1970-01-01

/**
 * The day number of a Gregorian date.
 *
 * @param year - e.g. 2024.
 * @param month - 1 to 12.
 * @param day - 1 to 31.
 * @returns days since 1970-01-01; e.g. `daysFromDate(2000, 3, 1)` is 11017.
 * Source: Hinnant (2014), "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function daysFromDate(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/**
 * The Gregorian date of a day number; undoes `daysFromDate`.
 *
 * @param days - whole days since 1970-01-01; e.g. 11017 is 1 March 2000.
 * Source: Hinnant (2014), civil_from_days.
 */
export function dateFromDays(days: number): CivilDate {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whether the calendar has such a day: 2023-02-29 it has not. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const back = dateFromDays(daysFromDate(year, month, day));
  return back.month === month && back.day === day;
}

/** ISO text of a day number: `isoDate(11017)` is "2000-03-01". */
export function isoDate(days: number): string {
  const { year, month, day } = dateFromDays(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Day number of ISO text, or null when it is not a real "YYYY-MM-DD" date. */
export function daysFromIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, day) ? daysFromDate(year, month, day) : null;
}

/** Day of the week: Monday 0 … Sunday 6; 1970-01-01 (day 0) was a Thursday, 3. */
export function weekday(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Monday of an ISO 8601 week: week 1 is the one with 4 January in it; `isoWeekMonday(2025, 1)` is 2024-12-30. */
export function isoWeekMonday(year: number, week: number): number {
  const fourthOfJanuary = daysFromDate(year, 1, 4);
  return fourthOfJanuary - weekday(fourthOfJanuary) + 7 * (week - 1);
}
