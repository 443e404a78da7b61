/** From parsed YAML to a brief, or to a list of what is wrong with it (decisions §4). */

import type { Brief } from "./brief.ts";
import {
  choiceField,
  complain,
  dateField,
  listField,
  numberField,
  onlyKeys,
  plainObject,
  type Section,
  sectionField,
  textField,
} from "./brief-fields.ts";
import { holidaysField } from "./brief-holidays.ts";
import { readChannel, readControl, readEvent, readFxRate, readLiftTest } from "./brief-lists.ts";
import type { Finding } from "./finding.ts";

export type BriefReading =
  | { readonly kind: "brief"; readonly brief: Brief }
  | { readonly kind: "problems"; readonly problems: readonly Finding[] };

const KEYS = [
  "company",
  "currency",
  "kpiKind",
  "table",
  "channels",
  "controls",
  "events",
  "liftTests",
  "baseline",
  "fx",
  "budget",
  "margin",
  "holdoutWeeks",
  "sampling",
  "answers",
  "approvedBy",
  "approvedOn",
];

/**
 * The brief of someone who states nothing: columns are detected, seed 1, 4 chains of at most 2,000 draws (sampler.md),
 * dollars, a money KPI, a budget by the quarter.
 */
export function emptyBrief(): Brief {
  return {
    company: null,
    currency: "USD",
    kpiKind: "money",
    table: { date: null, kpi: null, revenuePerKpi: null, geo: null, ignore: [] },
    channels: [],
    controls: [],
    events: [],
    liftTests: [],
    baseline: { trendKnots: null, quarterlyPairs: null, holidays: null },
    fx: [],
    budget: { amount: null, period: "quarter" },
    margin: null,
    holdoutWeeks: null,
    sampling: { seed: 1, chains: 4, maxDraws: 2000 },
    answers: {},
    approvedBy: null,
    approvedOn: null,
  };
}

/**
 * Validates a parsed brief.
 *
 * @param parsed - what a YAML reader returned; null (an empty file) is an empty brief.
 * @param file - name for messages.
 * @returns the brief, or every problem with its path; an unknown key names the nearest known one, e.g. "chanels"
 * asks whether "channels" was meant.
 */
export function readBrief(parsed: unknown, file: string = "brief"): BriefReading {
  const problems: Finding[] = [];
  const fields = parsed === null || parsed === undefined ? {} : plainObject(parsed);
  const section: Section = { fields: fields ?? {}, path: "", file, problems };
  if (fields === null)
    complain(section, "", "the brief must hold named fields", 'Start with e.g. "company: Acme".');
  onlyKeys(section, KEYS);
  const brief = readSections(section);
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "brief", brief };
}

function readSections(section: Section): Brief {
  const defaults = emptyBrief();
  const currency = textField(section, "currency") ?? defaults.currency;
  const brief: Brief = {
    company: textField(section, "company"),
    currency,
    kpiKind: choiceField(section, "kpiKind", ["money", "count"]) ?? defaults.kpiKind,
    table: readTable(sectionField(section, "table")),
    channels: listField(section, "channels").map((entry, place) =>
      readChannel(section, entry, place, currency),
    ),
    controls: listField(section, "controls").map((entry, place) => readControl(section, entry, place)),
    events: listField(section, "events").map((entry, place) => readEvent(section, entry, place)),
    liftTests: listField(section, "liftTests").map((entry, place) => readLiftTest(section, entry, place)),
    baseline: readBaseline(sectionField(section, "baseline")),
    fx: listField(section, "fx").map((entry, place) => readFxRate(section, entry, place)),
    budget: readBudget(sectionField(section, "budget")),
    margin: numberField(section, "margin", { above: 0, max: 1 }),
    holdoutWeeks: numberField(section, "holdoutWeeks", { min: 0, whole: true }),
    sampling: readSampling(sectionField(section, "sampling")),
    answers: readAnswers(sectionField(section, "answers")),
    approvedBy: textField(section, "approvedBy"),
    approvedOn: dateField(section, "approvedOn"),
  };
  namesOnce(section, brief);
  return brief;
}

function readTable(section: Section): Brief["table"] {
  onlyKeys(section, ["date", "kpi", "revenuePerKpi", "geo", "ignore"]);
  const perKpi = section.fields.revenuePerKpi;
  return {
    date: textField(section, "date"),
    kpi: textField(section, "kpi"),
    revenuePerKpi:
      typeof perKpi === "number"
        ? numberField(section, "revenuePerKpi", { above: 0 })
        : textField(section, "revenuePerKpi"),
    geo: textField(section, "geo"),
    ignore: listField(section, "ignore").flatMap((entry, place) => {
      const name = textField({ ...section, fields: { [`ignore[${place}]`]: entry } }, `ignore[${place}]`);
      return name === null ? [] : [name];
    }),
  };
}

const QUARTERLY_PAIRS_MAX = 3; // a quarter has 13 weeks: a fourth pair would turn within less than 7 of their steps

const TREND_KNOTS_MAX = 24; // a knot a month over two years: more would follow the noise

function readBaseline(section: Section): Brief["baseline"] {
  onlyKeys(section, ["trendKnots", "quarterlyPairs", "holidays"]);
  return {
    trendKnots: numberField(section, "trendKnots", { min: 0, max: TREND_KNOTS_MAX, whole: true }),
    quarterlyPairs: numberField(section, "quarterlyPairs", { min: 0, max: QUARTERLY_PAIRS_MAX, whole: true }),
    holidays: holidaysField(section),
  };
}

function readBudget(section: Section): Brief["budget"] {
  onlyKeys(section, ["amount", "period"]);
  return {
    amount: numberField(section, "amount", { above: 0 }),
    period:
      choiceField(section, "period", ["week", "month", "quarter", "year"]) ?? emptyBrief().budget.period,
  };
}

function readSampling(section: Section): Brief["sampling"] {
  onlyKeys(section, ["seed", "chains", "maxDraws"]);
  const { sampling } = emptyBrief();
  return {
    seed: numberField(section, "seed", { min: 0, max: 2 ** 32 - 1, whole: true }) ?? sampling.seed,
    chains: numberField(section, "chains", { min: 1, whole: true }) ?? sampling.chains,
    maxDraws: numberField(section, "maxDraws", { min: 1, whole: true }) ?? sampling.maxDraws,
  };
}

/** YAML reads yes, no and numbers as themselves; an answer is always a word. */
function readAnswers(section: Section): Record<string, string> {
  const entries = Object.entries(section.fields).flatMap(([id, value]) => {
    if (typeof value === "string") return [[id, value]];
    complain(section, id, "must be one of the question's choices, as text", 'Write it like "IN-15: dmy".');
    return [];
  });
  return Object.fromEntries(entries);
}

/** Names must tell channels apart, and so must spend columns of a wide table. */
function namesOnce(section: Section, brief: Brief): void {
  const names = brief.channels.map(({ name }) => name);
  names.forEach((name, place) => {
    if (name === "" || names.indexOf(name) === place) return;
    complain(section, `channels[${place}].name`, `"${name}" stands twice`, "Give each channel its own name.");
  });
}
