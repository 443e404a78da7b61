/** Channels that rise and fall together: their effects blur, or can not be told apart at all (X-16, IN-52). */

import type { Finding } from "../../data/finding.ts";
import { listed, plainNumber } from "../../data/wording.ts";
import { type AuditView, judged } from "../audit-view.ts";

const REMEDY =
  "Merge the channels, or let one run while the other pauses for some weeks; until then read their effects as a sum.";

/** One finding per level: block (stops), red and amber; pairs by |r| and channels by VIF with intercept. */
export function checkCollinearity(view: AuditView): Finding[] {
  const { rules } = view;
  const blocked = phrases(view, [rules.correlationBlock, 2], [rules.vifBlock, Number.POSITIVE_INFINITY]);
  const red = phrases(view, [rules.correlationRed, rules.correlationBlock], [rules.vifRed, rules.vifBlock]);
  const amber = phrases(view, [rules.correlationAmber, rules.correlationRed], [rules.vifAmber, rules.vifRed]);
  return [
    ...(blocked.length > 0
      ? [
          judged(
            view,
            "stop",
            "X-16",
            `Channels are one and the same to the data: ${listed(blocked)}.`,
            REMEDY,
          ),
        ]
      : []),
    ...(red.length > 0
      ? [judged(view, "warn", "IN-52", `Channels can hardly be told apart: ${listed(red)}.`, REMEDY)]
      : []),
    ...(amber.length > 0
      ? [judged(view, "warn", "X-16", `Channels move partly together: ${listed(amber)}.`, REMEDY)]
      : []),
  ];
}

type Band = readonly [from: number, below: number];

function phrases({ facts }: AuditView, correlation: Band, inflation: Band): string[] {
  const pairs = facts.pairs.filter(({ r }) => within(Math.abs(r), correlation));
  const channels = facts.channels.filter(({ vif }) => within(vif, inflation));
  return [
    ...pairs.map(({ first, second, r }) => `${first} with ${second} (r ${plainNumber(r)})`),
    ...channels.map(({ name, vif }) => `${name} with the others (VIF ${plainNumber(vif)})`),
  ];
}

function within(value: number, [from, below]: Band): boolean {
  return value >= from && value < below;
}
