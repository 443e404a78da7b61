/** Names and short names of the months in English, German and French. */

const MONTHS = [
  "jan january januar jän janv janvier",
  "feb february februar févr fevr février fevrier",
  "mar march märz mär mrz maerz mars",
  "apr april avr avril",
  "may mai",
  "jun june juni juin",
  "jul july juli juil juillet",
  "aug august août aout",
  "sep sept september septembre",
  "oct october okt oktober octobre",
  "nov november novembre",
  "dec december dez dezember déc décembre decembre",
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** 1 to 12, or 0 for no month: "Sept" is 9, "août" is 8, "Sonne" is 0. */
export function monthNumber(name: string): number {
  return NUMBERS.get(name.normalize("NFC").toLowerCase()) ?? 0;
}
