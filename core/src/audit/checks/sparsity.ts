/** Channels that rest in most weeks (IN-48, B-19). */

import type { Finding } from "../../data/finding.ts";
import { shareInWords } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** One warning per sparse channel; from `mergeShare` on it proposes a merger. */
export function checkSparsity(view: AuditView): Finding[] {
  const { facts, rules } = view;
  return facts.channels
    .filter(({ zeroShare }) => zeroShare > rules.sparseShare)
    .map(({ name, zeroShare }) => {
      const rare = zeroShare > rules.mergeShare;
      return judged(
        view,
        "warn",
        "IN-48",
        `${name} has no spend in ${shareInWords(zeroShare)} of the weeks; its effect may not be identifiable.`,
        rare
          ? "Merge it with a channel of the same kind."
          : "Read its interval rather than its mean, or spread its spend over more weeks.",
      );
    });
}
