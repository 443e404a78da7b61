/** A random export: a brand, a shape, a country, a file, and some faults in it. */

import { FAULTS } from "./catalogue.ts";
import type { Draft, Encoding, Format } from "./draft.ts";
import { withFaults } from "./faults/fault.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { original } from "./original.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { type Dress, longTable, wideTable } from "./shapes/plain-table.ts";

const COUNTRIES = Object.values(LOCALES);
const STARTS = ["2022-01-03", "2023-05-01", "2024-07-29"] as const;
const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be"];
const MOST_FAULTS = 6;

/** As many faults as the seed says, at most six. */
export function composed(seed: number): Draft {
  const random = seeded(seed);
  const count = random.whole(1, MOST_FAULTS);
  return composedOf(
    seed,
    random
      .shuffled(FAULTS)
      .slice(0, count)
      .map(({ name }) => name),
  );
}

/** The named faults, in the brand and the file of the seed. */
export function composedOf(seed: number, names: readonly string[]): Draft {
  const random = seeded(seed ^ 0x5bd1e995);
  const brand = original({
    seed: random.whole(1, 40),
    weeks: random.whole(30, 60),
    channels: random.whole(2, 3),
    start: random.pick(STARTS),
  });
  const locale = random.pick(COUNTRIES);
  const format = formatOf(locale, random);
  const dress: Dress = {
    file: format.kind === "xlsx" ? "export.xlsx" : "export.csv",
    locale,
    style: { dates: random.pick(["iso", "local"]), numbers: random.pick(["plain", "grouped"]) },
    format,
  };
  const draft = random.pick([wideTable, longTable])(brand, dress);
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  return withFaults(draft, faults, random);
}

function formatOf(locale: Locale, random: Seeded): Format {
  if (random.uniform() < 0.3) return { kind: "xlsx", sheet: "Export" };
  const separator = random.pick([locale.separator, "\t"] as const);
  return { kind: "csv", separator, encoding: random.pick(ENCODINGS) };
}
