/** The measurements that every judgement rests on. */

import type { ChannelHistory, MediaHistory } from "../data/media-history.ts";
import { correlation, mean, sampleSd } from "../numerics/moments.ts";
import { outliersOf, robustScores, zScores } from "./outliers.ts";
import type { AuditRules } from "./rules.ts";
import type { AuditFacts } from "./scorecard.ts";
import { varianceInflation } from "./vif.ts";

/**
 * Measures a history.
 *
 * @param history - at least one week.
 * @returns finite numbers throughout: shares of a total that is zero are 0, scores of constant columns are 0.
 */
export function auditFacts(history: MediaHistory, rules: AuditRules): AuditFacts {
  const { channels, kpi, weeks } = history;
  const spends = channels.map((channel) => sum(channel.spend));
  const spendTotal = spends.reduce((total, spend) => total + spend, 0);
  const correlations = channels.map((first) => channels.map((second) => pairCorrelation(first, second)));
  const inflation = varianceInflation(correlations);
  const kpiMean = mean(kpi.values);
  const columns = history.controls.length + history.events.length;
  const parameters = rules.parametersFixed + rules.parametersPerChannel * channels.length + columns;
  return {
    weeks: weeks.length,
    observationsPerParameter: weeks.length / parameters,
    kpi: {
      mean: kpiMean,
      max: kpi.values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY),
      variation: kpiMean === 0 ? 0 : sampleSd(kpi.values) / Math.abs(kpiMean),
    },
    channels: channels.map((channel, place) => ({
      name: channel.name,
      spendTotal: spends[place] ?? 0,
      spendShare: spendTotal > 0 ? (spends[place] ?? 0) / spendTotal : 0,
      zeroShare: channel.spend.filter((spend) => spend === 0).length / weeks.length,
      maxZ: zScores(channel.spend).reduce((largest, z) => Math.max(largest, z), 0),
      vif: inflation[place] ?? 1,
      kpiCorrelation: correlation(channel.spend, kpi.values),
    })),
    pairs: pairsOf(channels, correlations),
    spendTotal,
    spendToRevenue: spendToRevenue(history, spendTotal),
    kpiOutliers: outliersOf(kpi.name, weeks, kpi.values, rules.kpiOutlierZ),
    kpiRobustOutlierWeeks: robustScores(kpi.values).filter((score) => Math.abs(score) > rules.robustOutlierZ)
      .length,
    spendOutliers: channels.flatMap(({ name, spend }) => outliersOf(name, weeks, spend, rules.spendOutlierZ)),
    synchronized: synchronizedWeeks(history, rules),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function pairCorrelation(first: ChannelHistory, second: ChannelHistory): number {
  return first === second ? 1 : correlation(first.spend, second.spend);
}

function pairsOf(
  channels: readonly ChannelHistory[],
  correlations: ReadonlyArray<readonly number[]>,
): AuditFacts["pairs"] {
  const pairs = channels.flatMap((first, row) =>
    channels.slice(row + 1).map((second, offset) => ({
      first: first.name,
      second: second.name,
      r: correlations[row]?.[row + 1 + offset] ?? 0,
    })),
  );
  return pairs.sort((one, other) => Math.abs(other.r) - Math.abs(one.r));
}

function spendToRevenue(history: MediaHistory, spendTotal: number): number | null {
  const { values, revenuePerKpi } = history.kpi;
  if (revenuePerKpi === null) return null;
  const revenue = values.reduce((total, value, week) => total + value * (revenuePerKpi[week] ?? 0), 0);
  return revenue > 0 ? spendTotal / revenue : null;
}

/** Weeks in which the KPI and a channel's spend are outliers together (B-17, IN-58). */
function synchronizedWeeks(history: MediaHistory, rules: AuditRules): AuditFacts["synchronized"] {
  const kpiZ = zScores(history.kpi.values);
  return history.channels.flatMap((channel) => {
    const spendZ = zScores(channel.spend);
    return history.weeks.flatMap((week, place) => {
      const [kpi, spend] = [kpiZ[place] ?? 0, spendZ[place] ?? 0];
      const together = Math.abs(kpi) > rules.kpiOutlierZ && Math.abs(spend) > rules.spendOutlierZ;
      return together ? [{ week, column: channel.name, kpiZ: kpi, spendZ: spend }] : [];
    });
  });
}
