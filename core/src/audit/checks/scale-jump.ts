/** A column that changes its unit on the way, from thousands to single units (IN-43). */

import type { Finding } from "../../data/finding.ts";
import { plainNumber } from "../../data/wording.ts";
import { quantile } from "../../numerics/quantile.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** One warning per column (KPI or spend) whose live median jumps by `scaleJump`. */
export function checkScaleJumps(view: AuditView): Finding[] {
  const { history, rules } = view;
  const columns = [
    { name: history.kpi.name, values: history.kpi.values },
    ...history.channels.map(({ name, spend }) => ({ name, values: spend })),
  ];
  return columns.flatMap(({ name, values }) => {
    const jump = largestJump(values, rules.scaleJumpWeeks);
    if (jump === null || jump.ratio < rules.scaleJump) return [];
    return [
      judged(
        view,
        "warn",
        "IN-43",
        `${name} changes about ${plainNumber(jump.ratio)} times in size at the week of ${history.weeks[jump.week] ?? ""}; its unit may have changed.`,
        "Write the whole column in one unit.",
      ),
    ];
  });
}

/** Ratio of the medians of the live weeks just before and just after the week that parts them most. */
function largestJump(values: Float64Array, side: number): { week: number; ratio: number } | null {
  const live = Array.from(values, (value, week) => ({ value, week })).filter(({ value }) => value > 0);
  let best: { week: number; ratio: number } | null = null;
  for (let place = side; place <= live.length - side; place++) {
    const [before, after] = [
      median(live.slice(place - side, place)),
      median(live.slice(place, place + side)),
    ];
    const ratio = Math.max(before / after, after / before);
    if (Number.isFinite(ratio) && (best === null || ratio > best.ratio)) {
      best = { week: live[place]?.week ?? 0, ratio };
    }
  }
  return best;
}

function median(live: ReadonlyArray<{ readonly value: number }>): number {
  return quantile(Float64Array.from(live, ({ value }) => value).sort(), 0.5);
}
