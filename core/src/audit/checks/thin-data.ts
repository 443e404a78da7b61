/** Few weeks for many parameters: the priors then decide (X-01, D-25). */

import type { Finding } from "../../data/finding.ts";
import { counted, plainNumber } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** A warning below `observationsPerParameterMin` weeks per parameter. */
export function checkThinData(view: AuditView): Finding[] {
  const { facts, rules } = view;
  if (facts.observationsPerParameter >= rules.observationsPerParameterMin) return [];
  return [
    judged(
      view,
      "warn",
      "X-01",
      `There are ${plainNumber(facts.observationsPerParameter)} weeks per quantity to be estimated (${counted(facts.weeks, "week")}, ${counted(facts.channels.length, "channel")}).`,
      "Add older weeks, or merge channels; each result shows whether it comes from the data or from the starting assumptions.",
    ),
  ];
}
