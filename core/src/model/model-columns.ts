/** The columns that are not media: intercept, trend with its knots, seasons, holidays, controls and events. */

import { daysFromIso } from "../data/calendar.ts";
import type { ControlHistory, MediaHistory } from "../data/media-history.ts";
import { cosOfTurns, sinOfTurns } from "../numerics/turns.ts";
import type { ColumnRole, ModelColumn } from "./media-mix-model.ts";
import type { ModelRules } from "./rules.ts";
import { standardize } from "./standardize.ts";

const DAYS_PER_WEEK = 7;

/** What the columns need to know of the KPI. */
export interface ColumnScales {
  /** Weeks that the likelihood sees. */
  readonly fittedWeeks: number;
  /** Sample standard deviation of the KPI / kpiScale over the fitted weeks. */
  readonly kpiSd: number;
}

/**
 * The Gaussian block's columns, in the order intercept, trend, knots, seasons, controls and holidays, events.
 *
 * Controls, holidays and events are standardized over the fitted weeks; one that is constant there is left out, because no
 * data could tell it from the intercept.
 *
 * @param history - weeks, controls and events.
 * @param scales - of the fitted KPI.
 * @param rules - priors, number of seasonal pairs.
 * @returns columns over all weeks, held-out ones included. Source: decisions §3.
 */
export function modelColumns(history: MediaHistory, scales: ColumnScales, rules: ModelRules): ModelColumn[] {
  const priorSd = rules.columnSd * scales.kpiSd;
  const given = [
    ...history.controls.map((control) => ({ ...control, role: roleOf(control) })),
    ...history.events.map((event) => ({ ...event, role: "event" as const })),
  ];
  return [
    plain("Intercept", "intercept", new Float64Array(history.weeks.length).fill(1), [
      rules.interceptMean,
      rules.interceptSd,
    ]),
    plain("Trend", "trend", trend(history.weeks.length, scales.fittedWeeks), [0, rules.trendSd]),
    ...knotColumns(history.weeks.length, scales.fittedWeeks, rules),
    ...seasonColumns(history.weeks, scales.fittedWeeks, rules).map((season) =>
      plain(season.name, "season", season.values, [0, priorSd]),
    ),
    ...given.flatMap(({ name, role, values }) => {
      const standardized = standardize(values, scales.fittedWeeks);
      if (standardized === null) return [];
      return [{ name, role, values: standardized.values, unit: standardized.sd, priorMean: 0, priorSd }];
    }),
  ];
}

function roleOf({ type }: ControlHistory): ColumnRole {
  return type === "holiday" ? "holiday" : "control";
}

function plain(
  name: string,
  role: ColumnRole,
  values: Float64Array,
  prior: readonly [number, number],
): ModelColumn {
  return { name, role, values, unit: 1, priorMean: prior[0], priorSd: prior[1] };
}

/** −½ at the first and +½ at the last fitted week, so that the coefficient is the change over the window. */
function trend(weeks: number, fittedWeeks: number): Float64Array {
  const values = new Float64Array(weeks);
  const span = Math.max(1, fittedWeeks - 1);
  for (let week = 0; week < weeks; week++) values[week] = week / span - 0.5;
  return values;
}

/**
 * Bends of the trend at evenly spaced knots: 0 up to a knot, then rising like the trend, so that a coefficient is a change
 * of the trend. All bends together vary as one of `trendKnotSd` would: many knots bend little each.
 * Source: Taylor & Letham (2018), "Forecasting at Scale", equation 3, with Normal changes.
 */
function knotColumns(
  weeks: number,
  fittedWeeks: number,
  { trendKnots, trendKnotSd }: ModelRules,
): ModelColumn[] {
  const span = Math.max(1, fittedWeeks - 1);
  return Array.from({ length: trendKnots }, (_, index) => {
    const knot = (index + 1) / (trendKnots + 1);
    const values = new Float64Array(weeks);
    for (let week = 0; week < weeks; week++) values[week] = Math.max(0, week / span - knot);
    return plain(`Trend bend ${index + 1}`, "knot", values, [0, trendKnotSd / Math.sqrt(trendKnots)]);
  });
}

/** Quarters of a year: the quarterly wave is the year's fourth overtone. */
const QUARTERS = 4;

/** Sine and cosine of the day in the year, times √2: standardized over a whole cycle, not over a part of one. */
function seasonColumns(
  weeks: readonly string[],
  fittedWeeks: number,
  rules: ModelRules,
): { readonly name: string; readonly values: Float64Array }[] {
  const yearly = fittedWeeks < rules.yearWeeks ? rules.fourierPairsUnderYear : rules.fourierPairs;
  const firstDay = daysFromIso(weeks[0]);
  if (firstDay === null) throw new RangeError(`weeks are ISO dates, not ${weeks[0]}`);
  const counting = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  // a quarterly wave that the yearly ones hold already would stand twice
  const quarterly = counting(rules.quarterlyPairs).filter((pair) => QUARTERS * pair > yearly);
  const waves = [
    ...counting(yearly).map((pair) => ({ name: `${pair}`, perYear: pair })),
    ...quarterly.map((pair) => ({ name: `of the quarter ${pair}`, perYear: QUARTERS * pair })),
  ];
  return waves.flatMap(({ name, perYear }) => {
    const turnsAt = (week: number): number =>
      (perYear * (firstDay + DAYS_PER_WEEK * week)) / rules.seasonDays;
    return [
      { name: `Season sine ${name}`, values: wave(weeks.length, (week) => sinOfTurns(turnsAt(week))) },
      { name: `Season cosine ${name}`, values: wave(weeks.length, (week) => cosOfTurns(turnsAt(week))) },
    ];
  });
}

function wave(weeks: number, at: (week: number) => number): Float64Array {
  const values = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) values[week] = Math.SQRT2 * at(week);
  return values;
}
