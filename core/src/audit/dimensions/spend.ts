/** Dimension 2: whether every channel's spend stands by itself, week by week (requirements §1Y). */

import type { ChannelHistory } from "../../data/media-history.ts";
import { counted, listed, shareInWords } from "../../data/wording.ts";
import type { AuditView } from "../audit-view.ts";
import type { Dimension, Gap } from "../scorecard.ts";

const COLLECTIVE =
  /(?:^|[\s_\-/])(?:other|others|total|misc|miscellaneous|all|paid media|digital)(?:$|[\s_\-/])/i;
const MONTH = 7; // characters of an ISO date that name year and month

/**
 * Score 4 for separate, actual weekly spend; lower for bundled, monthly or rare spend; 1 for none. 5 needs a
 * reconciliation with the ledger within 5 % (A-51), which a table alone can not show.
 */
export function spendDimension(view: AuditView): Dimension {
  const { facts } = view;
  const sparse = facts.channels.filter(({ zeroShare }) => zeroShare > view.rules.sparseShare);
  const bundled = bundledChannels(view);
  const monthly = view.history.channels.filter((channel) => isMonthly(view, channel));
  const separate = `${counted(facts.channels.length, "channel")} with weekly spend`;
  const notes = [
    primaryNote(view),
    sparse.length > 0 ? `mostly resting: ${listed(sparse.map(({ name }) => name))}` : null,
    bundled.length > 0 ? `bundled: ${listed(bundled)}` : null,
    monthly.length > 0 ? `monthly figures split up: ${listed(monthly.map(({ name }) => name))}` : null,
    ledgerNote(view),
  ].filter((note) => note !== null);
  return {
    id: "spend",
    score: score(view, sparse.length, bundled.length, monthly.length),
    evidence: facts.spendTotal > 0 ? `${[separate, ...notes].join("; ")}.` : "No channel has any spend.",
    gaps: [...noneGap(view), ...bundledGap(bundled), ...monthlyGap(monthly), ...ledgerGap(view)],
    limit: limitOf(view, sparse.length),
  };
}

function score(view: AuditView, sparse: number, bundled: number, monthly: number): number {
  if (!(view.facts.spendTotal > 0)) return 1;
  if (monthly > 0) return 2;
  if (bundled > 0 || sparse > view.rules.sparseChannelsMax) return 3;
  return sparse === 0 && isReconciled(view) ? 5 : 4;
}

/** No work makes a channel that rests speak: the share of resting channels bounds the score. */
function limitOf({ rules }: AuditView, sparse: number): number {
  if (sparse > rules.sparseChannelsMax) return 3;
  return sparse > 0 ? 4 : 5;
}

function isReconciled({ reconciliation, rules }: AuditView): boolean {
  const gap = reconciliation?.mediaGap ?? null;
  return gap !== null && gap <= rules.reconciliationGap;
}

function ledgerNote({ reconciliation }: AuditView): string | null {
  const gap = reconciliation?.mediaGap ?? null;
  return gap === null ? null : `largest gap to the books ${shareInWords(gap)}`;
}

/** The largest channels that hold `primaryShare` of spend together, and whether they are always on. */
function primaryNote({ facts, rules }: AuditView): string | null {
  const byShare = [...facts.channels].sort((first, second) => second.spendShare - first.spendShare);
  let covered = 0;
  const primary = byShare.filter(({ spendShare }) => {
    const needed = covered < rules.primaryShare;
    covered += spendShare;
    return needed && spendShare > 0;
  });
  const pausing = primary.filter(({ zeroShare }) => zeroShare >= rules.primaryZeroShare);
  if (pausing.length === 0) return null;
  return `primary channels that pause often: ${listed(pausing.map(({ name }) => name))}`;
}

function bundledChannels({ history, facts, rules }: AuditView): string[] {
  return history.channels
    .filter(
      ({ name }, place) =>
        COLLECTIVE.test(name) && (facts.channels[place]?.spendShare ?? 0) >= rules.bundledShare,
    )
    .map(({ name }) => name);
}

/** Spread over days by an answer (IN-25), or equal in nearly all neighboring weeks of one month and no other. */
function isMonthly({ history, rules }: AuditView, { spend, column }: ChannelHistory): boolean {
  const made = history.imputed.find((one) => one.column === column)?.cells ?? 0;
  if (made >= rules.monthlyShare * spend.length) return true;
  let [pairs, equal] = [0, 0];
  for (let week = 1; week < spend.length; week++) {
    const sameMonth = history.weeks[week]?.slice(0, MONTH) === history.weeks[week - 1]?.slice(0, MONTH);
    if (!sameMonth || !((spend[week] ?? 0) > 0) || !((spend[week - 1] ?? 0) > 0)) continue;
    pairs++;
    if (spend[week] === spend[week - 1]) equal++;
  }
  const levels = new Set(spend.filter((value) => value > 0)).size;
  return pairs > 2 && levels > 2 && equal >= rules.monthlyShare * pairs;
}

/** Without figures from the ledger they are missing; with a gap that is too large it is the gap that wants explaining. */
function ledgerGap(view: AuditView): Gap[] {
  if (isReconciled(view)) return [];
  const gap = view.reconciliation?.mediaGap ?? null;
  return gap === null
    ? [LEDGER_GAP]
    : [{ ...LEDGER_GAP, missing: "an explanation of the gap between media spend and the ledger" }];
}

const LEDGER_GAP: Gap = {
  ceiling: 4,
  missing: "a reconciliation of media spend with the general ledger",
  where: "month-end close of the general ledger",
  owner: "finance",
  effort: "about 1 week",
  weeks: 1,
  blocks: false,
};

function noneGap({ facts }: AuditView): Gap[] {
  if (facts.spendTotal > 0) return [];
  return [
    {
      missing: "weekly spend per channel",
      where: "ad platform exports and agency invoices",
      owner: "media manager",
      effort: "about 2 weeks",
      weeks: 2,
      blocks: true,
      ceiling: 1,
    },
  ];
}

function bundledGap(bundled: readonly string[]): Gap[] {
  if (bundled.length === 0) return [];
  return [
    {
      missing: `${listed(bundled)} split into its channels`,
      where: "ad platform exports",
      owner: "media manager",
      effort: "about 1 week",
      weeks: 1,
      blocks: false,
      ceiling: 3,
    },
  ];
}

function monthlyGap(monthly: readonly ChannelHistory[]): Gap[] {
  if (monthly.length === 0) return [];
  return [
    {
      missing: `actual weekly spend of ${listed(monthly.map(({ name }) => name))}`,
      where: "the agency's booking schedules",
      owner: "media agency",
      effort: "about 2 weeks",
      weeks: 2,
      blocks: false,
      ceiling: 2,
    },
  ];
}
