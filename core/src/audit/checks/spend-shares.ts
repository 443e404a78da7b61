/** Spend that one channel dominates, channels too small to matter, and too many of them (J1, IN-61, A-77). */

import type { Finding } from "../../data/finding.ts";
import { listed, shareInWords } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** Up to three warnings. */
export function checkSpendShares(view: AuditView): Finding[] {
  return [...concentrated(view), ...small(view), ...tooMany(view)];
}

function concentrated(view: AuditView): Finding[] {
  const { channels } = view.facts;
  if (channels.length <= 2) return []; // of two channels one always holds half
  return channels
    .filter(({ spendShare }) => spendShare >= view.rules.concentrationShare)
    .map(({ name, spendShare }) =>
      judged(
        view,
        "warn",
        "J1",
        `${name} holds ${shareInWords(spendShare)} of all spend; the other channels are measured in its shadow.`,
        "Split it into its parts if the platform can (brand and performance, campaigns' aims).",
      ),
    );
}

function small(view: AuditView): Finding[] {
  const channels = view.facts.channels.filter(({ spendShare }) => spendShare < view.rules.smallShare);
  if (channels.length === 0 || view.facts.spendTotal === 0) return [];
  const named = listed(channels.map(({ name, spendShare }) => `${name} (${shareInWords(spendShare)})`));
  return [
    judged(
      view,
      "warn",
      "IN-61",
      `Too small a part of spend to show in the KPI: ${named}.`,
      "Merge them with a channel of the same kind.",
    ),
  ];
}

function tooMany(view: AuditView): Finding[] {
  const { channels } = view.facts;
  if (channels.length <= view.rules.channelsMax) return [];
  return [
    judged(
      view,
      "warn",
      "A-77",
      `There are ${channels.length} channels; these look like campaigns. A mix model can not judge single campaigns.`,
      "Add campaigns up to channels.",
    ),
  ];
}
