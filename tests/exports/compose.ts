/** A random export: a brand, a shape, a country, a file, and some faults in it. */

import { FAULTS } from "./catalogue.ts";
import { mondayOf, shiftedDays } from "./days.ts";
import type { Draft, Encoding, Format } from "./draft.ts";
import { TODAY } from "./faults/dates.ts";
import { withFaults } from "./faults/fault.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { type Original, original } from "./original.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { type Dress, longTable, wideTable } from "./shapes/plain-table.ts";
import { ga4, hubSpot, PLATFORMS } from "./shapes/platforms.ts";

const COUNTRIES = Object.values(LOCALES);
const STARTS = ["2022-01-03", "2023-05-01", "2024-07-29"] as const;
const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be"];
const DAYS_PER_WEEK = 7;
const MOST_FAULTS = 6;
/** Days and campaigns make large files; the rest are plain tables. */
const PLATFORM_SHARE = 0.3;

/** As many faults as the seed says, at most six. */
export function composed(seed: number): Draft[] {
  const random = seeded(seed);
  const count = random.whole(1, MOST_FAULTS);
  const names = random
    .shuffled(FAULTS)
    .slice(0, count)
    .map(({ name }) => name);
  return composedOf(seed, names);
}

/** The named faults, in the brand and the files of the seed; in several files each fault is in one of them. */
export function composedOf(seed: number, names: readonly string[]): Draft[] {
  const random = seeded(seed ^ 0x5bd1e995);
  const weeks = random.whole(30, 60);
  const brand = original({
    seed: random.whole(1, 40),
    weeks,
    channels: random.whole(2, 3),
    start: random.pick([...STARTS, shiftedDays(mondayOf(TODAY), -DAYS_PER_WEEK * weeks)]),
  });
  const locale = random.pick(COUNTRIES);
  const drafts =
    random.uniform() < PLATFORM_SHARE
      ? platformFiles(brand, locale, random)
      : [plainFile(brand, locale, random)];
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  const place = faults.map(() => random.whole(0, drafts.length - 1));
  return drafts.map((draft, at) =>
    withFaults(
      draft,
      faults.filter((_, fault) => place[fault] === at),
      random,
    ),
  );
}

function plainFile(brand: Original, locale: Locale, random: Seeded): Draft {
  const format = formatOf(locale, random);
  const dress: Dress = {
    file: format.kind === "xlsx" ? "export.xlsx" : "export.csv",
    locale,
    style: { dates: random.pick(["iso", "local"]), numbers: random.pick(["plain", "grouped"]) },
    format,
  };
  return random.pick([wideTable, longTable])(brand, dress);
}

/** A file of each of some platforms, and one of a shop. */
export function platformFiles(brand: Original, locale: Locale, random: Seeded): Draft[] {
  const platforms = random.shuffled(PLATFORMS).slice(0, brand.channels.length);
  const media = platforms.map((platform, at) =>
    platform.draft(brand, { ...brand.channels[at], name: platform.channel }, locale, random),
  );
  return [...media, random.pick([ga4, hubSpot])(brand, locale, random)];
}

function formatOf(locale: Locale, random: Seeded): Format {
  if (random.uniform() < 0.3) return { kind: "xlsx", sheet: "Export" };
  const separator = random.pick([locale.separator, "\t"] as const);
  return { kind: "csv", separator, encoding: random.pick(ENCODINGS) };
}
