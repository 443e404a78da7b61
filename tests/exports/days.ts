/** Calendar days as ISO text. */

const DAY = 86_400_000;

export function shiftedDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(iso: string): string {
  const sunday0 = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return shiftedDays(iso, -((sunday0 + 6) % 7));
}
