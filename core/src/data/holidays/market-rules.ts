/** Public holidays of the markets: those that law gives the whole country, or England for GB. */

import { type DayRule, easter, fixed, listed, nth, type Weekday } from "./day-rule.ts";

/** ISO 3166 codes of the markets that have a table. */
export type Market =
  | "US"
  | "GB"
  | "FR"
  | "DE"
  | "IT"
  | "ES"
  | "NL"
  | "PT"
  | "DK"
  | "CZ"
  | "NZ"
  | "CA"
  | "AU"
  | "JP"
  | "BR";

/** What becomes of a holiday that falls on a weekend. */
export type Substitute =
  /** Friday before a Saturday and Monday after a Sunday are free too. */
  | "nearest"
  /** After a Saturday or Sunday the next working day is free too. */
  | "weekend"
  /** After a Sunday the next day that is no holiday is free too. */
  | "sunday"
  /** It is kept on the Monday instead. */
  | "to-monday"
  /** On a Sunday it is kept on the Saturday instead. */
  | "to-saturday";

export interface HolidayRule {
  readonly name: string;
  readonly day: DayRule;
  readonly substitute?: Substitute;
  /** First and last year. */
  readonly from?: number;
  readonly until?: number;
  /** Years that law moved, to "MM-DD". */
  readonly moved?: Readonly<Record<number, string>>;
}

type Limits = Omit<HolidayRule, "name" | "day">;

const [MON, THU]: readonly [Weekday, Weekday] = [0, 3];

function rule(name: string, day: DayRule, limits: Limits = {}): HolidayRule {
  return { name, day, ...limits };
}

const NEAREST: Limits = { substitute: "nearest" };
const WEEKEND: Limits = { substitute: "weekend" };
const SUNDAY: Limits = { substitute: "sunday" };

const NEW_YEAR = rule("New Year's Day", fixed("01-01"));
const EPIPHANY = rule("Epiphany", fixed("01-06"));
const GOOD_FRIDAY = rule("Good Friday", easter(-2));
const EASTER = rule("Easter Sunday", easter(0));
const EASTER_MONDAY = rule("Easter Monday", easter(1));
const LABOR = rule("Labor Day", fixed("05-01"));
const VICTORY = rule("Victory Day", fixed("05-08"));
const ASCENSION = rule("Ascension Day", easter(39));
const PENTECOST = rule("Pentecost", easter(49));
const WHIT_MONDAY = rule("Whit Monday", easter(50));
const CORPUS_CHRISTI = rule("Corpus Christi", easter(60));
const ASSUMPTION = rule("Assumption", fixed("08-15"));
const ALL_SAINTS = rule("All Saints' Day", fixed("11-01"));
const IMMACULATE = rule("Immaculate Conception", fixed("12-08"));
const CHRISTMAS = rule("Christmas Day", fixed("12-25"));
const BOXING = rule("Boxing Day", fixed("12-26"));

/**
 * The rules of each market; the seven that `date-holidays` has exactly are compared with it day by day in the tests.
 *
 * Sources: US 5 U.S.C. §6103; GB Banking and Financial Dealings Act 1971 and proclamations; NZ Holidays Act 2003 and
 * Te Kāhui o Matariki Public Holiday Act 2022; CA Canada Labour Code s. 166, 193, as the federal government keeps it; AU the days that all states keep; JP Act on
 * National Holidays 1948; BR laws 662/1949, 6.802/1980, 9.093/1995, 14.759/2023; IT law 260/1949 and 151/2025; ES Real
 * Decreto 2001/1983; DE the days of all sixteen states; NL Algemene termijnenwet; DK, FR, PT, CZ their holiday laws.
 */
