/** Controls that media itself moves, or that copy the KPI: they would take the media's effect away (IN-64). */

import type { Finding } from "../../data/finding.ts";
import { correlation } from "../../numerics/moments.ts";
import { type AuditView, judged } from "../audit-view.ts";

const MOVED_BY_MEDIA =
  /brand(?:ed)?[\s_-]*search|direct[\s_-]*traffic|(?:site|web|website)[\s_-]*(?:visits|traffic|sessions)/i;

/** One warning per control named like a mediator, or equal to the KPI of the same or the last week. */
export function checkMediators(view: AuditView): Finding[] {
  const { history, rules } = view;
  const kpi = history.kpi.values;
  return history.controls.flatMap(({ name, values }) => {
    const same = Math.abs(correlation(values, kpi)) >= rules.correlationBlock;
    const lagged = Math.abs(correlation(values.subarray(1), kpi.subarray(0, -1))) >= rules.correlationBlock;
    if (!same && !lagged && !MOVED_BY_MEDIA.test(name)) return [];
    const why =
      same || lagged
        ? `is the KPI itself${lagged ? " of the week before" : ""} in another form`
        : "rises when media works, so that it takes part of the media's effect";
    return [judged(view, "warn", "IN-64", `The control ${name} ${why}.`, "Take it out of the controls.")];
  });
}
