/** The exports that are kept in tests/fixtures/exports: each a shape, a country, a file and its faults. */

import { faultNamed } from "./catalogue.ts";
import type { Draft, Format } from "./draft.ts";
import { withFaults } from "./faults/fault.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { original } from "./original.ts";
import { seeded } from "./seeded.ts";
import { longTable, wideTable } from "./shapes/plain-table.ts";
import { ga4, hubSpot, PLATFORMS, type Shop } from "./shapes/platforms.ts";
import { tvInvoices } from "./shapes/tv-invoices.ts";

interface Recipe {
  readonly name: string;
  readonly shape: "wide" | "long";
  readonly locale: Locale["name"];
  readonly format: Format;
  readonly dates?: "iso" | "local";
  readonly numbers?: "plain" | "grouped";
  readonly channels?: number;
  readonly faults: readonly string[];
}

const CSV: Format = { kind: "csv", separator: ",", encoding: "utf-8" };
const SEMICOLONS: Format = { kind: "csv", separator: ";", encoding: "utf-8-bom" };
const TABS: Format = { kind: "csv", separator: "\t", encoding: "utf-16le" };
const XLSX: Format = { kind: "xlsx", sheet: "Weekly" };

const [US, GB, DE, FR, JP] = ["en-US", "en-GB", "de-DE", "fr-FR", "ja-JP"] as const;

