/** What a simulated brand would sell without any advertising. */

import type { Random } from "@mmm/core";

const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_PER_YEAR = 365.25;
/** Currency per week in the middle of the window. */
const LEVEL = 1_350_000;
/** Shares of LEVEL. */
const GROWTH_PER_YEAR = 0.04;
const YEARLY_SWING = 0.09;
const HALF_YEARLY_SWING = 0.03;
const PROMO_LIFT = 0.45;
const HOLIDAY_LIFT = 0.16;
/** Share of weeks with a promotion, and its depths. */
const PROMO_WEEKS = 0.2;
const PROMO_DEPTHS = [0.1, 0.15, 0.2, 0.3];
/** Days of the year on which the season peaks: late November. */
const PEAK_DAY = 330;

export interface Baseline {
  /** [week] ISO dates, Mondays. */
  readonly weeks: readonly string[];
  /** [week] discount as a fraction of the price, 0 without promotion. */
  readonly promo: Float64Array;
  /** [week] 1 in the weeks of Thanksgiving (fourth Thursday of November) and Christmas, else 0. */
  readonly holiday: Float64Array;
  /** [week] currency. */
  readonly sales: Float64Array;
}

/**
 * Trend, season, promotions and holidays of a brand.
 *
 * @param weeks - number of weeks.
 * @param startDate - ISO date of a Monday.
 * @param random - draws the promotions.
 * @throws RangeError when the date is not a Monday.
 */
export function simulateBaseline(weeks: number, startDate: string, random: Random): Baseline {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  if (new Date(start).getUTCDay() !== 1) throw new RangeError(`startDate must be a Monday, not ${startDate}`);
  const dates: string[] = [];
  const promo = new Float64Array(weeks);
  const holiday = new Float64Array(weeks);
  const sales = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) {
    const monday = start + week * 7 * MILLISECONDS_PER_DAY;
    dates.push(new Date(monday).toISOString().slice(0, 10));
    const drawn = random.uniform();
    promo[week] =
      drawn < PROMO_WEEKS ? PROMO_DEPTHS[Math.floor((drawn / PROMO_WEEKS) * PROMO_DEPTHS.length)] : 0;
    holiday[week] = isHolidayWeek(monday) ? 1 : 0;
    sales[week] =
      LEVEL *
      (1 +
        (GROWTH_PER_YEAR * 7 * (week - (weeks - 1) / 2)) / DAYS_PER_YEAR +
        seasonAt(monday) +
        PROMO_LIFT * promo[week] +
        HOLIDAY_LIFT * holiday[week]);
  }
  return { weeks: dates, promo, holiday, sales };
}

/** A yearly wave that peaks at PEAK_DAY and its half-year overtone. */
function seasonAt(monday: number): number {
  const turn = (2 * Math.PI * (monday / MILLISECONDS_PER_DAY - PEAK_DAY)) / DAYS_PER_YEAR;
  return YEARLY_SWING * Math.cos(turn) + HALF_YEARLY_SWING * Math.sin(2 * turn);
}

function isHolidayWeek(monday: number): boolean {
  for (let day = 0; day < 7; day++) {
    const date = new Date(monday + day * MILLISECONDS_PER_DAY);
    const month = date.getUTCMonth();
    const dayOfMonth = date.getUTCDate();
    if (month === 11 && dayOfMonth === 25) return true;
    if (month === 10 && date.getUTCDay() === 4 && dayOfMonth >= 22 && dayOfMonth <= 28) return true;
  }
  return false;
}
