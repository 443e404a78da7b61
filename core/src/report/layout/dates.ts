/** Dates as spreadsheets count them, and as text that reads alike in every locale. */

/** Day 1 of the 1900 date system is 1900-01-01 and 1900-02-29 is counted, so 1970-01-01 is day 25 569. */
const SERIAL_OF_1970 = 25_569;
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The serial number of an ISO date in the 1900 date system.
 *
 * @param iso - "yyyy-mm-dd", from 1900-03-01 on.
 * @returns e.g. `dateSerial("2024-01-01")` is 45 292.
 * @throws RangeError when the text is no date.
 */
export function dateSerial(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) throw new RangeError(`a date must read yyyy-mm-dd, not "${iso}"`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY + SERIAL_OF_1970;
}

/** A formula that writes a date cell as "yyyy-mm-dd" without TEXT, whose codes depend on the host's language. */
export function dateText(address: string): string {
  const two = (part: string): string => `RIGHT("0"&${part}(${address}),2)`;
  return `IF(ISNUMBER(${address}),YEAR(${address})&"-"&${two("MONTH")}&"-"&${two("DAY")},${address})`;
}