const RECIPES: readonly Recipe[] = [
  { name: "clean-us", shape: "wide", locale: US, format: CSV, faults: [] },
  {
    name: "clean-de",
    shape: "wide",
    locale: DE,
    format: SEMICOLONS,
    dates: "local",
    numbers: "grouped",
    faults: [],
  },
  {
    name: "clean-fr",
    shape: "long",
    locale: FR,
    format: SEMICOLONS,
    dates: "local",
    numbers: "grouped",
    faults: [],
  },
  {
    name: "clean-jp",
    shape: "wide",
    locale: JP,
    format: TABS,
    dates: "local",
    numbers: "grouped",
    faults: [],
  },
  { name: "clean-gb", shape: "long", locale: GB, format: XLSX, faults: [] },
  {
    name: "agency-report",
    shape: "wide",
    locale: GB,
    format: CSV,
    dates: "local",
    numbers: "grouped",
    faults: ["preamble", "footer", "totals row", "totals column"],
  },
  { name: "merged-header", shape: "wide", locale: US, format: XLSX, faults: ["merged header", "preamble"] },
  {
    name: "two-row-header",
    shape: "wide",
    locale: DE,
    format: SEMICOLONS,
    numbers: "grouped",
    faults: ["two-row header", "blank row"],
  },
  { name: "names-twice", shape: "wide", locale: US, format: CSV, faults: ["duplicate column name"] },
  { name: "blank-lines", shape: "long", locale: US, format: CSV, faults: ["blank row", "blank column"] },
  { name: "hidden-rows", shape: "wide", locale: GB, format: XLSX, faults: ["hidden rows"] },
  { name: "transposed-us", shape: "wide", locale: US, format: CSV, faults: ["transposed"] },
  { name: "transposed-de", shape: "wide", locale: DE, format: XLSX, faults: ["transposed", "totals row"] },
  { name: "broken-formulas", shape: "wide", locale: US, format: XLSX, faults: ["spreadsheet error"] },
  {
    name: "text-dates",
    shape: "wide",
    locale: FR,
    format: SEMICOLONS,
    faults: ["dates as text", "unsorted"],
  },
  { name: "short-years", shape: "long", locale: GB, format: CSV, faults: ["years of two digits"] },
  { name: "iso-weeks", shape: "wide", locale: DE, format: SEMICOLONS, faults: ["ISO weeks"] },
  { name: "times-of-day", shape: "wide", locale: US, format: CSV, faults: ["times of day", "unsorted"] },
  { name: "both-orders", shape: "wide", locale: US, format: CSV, faults: ["both orders of day and month"] },
  { name: "day-ranges", shape: "wide", locale: GB, format: XLSX, faults: ["range of days"] },
  { name: "missing-week", shape: "wide", locale: JP, format: CSV, dates: "local", faults: ["missing week"] },
  { name: "week-twice", shape: "wide", locale: US, format: XLSX, faults: ["repeated week"] },
  {
    name: "sunday-weeks",
    shape: "long",
    locale: US,
    format: CSV,
    dates: "local",
    faults: ["some weeks from Sunday"],
  },
  { name: "planned-weeks", shape: "wide", locale: DE, format: XLSX, faults: ["week in the future"] },
  {
    name: "text-numbers",
    shape: "wide",
    locale: US,
    format: XLSX,
    faults: ["English thousands as text", "currency signs"],
  },
  {
    name: "european-numbers",
    shape: "wide",
    locale: US,
    format: XLSX,
    faults: ["European numbers as text", "percent signs"],
  },
  {
    name: "invisible-marks",
    shape: "wide",
    locale: JP,
    format: TABS,
    dates: "local",
    faults: ["no-break spaces", "full-width digits"],
  },
  {
    name: "short-numbers",
    shape: "wide",
    locale: US,
    format: CSV,
    faults: ["thousands as K", "scientific notation"],
  },
  { name: "marks-for-nothing", shape: "long", locale: US, format: TABS, faults: ["marks for nothing"] },
  {
    name: "blank-cells",
    shape: "wide",
    locale: FR,
    format: SEMICOLONS,
    dates: "local",
    faults: ["blank cell"],
  },
  { name: "two-currencies", shape: "wide", locale: GB, format: CSV, faults: ["two currencies"] },
  {
    name: "words-and-infinity",
    shape: "wide",
    locale: US,
    format: CSV,
    faults: ["words for a number", "infinite"],
  },
  { name: "micros", shape: "wide", locale: US, format: CSV, channels: 3, faults: ["spend in millionths"] },
  {
    name: "silent-channels",
    shape: "wide",
    locale: US,
    format: XLSX,
    faults: [
      "channel without spend",
      "channel of eight weeks",
      "column that never changes",
      "column of remarks",
    ],
  },
  { name: "agency-total", shape: "wide", locale: DE, format: XLSX, faults: ["total under another name"] },
  { name: "copied-channel", shape: "wide", locale: US, format: CSV, faults: ["channel twice"] },
  { name: "affiliate-commission", shape: "wide", locale: GB, format: CSV, faults: ["commission on sales"] },
  {
    name: "campaign-rows",
    shape: "long",
    locale: US,
    format: CSV,
    faults: ["several campaigns of a channel", "unsorted"],
  },
  { name: "copied-row", shape: "long", locale: FR, format: SEMICOLONS, faults: ["row twice"] },
  { name: "credit-note", shape: "long", locale: US, format: XLSX, faults: ["credit in the week"] },
  { name: "spellings", shape: "long", locale: GB, format: CSV, faults: ["one channel spelled in two ways"] },
  { name: "returns", shape: "wide", locale: US, format: CSV, faults: ["more returns than sales"] },
  { name: "another-script", shape: "wide", locale: JP, format: TABS, faults: ["a name in another script"] },
  {
    name: "renamed-platform",
    shape: "wide",
    locale: US,
    format: CSV,
    faults: ["a platform's old and new name"],
  },
  { name: "gross-and-net", shape: "wide", locale: DE, format: XLSX, faults: ["gross beside net revenue"] },
  { name: "some-percents", shape: "wide", locale: GB, format: CSV, faults: ["percent signs in some cells"] },
  { name: "bracketed-returns", shape: "wide", locale: US, format: CSV, faults: ["returns in brackets"] },
  { name: "second-table", shape: "wide", locale: GB, format: XLSX, faults: ["a second table on the sheet"] },
  {
    name: "excel-csv-de",
    shape: "wide",
    locale: DE,
    format: { ...SEMICOLONS, encoding: "windows-1252" },
    dates: "local",
    numbers: "grouped",
    faults: ["currency signs"],
  },
  {
    name: "excel-csv-jp",
    shape: "long",
    locale: JP,
    format: { ...CSV, encoding: "shift_jis" },
    dates: "local",
    numbers: "grouped",
    faults: ["full-width digits"],
  },
];

/** The mix of twelve at once (J2), in one workbook. */
const TWELVE: Recipe = {
  name: "twelve-faults",
  shape: "wide",
  locale: US,
  format: XLSX,
  channels: 3,
  faults: [
    "preamble",
    "totals row",
    "channel of eight weeks",
    "merged header",
    "blank row",
    "hidden rows",
    "dates as text",
    "unsorted",
    "European numbers as text",
    "percent signs",
    "thousands as K",
    "blank cell",
  ],
};

interface Bundle {
  readonly name: string;
  readonly locale: Locale["name"];
  readonly platforms: readonly string[];
  readonly shop: Shop;
  /** The fault, and the place of the file that has it. */
  readonly faults: ReadonlyArray<readonly [string, number]>;
}

