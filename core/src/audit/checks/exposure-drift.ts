/** Exposure that does not follow spend: free reach, late booking, changing prices (IN-54, IN-55). */

import type { Finding } from "../../data/finding.ts";
import type { ChannelHistory } from "../../data/media-history.ts";
import { counted, plainNumber } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** Up to three warnings per channel that has exposure. */
export function checkExposure(view: AuditView): Finding[] {
  return view.history.channels.flatMap((channel) =>
    channel.exposure === null ? [] : exposureFindings(view, channel, channel.exposure),
  );
}

function exposureFindings(
  view: AuditView,
  { name, spend }: ChannelHistory,
  exposure: Float64Array,
): Finding[] {
  const free = exposure.filter((seen, week) => seen > 0 && spend[week] === 0).length;
  const unseen = spend.filter((paid, week) => paid > 0 && exposure[week] === 0).length;
  const drift = costDrift(spend, exposure);
  return [
    ...(free > 0
      ? [
          judged(
            view,
            "warn",
            "IN-54",
            `${name} was seen without spend in ${counted(free, "week")}.`,
            "Check whether organic reach is mixed in.",
          ),
        ]
      : []),
    ...(unseen > 0
      ? [
          judged(
            view,
            "warn",
            "IN-54",
            `${name} was paid without being seen in ${counted(unseen, "week")}.`,
            "Check whether spend is booked in the week it ran.",
          ),
        ]
      : []),
    ...(drift >= view.rules.costDrift
      ? [
          judged(
            view,
            "warn",
            "IN-55",
            `${name} pays ${plainNumber(drift)} times as much per exposure in one half of the history as in the other.`,
            "Read its plans as directions only: more spend no longer buys the same exposure.",
          ),
        ]
      : []),
  ];
}

/** Cost per exposure of the dearer half over that of the cheaper; 1 where a half has no exposure. */
function costDrift(spend: Float64Array, exposure: Float64Array): number {
  const middle = Math.floor(spend.length / 2);
  const cost = (from: number, to: number) => {
    let [paid, seen] = [0, 0];
    for (let week = from; week < to; week++) {
      paid += spend[week] ?? 0;
      seen += exposure[week] ?? 0;
    }
    return paid > 0 && seen > 0 ? paid / seen : null;
  };
  const [early, late] = [cost(0, middle), cost(middle, spend.length)];
  if (early === null || late === null) return 1;
  const ratio = Math.max(early / late, late / early);
  return Number.isFinite(ratio) ? ratio : 1;
}