const RULES: Readonly<Record<Market, readonly HolidayRule[]>> = {
  US: [
    { ...NEW_YEAR, ...NEAREST },
    rule("Martin Luther King Jr. Day", nth(1, 3, MON)),
    rule("Presidents' Day", nth(2, 3, MON)),
    rule("Memorial Day", nth(5, -1, MON)),
    rule("Juneteenth", fixed("06-19"), { ...NEAREST, from: 2021 }),
    rule("Independence Day", fixed("07-04"), NEAREST),
    rule("Labor Day", nth(9, 1, MON)),
    rule("Columbus Day", nth(10, 2, MON)),
    rule("Veterans Day", fixed("11-11"), NEAREST),
    rule("Thanksgiving Day", nth(11, 4, THU)),
    { ...CHRISTMAS, ...NEAREST },
  ],
  GB: [
    { ...NEW_YEAR, ...WEEKEND },
    GOOD_FRIDAY,
    EASTER_MONDAY,
    rule("Early May bank holiday", nth(5, 1, MON), { moved: { 2020: "05-08" } }),
    rule("Spring bank holiday", nth(5, -1, MON), { moved: { 2022: "06-02" } }),
    rule("Summer bank holiday", nth(8, -1, MON)),
    rule("Jubilee, funeral and coronation", listed("2022-06-03", "2022-09-19", "2023-05-08")),
    { ...CHRISTMAS, ...WEEKEND },
    { ...BOXING, ...WEEKEND },
  ],
  FR: [
    NEW_YEAR,
    EASTER_MONDAY,
    LABOR,
    VICTORY,
    ASCENSION,
    WHIT_MONDAY,
    rule("Bastille Day", fixed("07-14")),
    ASSUMPTION,
    ALL_SAINTS,
    rule("Armistice Day", fixed("11-11")),
    CHRISTMAS,
  ],
  DE: [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOR,
    ASCENSION,
    WHIT_MONDAY,
    rule("German Unity Day", fixed("10-03")),
    CHRISTMAS,
    BOXING,
  ],
  IT: [
    NEW_YEAR,
    EPIPHANY,
    EASTER,
    EASTER_MONDAY,
    rule("Liberation Day", fixed("04-25")),
    LABOR,
    rule("Republic Day", fixed("06-02")),
    ASSUMPTION,
    rule("Saint Francis of Assisi", fixed("10-04"), { from: 2026 }),
    ALL_SAINTS,
    IMMACULATE,
    CHRISTMAS,
    BOXING,
  ],
  ES: [
    NEW_YEAR,
    EPIPHANY,
    GOOD_FRIDAY,
    LABOR,
    ASSUMPTION,
    rule("National Day", fixed("10-12")),
    ALL_SAINTS,
    rule("Constitution Day", fixed("12-06")),
    IMMACULATE,
    CHRISTMAS,
  ],
  NL: [
    NEW_YEAR,
    EASTER,
    EASTER_MONDAY,
    rule("King's Day", fixed("04-27"), { substitute: "to-saturday" }),
    rule("Liberation Day", listed("2020-05-05", "2025-05-05", "2030-05-05")),
    ASCENSION,
    PENTECOST,
    WHIT_MONDAY,
    CHRISTMAS,
    BOXING,
  ],
  PT: [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER,
    rule("Freedom Day", fixed("04-25")),
    LABOR,
    CORPUS_CHRISTI,
    rule("Portugal Day", fixed("06-10")),
    ASSUMPTION,
    rule("Republic Day", fixed("10-05")),
    ALL_SAINTS,
    rule("Independence Day", fixed("12-01")),
    IMMACULATE,
    CHRISTMAS,
  ],
  DK: [
    NEW_YEAR,
    rule("Maundy Thursday", easter(-3)),
    GOOD_FRIDAY,
    EASTER,
    EASTER_MONDAY,
    rule("Prayer Day", easter(26), { until: 2023 }),
    ASCENSION,
    PENTECOST,
    WHIT_MONDAY,
    CHRISTMAS,
    BOXING,
  ],
  CZ: [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOR,
    VICTORY,
    rule("Saints Cyril and Methodius Day", fixed("07-05")),
    rule("Jan Hus Day", fixed("07-06")),
    rule("Statehood Day", fixed("09-28")),
    rule("Independence Day", fixed("10-28")),
    rule("Freedom and Democracy Day", fixed("11-17")),
    rule("Christmas Eve", fixed("12-24")),
    CHRISTMAS,
    BOXING,
  ],
  NZ: [
    { ...NEW_YEAR, ...WEEKEND },
    rule("Day after New Year's Day", fixed("01-02"), WEEKEND),
    rule("Waitangi Day", fixed("02-06"), WEEKEND),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    rule("Anzac Day", fixed("04-25"), WEEKEND),
    rule("Sovereign's Birthday", nth(6, 1, MON)),
    rule(
      "Matariki",
      listed(
        "2022-06-24",
        "2023-07-14",
        "2024-06-28",
        "2025-06-20",
        "2026-07-10",
        "2027-06-25",
        "2028-07-14",
        "2029-07-06",
        "2030-06-21",
      ),
    ),
    rule("Memorial for Queen Elizabeth II", listed("2022-09-26")),
    rule("Labor Day", nth(10, 4, MON)),
    { ...CHRISTMAS, ...WEEKEND },
    { ...BOXING, ...WEEKEND },
  ],
  CA: [
    { ...NEW_YEAR, ...WEEKEND },
    GOOD_FRIDAY,
    rule("Victoria Day", { kind: "before", date: "05-25", weekday: MON }),
    rule("Canada Day", fixed("07-01"), WEEKEND),
    rule("Labor Day", nth(9, 1, MON)),
    rule("Truth and Reconciliation Day", fixed("09-30"), { ...WEEKEND, from: 2021 }),
    rule("Thanksgiving Day", nth(10, 2, MON)),
    rule("Remembrance Day", fixed("11-11"), WEEKEND),
    { ...CHRISTMAS, ...WEEKEND },
    { ...BOXING, ...WEEKEND },
  ],
  AU: [
    { ...NEW_YEAR, ...WEEKEND },
    rule("Australia Day", fixed("01-26"), { substitute: "to-monday" }),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    rule("Anzac Day", fixed("04-25")),
    rule("Memorial for Queen Elizabeth II", listed("2022-09-22")),
    { ...CHRISTMAS, ...WEEKEND },
    { ...BOXING, ...WEEKEND },
  ],
  JP: [
    { ...NEW_YEAR, ...SUNDAY },
    rule("Coming of Age Day", nth(1, 2, MON)),
    rule("Foundation Day", fixed("02-11"), SUNDAY),
    rule("Emperor's Birthday", fixed("02-23"), { ...SUNDAY, from: 2020 }),
    rule("Vernal Equinox Day", { kind: "equinox", month: 3, day1980: 20.8431 }, SUNDAY),
    rule("Showa Day", fixed("04-29"), SUNDAY),
    rule("Constitution Day", fixed("05-03"), SUNDAY),
    rule("Greenery Day", fixed("05-04"), SUNDAY),
    rule("Children's Day", fixed("05-05"), SUNDAY),
    rule("Marine Day", nth(7, 3, MON), { moved: { 2020: "07-23", 2021: "07-22" } }),
    rule("Mountain Day", fixed("08-11"), { ...SUNDAY, moved: { 2020: "08-10", 2021: "08-08" } }),
    rule("Respect for the Aged Day", nth(9, 3, MON)),
    rule("Autumnal Equinox Day", { kind: "equinox", month: 9, day1980: 23.2488 }, SUNDAY),
    rule("Sports Day", nth(10, 2, MON), { moved: { 2020: "07-24", 2021: "07-23" } }),
    rule("Culture Day", fixed("11-03"), SUNDAY),
    rule("Labor Thanksgiving Day", fixed("11-23"), SUNDAY),
    rule("Emperor's Birthday", fixed("12-23"), { ...SUNDAY, until: 2018 }),
    rule("Accession and enthronement", listed("2019-05-01", "2019-10-22")),
    rule("Citizens' Holiday", listed("2019-04-30", "2019-05-02", "2026-09-22")),
  ],
  BR: [
    NEW_YEAR,
    GOOD_FRIDAY,
    rule("Tiradentes' Day", fixed("04-21")),
    LABOR,
    rule("Independence Day", fixed("09-07")),
    rule("Our Lady of Aparecida", fixed("10-12")),
    rule("All Souls' Day", fixed("11-02")),
    rule("Republic Day", fixed("11-15")),
    rule("Black Awareness Day", fixed("11-20"), { from: 2024 }),
    CHRISTMAS,
  ],
};

/** The markets, as a brief may name them. */
export const MARKETS = Object.keys(RULES) as Market[];

/** The rules of one market. */
export function rulesOf(market: Market): readonly HolidayRule[] {
  return RULES[market];
}