const BUNDLES: readonly Bundle[] = [
  { name: "agency-us", locale: US, platforms: ["google ads", "meta ads"], shop: ga4, faults: [] },
  {
    name: "agency-de",
    locale: DE,
    platforms: ["google ads", "meta ads"],
    shop: ga4,
    faults: [["unsorted", 1]],
  },
  {
    name: "agency-fr",
    locale: FR,
    platforms: ["google ads", "meta ads"],
    shop: ga4,
    faults: [["blank row", 0]],
  },
  { name: "agency-jp", locale: JP, platforms: ["google ads", "meta ads"], shop: ga4, faults: [] },
  { name: "lead-generation", locale: US, platforms: ["linkedin"], shop: hubSpot, faults: [["footer", 1]] },
  {
    name: "young-brand",
    locale: GB,
    platforms: ["tiktok", "meta ads"],
    shop: hubSpot,
    faults: [["no-break spaces", 1]],
  },
  { name: "missing-day", locale: GB, platforms: ["meta ads"], shop: hubSpot, faults: [["missing week", 0]] },
  {
    name: "rows-exported-twice",
    locale: DE,
    platforms: ["linkedin", "tiktok"],
    shop: hubSpot,
    faults: [["row twice", 0]],
  },
];

/** Every kept export; the seed of each is its place in the list, so that none is chosen for what it gives. */
export function keptExports(): Array<{ readonly name: string; readonly drafts: readonly Draft[] }> {
  const single = [...RECIPES, TWELVE].map((recipe, place) => ({
    name: recipe.name,
    drafts: [cooked(recipe, place + 1)],
  }));
  const several = BUNDLES.map((bundle, place) => ({
    name: bundle.name,
    drafts: inFolder(bundle.name, bundled(bundle, single.length + place + 1)),
  }));
  return [...single, ...several, { name: "tv-invoices", drafts: inFolder("tv-invoices", withInvoices()) }];
}

/** Platforms name their files alike: each export of several has a folder of its own. */
function inFolder(folder: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => ({ ...draft, file: `${folder}/${draft.file}` }));
}

const DAILY_WEEKS = 18; // some hundred rows a file; a channel needs 13 weeks to enter (IN-49)

function bundled({ name, locale, platforms, shop, faults }: Bundle, seed: number): Draft[] {
  const random = seeded(seed);
  const brand = original({ seed, weeks: DAILY_WEEKS, channels: platforms.length, start: "2024-01-01" });
  const media = platforms.map((channel, at) => {
    const platform = PLATFORMS.find((each) => each.channel === channel);
    if (platform === undefined) throw new RangeError(`no platform is called "${channel}"`);
    return platform.draft(brand, { ...brand.channels[at], name: channel }, LOCALES[locale], random);
  });
  const clean = [...media, shop(brand, LOCALES[locale], random)];
  const made = clean.map((draft, at) => {
    const own = faults.filter(([, place]) => place === at).map(([fault]) => faultNamed(fault));
    return withFaults(draft, own, random);
  });
  const added =
    made.flatMap(({ faults: all }) => all).length - clean.flatMap(({ faults: all }) => all).length;
  if (added < faults.length) throw new RangeError(`${name}: a fault does not fit`);
  return made;
}

/** Weeks from 1 January to 29 September 2024: nine whole months of invoices cover them. */
function withInvoices(): Draft[] {
  const random = seeded(1);
  const brand = original({ seed: 1, weeks: 39, channels: 2, start: "2024-01-01" });
  const [bought, billed] = brand.channels;
  const wide = wideTable(
    { ...brand, channels: [bought] },
    { file: "weekly.csv", locale: LOCALES[GB], style: { dates: "iso", numbers: "plain" }, format: CSV },
  );
  return [withFaults(wide, [], random), tvInvoices(brand, billed, LOCALES[GB])];
}

function cooked(recipe: Recipe, seed: number): Draft {
  const random = seeded(seed);
  const brand = original({ seed, weeks: 40, channels: recipe.channels ?? 2, start: "2024-01-01" });
  const { format, locale, name, dates = "iso", numbers = "plain" } = recipe;
  const file = `${name}.${format.kind === "xlsx" ? "xlsx" : format.separator === "\t" ? "tsv" : "csv"}`;
  const dress = { file, locale: LOCALES[locale], style: { dates, numbers }, format };
  const draft = recipe.shape === "wide" ? wideTable(brand, dress) : longTable(brand, dress);
  const made = withFaults(draft, recipe.faults.map(faultNamed), random);
  if (made.faults.length < recipe.faults.length) throw new RangeError(`${name}: a fault does not fit`);
  return made;
}
