/** Channels that can not enter a model: constant, never spent, too young, doubled, or computed from the KPI. */

import { correlation, isConstant, mean, sampleSd } from "../numerics/moments.ts";
import type { ChannelHistory, LeftOut } from "./media-history.ts";
import { at, found, joinNotes, NO_NOTES, type Noted, type Notes, type Source } from "./notes.ts";
import { isUndone, mended, type RepairCode, unmended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import { counted } from "./wording.ts";

/** A channel with the place of its column. */
export interface ScreenedChannel extends ChannelHistory {
  /** A1 range of the spend column. */
  readonly range: string;
  /** [filled cell] week of the window whose spend an answer filled in: no evidence of what the column is. */
  readonly filled: readonly number[];
}

export interface Screened {
  readonly channels: readonly ScreenedChannel[];
  readonly leftOut: readonly LeftOut[];
}

const ROUNDING = 1e-6; // share of a total that rounding each part to cents may lose

/**
 * Sets aside what no model can learn from and stops at what would mislead it (IN-46, IN-47, IN-49, IN-51 … IN-53).
 *
 * @param channels - every channel of the brief with spend on consecutive weeks.
 * @param kpi - [week].
 * @param answers - "IN-49:<channel>" answered with "undo" lets a young channel in.
 * @returns the channels that stay, and why the others do not; e.g. a channel with 12 live weeks waits for its 13th.
 */
export function screenChannels(
  source: Source,
  channels: readonly ScreenedChannel[],
  kpi: Float64Array,
  rules: DataRules,
  answers: Readonly<Record<string, string>>,
): Noted<Screened> {
  const early = channels.filter((channel) => entersEarly(channel, rules, answers));
  const judged = channels.map((channel) => ({
    channel,
    reason: early.includes(channel) ? null : reasonToWait(channel, rules),
  }));
  const kept = judged.flatMap(({ channel, reason }) => (reason === null ? [channel] : []));
  const out = judged.flatMap(({ channel, reason }) => (reason === null ? [] : [{ channel, ...reason }]));
  const leftOut = out.map(({ channel, code, why }) => ({
    name: channel.name,
    code,
    reason: why,
    spend: channel.spend.reduce((sum, week) => sum + week, 0),
  }));
  return {
    value: { channels: kept, leftOut },
    notes: joinNotes(
      ...out.map(({ channel, ...reason }) => leaveOut(source, channel.name, channel.range, reason)),
      ...early.map((channel) => letIn(source, channel)),
      noneLeft(source, kept, channels),
      sumsOfOthers(source, kept),
      copies(source, kept, rules),
      ...kept.map((channel) => computedFromKpi(source, channel, kpi, rules)),
    ),
  };
}

/** Why a column does not enter the model, and what would let it. */
interface Reason {
  readonly code: Extract<RepairCode, "IN-46" | "IN-47" | "IN-49">;
  readonly why: string;
  readonly remedy: string;
}

/** Where a column that can not enter may simply be what it is. */
export const CORRECT_THE_COLUMN: string = "Nothing to do if that is right; otherwise correct the column.";

function reasonToWait(channel: ScreenedChannel, rules: DataRules): Reason | null {
  const weeks = channel.spend.length;
  const live = channel.spend.filter((spend) => spend > 0).length;
  if (live === 0)
    return { code: "IN-47", why: "no spend in any week of the table", remedy: CORRECT_THE_COLUMN };
  if (weeks > 1 && isConstant(channel.spend)) {
    return {
      code: "IN-46",
      why: "the same spend every week, so that its effect can not be told from the baseline",
      remedy:
        "Pause it or raise it for some weeks, or run a lift test: only change can show an effect. If the spend did change, correct the column.",
    };
  }
  // A table shorter than the wait is refused as a whole by the audit, not channel by channel.
  if (weeks < rules.channelWaitWeeks || live >= rules.channelWaitWeeks) return null;
  const left = rules.channelWaitWeeks - live;
  return {
    code: "IN-49",
    why: `only ${counted(live, "week")} with spend; ${counted(left, "more week")} to wait`,
    remedy:
      "It enters by itself once it has enough weeks with spend; until then merge it with a channel of its kind, or run a lift test.",
  };
}

/** The notes for a channel or control that does not enter the model. */
export function leaveOut(source: Source, name: string, range: string, { code, why, remedy }: Reason): Notes {
  const where = at(source, range);
  return joinNotes(
    mended({
      code,
      where,
      before: name,
      after: "(left out of the model)",
      place: name,
      ...(code === "IN-49" ? {} : { fixed: `no model can learn from it: ${why}` }),
    }),
    found("warn", code, where, `${code} "${name}" is left out of the model: ${why}.`, remedy),
  );
}

/** A channel that would wait, had the user not let it in. */
function entersEarly(
  channel: ScreenedChannel,
  rules: DataRules,
  answers: Readonly<Record<string, string>>,
): boolean {
  return isUndone(answers, "IN-49", channel.name) && reasonToWait(channel, rules)?.code === "IN-49";
}

function letIn(source: Source, { name, range, spend }: ScreenedChannel): Notes {
  const where = at(source, range);
  const live = spend.filter((week) => week > 0).length;
  const message = `IN-49 "${name}" enters the model on your word with only ${counted(live, "week")} of spend: what is said of it rests on its prior.`;
  return joinNotes(
    unmended({ code: "IN-49", where, before: name, place: name }),
    found("warn", "IN-49", where, message, `Take "IN-49:${name}" out of the answers to let it wait.`),
  );
}

function noneLeft(source: Source, kept: readonly unknown[], all: readonly ScreenedChannel[]): Notes {
  if (kept.length > 0 || all.length === 0) return NO_NOTES;
  const remedy = "Give at least one channel whose spend changes from week to week, for 13 weeks or more.";
  return found(
    "stop",
    "IN-49",
    at(source, null),
    "IN-49 No channel is left that a model could learn from.",
    remedy,
  );
}

/** Weeks in which no spend was filled in. */
function knownWeeks(channels: readonly ScreenedChannel[]): number[] {
  const filled = new Set(channels.flatMap((channel) => channel.filled));
  const weeks = channels[0]?.spend.length ?? 0;
  return Array.from({ length: weeks }, (_, week) => week).filter((week) => !filled.has(week));
}

/** A total beside its parts counts the same money twice (IN-51). */
function sumsOfOthers(source: Source, channels: readonly ScreenedChannel[]): Notes {
  if (channels.length <= 2) return NO_NOTES;
  const weeks = knownWeeks(channels);
  const sums = weeks.map((week) => channels.reduce((sum, { spend }) => sum + (spend[week] ?? 0), 0));
  const total = channels.find(
    ({ spend }) =>
      weeks.length > 0 &&
      sums.every((sum, place) => Math.abs(sum - 2 * (spend[weeks[place] ?? 0] ?? 0)) <= ROUNDING * sum),
  );
  if (total === undefined) return NO_NOTES;
  return found(
    "stop",
    "IN-51",
    at(source, total.range),
    `IN-51 "${total.name}" is the sum of all other channels in every week.`,
    "Keep either the total or its parts: take one of them out of the brief or the table.",
  );
}

function copies(source: Source, channels: readonly ScreenedChannel[], rules: DataRules): Notes {
  const notes: Notes[] = [];
  channels.forEach((first, place) => {
    for (const second of channels.slice(place + 1)) {
      const weeks = knownWeeks([first, second]);
      const known = ({ spend }: ScreenedChannel) => Float64Array.from(weeks, (week) => spend[week] ?? 0);
      if (!(Math.abs(correlation(known(first), known(second))) >= rules.perfectCorrelation)) continue;
      notes.push(
        found(
          "stop",
          "IN-52",
          at(source, second.range),
          `IN-52 "${first.name}" and "${second.name}" rise and fall together exactly, in every week.`,
          "Merge them into one channel, or drop one: no data can tell their effects apart.",
        ),
      );
    }
  });
  return joinNotes(...notes);
}

/** Commission that follows the KPI is an effect of sales, not their cause (IN-53). */
function computedFromKpi(
  source: Source,
  channel: ScreenedChannel,
  kpi: Float64Array,
  rules: DataRules,
): Notes {
  // a week of more returns than sales has no share to speak of
  const weeks = knownWeeks([channel]).filter((week) => (kpi[week] ?? 0) > 0);
  if (weeks.length < rules.channelWaitWeeks) return NO_NOTES;
  const ratio = Float64Array.from(weeks, (week) => (channel.spend[week] ?? 0) / (kpi[week] ?? 1));
  const center = mean(ratio);
  if (!(center > 0) || isConstant(kpi) || sampleSd(ratio) / center >= rules.inverseCausationVariation) {
    return NO_NOTES;
  }
  return found(
    "stop",
    "IN-53",
    at(source, channel.range),
    `IN-53 Spend of "${channel.name}" is the same share of the KPI every week, as commission is: it follows sales instead of causing them.`,
    "Take the channel out of the brief; treat the commission as a cost of sales.",
  );
}
