/** Whether KPI and each channel are a defensible pair (D-04). */

import type { ChannelHistory } from "../data/media-history.ts";
import { correlation, mean, sampleSd } from "../numerics/moments.ts";
import type { AuditView } from "./audit-view.ts";
import { isIncluded, unexplainedBy } from "./checks/inclusion.ts";

type PairCheckId = "inclusion" | "inverse-causation" | "control-moved-by-media" | "identifiable";

export interface PairCheck {
  readonly channel: string;
  readonly check: PairCheckId;
  readonly verdict: "pass" | "warn" | "stop";
  /** What was measured, in words. */
  readonly reason: string;
}

/**
 * Four questions for each channel: is its spend part of the KPI, is it computed from the KPI, does a control move with it,
 * can its effect be told at all.
 *
 * @returns channels in the history's order, four checks each.
 */
export function pairChecks(view: AuditView): PairCheck[] {
  return view.history.channels.flatMap((channel) => [
    inclusion(view, channel),
    inverseCausation(view, channel),
    movedControl(view, channel),
    identifiable(view, channel),
  ]);
}

function check(
  channel: ChannelHistory,
  id: PairCheckId,
  verdict: PairCheck["verdict"],
  reason: string,
): PairCheck {
  return { channel: channel.name, check: id, verdict, reason };
}

/** A KPI that holds the channel's own money would follow it exactly. */
function inclusion({ history }: AuditView, channel: ChannelHistory): PairCheck {
  const left = unexplainedBy(channel.spend, history.kpi.values);
  const verdict = isIncluded(channel.spend, history.kpi.values) ? "stop" : "pass";
  return check(
    channel,
    "inclusion",
    verdict,
    `a straight line in the spend leaves ${percentOf(left)} of the KPI's variance`,
  );
}

/**
 * Spend that is a fixed share of the KPI is caused by it, as commissions are: the share varies little, and by less than half
 * as much as spend itself, which a steady budget beside steady sales would not.
 */
function inverseCausation({ history, rules }: AuditView, channel: ChannelHistory): PairCheck {
  const ratios = channel.spend.map((spend, week) => spend / (history.kpi.values[week] ?? 0));
  const known = ratios.filter((ratio) => Number.isFinite(ratio) && ratio > 0);
  if (known.length < 2)
    return check(channel, "inverse-causation", "pass", "too few weeks with spend to tell");
  const spread = variation(known);
  const follows = spread < rules.inverseCausationWarn && spread < 0.5 * variation(channel.spend);
  const reason = `spend as a share of the KPI varies by ${percentOf(spread)} of its mean, spend itself by ${percentOf(variation(channel.spend))}`;
  return check(channel, "inverse-causation", follows ? "warn" : "pass", reason);
}

function variation(values: Float64Array): number {
  const middle = mean(values);
  return middle > 0 ? sampleSd(values) / middle : 0;
}

/** A control that follows the channel's spend takes part of the channel's effect away. */
function movedControl({ history, rules }: AuditView, channel: ChannelHistory): PairCheck {
  const known = history.controls.map(({ name, values }) => ({ name, r: correlation(values, channel.spend) }));
  const most = known.sort((first, second) => Math.abs(second.r) - Math.abs(first.r))[0];
  if (most === undefined) return check(channel, "control-moved-by-media", "pass", "there are no controls");
  const verdict = Math.abs(most.r) >= rules.correlationAmber ? "warn" : "pass";
  const reason = `the control most alike is ${most.name}, r ${most.r.toFixed(2)}`;
  return check(channel, "control-moved-by-media", verdict, reason);
}

function identifiable({ facts, rules }: AuditView, channel: ChannelHistory): PairCheck {
  const own = facts.channels.find(({ name }) => name === channel.name);
  const twin = facts.pairs.find(({ first, second }) => first === channel.name || second === channel.name);
  const other = twin?.first === channel.name ? twin.second : twin?.first;
  const vif = own?.vif ?? 1;
  const r = twin?.r ?? 0;
  const inWords = `variance inflation ${vif.toFixed(1)}${other === undefined ? "" : `; most alike ${other}, r ${r.toFixed(2)}`}; r with the KPI ${(own?.kpiCorrelation ?? 0).toFixed(2)}`;
  const isDoubtful = vif >= rules.vifRed || Math.abs(r) >= rules.correlationRed;
  return check(channel, "identifiable", isDoubtful ? "warn" : "pass", inWords);
}

function percentOf(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
