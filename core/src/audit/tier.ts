/** What may be shown of a result, by the weeks behind it, and the gates that forbid a fit. */

import type { Finding } from "../data/finding.ts";
import { counted } from "../data/wording.ts";
import type { AuditRules } from "./rules.ts";
import type { Dimension, Scorecard, Tier } from "./scorecard.ts";

/**
 * The tier of a history by its weeks.
 *
 * @returns e.g. 12 weeks are blocked, 29 blocked or prior-driven, 45 directional, 80 with a caveat, 110 full.
 */
export function tierOf(weeks: number, rules: AuditRules): Tier {
  if (weeks < rules.floorWeeks) return "blocked";
  if (weeks < rules.directionalWeeks) return rules.allowShort >= 1 ? "prior-driven" : "blocked";
  if (weeks < rules.caveatWeeks) return "directional";
  return weeks < rules.fullWeeks ? "caveat" : "full";
}

/** Why no model may be fitted, or null. */
export function refusalOf(
  weeks: number,
  dimensions: readonly Dimension[],
  findings: readonly Finding[],
  rules: AuditRules,
): Scorecard["refusal"] {
  if (weeks < rules.floorWeeks) {
    return {
      gate: "A-69",
      reason: `The table has ${counted(weeks, "week")}; below ${rules.floorWeeks} no model is run, whatever the settings.`,
      remedy: `Wait for ${counted(rules.floorWeeks - weeks, "more week")}, or export older weeks.`,
    };
  }
  if (tierOf(weeks, rules) === "blocked") {
    return {
      gate: "X-01",
      reason: `The table has ${counted(weeks, "week")}; below ${rules.directionalWeeks} the starting assumptions would decide, not the data.`,
      remedy: `Export older weeks, or test channels one by one (A/B or regional tests) until ${rules.directionalWeeks} weeks are there.`,
    };
  }
  return dimensionRefusal(dimensions) ?? findingRefusal(findings);
}

const BLOCKING = [
  { id: "spend", reason: "No channel has weekly spend." },
  { id: "kpi", reason: "The KPI is absent or never changes." },
] as const;

function dimensionRefusal(dimensions: readonly Dimension[]): Scorecard["refusal"] {
  for (const { id, reason } of BLOCKING) {
    const dimension = dimensions.find((one) => one.id === id);
    if (dimension?.score !== 1) continue;
    const gap = dimension.gaps.find(({ blocks }) => blocks) ?? dimension.gaps[0];
    return {
      gate: "1Y",
      reason,
      remedy: `Get ${gap?.missing ?? "the figures"} (${gap?.where ?? "shop or finance system"}; ${gap?.owner ?? "data analyst"}).`,
    };
  }
  return null;
}

function findingRefusal(findings: readonly Finding[]): Scorecard["refusal"] {
  const stop = findings.find(({ severity }) => severity === "stop");
  return stop === undefined ? null : { gate: stop.code, reason: stop.message, remedy: stop.remedy };
}
