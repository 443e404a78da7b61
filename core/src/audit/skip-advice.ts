/** When marketing mix modeling is the wrong tool, and what to use instead (D-19). */

import { counted, shareInWords } from "../data/wording.ts";
import type { AuditView } from "./audit-view.ts";
import { largestWeek } from "./dimensions/kpi.ts";
import type { AuditRules } from "./rules.ts";
import type { Scorecard } from "./scorecard.ts";

/** One situation in which a model misleads. */
export interface SkipAdvice {
  readonly id: "short" | "single-channel" | "structural-break" | "single-week";
  readonly situation: string;
  readonly applies: boolean;
  /** What the table shows, measured. */
  readonly evidence: string;
  /** The test or description to use instead. */
  readonly instead: string;
}

/** The code of a lasting shift among the findings. */
const BREAK = "IN-59";

/**
 * All four situations of D-19, each with what was measured, whether it applies or not.
 *
 * @param findings - of the scorecard: a lasting shift is found there (IN-59).
 */
export function skipAdvice(view: AuditView, findings: Scorecard["findings"]): SkipAdvice[] {
  const { facts, rules, history } = view;
  const live = facts.channels.filter(({ spendTotal }) => spendTotal > 0);
  const shift = findings.find(({ code }) => code === BREAK);
  const peak = largestWeek(view);
  return [
    shortAdvice(facts.weeks, rules),
    {
      id: "single-channel",
      situation: "a single channel or campaign",
      applies: live.length < 2,
      evidence: `${counted(live.length, "channel")} with spend`,
      instead: "a regional test: the campaign on in some regions, off in others",
    },
    {
      id: "structural-break",
      situation: "the business changed for good within the data",
      applies: shift !== undefined,
      evidence: shift?.message.replace(`${BREAK} `, "") ?? "no lasting shift of the KPI found",
      instead: "only the weeks after the change, or a before-and-after comparison with a control group",
    },
    {
      id: "single-week",
      situation: "one week decides the KPI",
      applies: peak.share > rules.singleWeekShare,
      evidence: `the week of ${peak.week} holds ${shareInWords(peak.share)} of the variance of ${history.kpi.name} that no event explains`,
      instead: "name that week as an event first; a description of it tells more than a model would",
    },
  ];
}

/** Too few weeks for any model. */
export function shortAdvice(weeks: number, rules: AuditRules): SkipAdvice {
  return {
    id: "short",
    situation: `fewer than ${rules.directionalWeeks} weeks`,
    applies: weeks < rules.directionalWeeks,
    evidence: `${counted(weeks, "week")} of data`,
    instead: "an A/B or regional test per channel now, the model once the weeks are there",
  };
}
