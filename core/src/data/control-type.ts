/** The type of a control by the words of its name. */

import type { ControlType } from "./brief.ts";

const TYPES: ReadonlyArray<readonly [RegExp, ControlType]> = [
  [/promo|discount|mrkdn|markdown/i, "promo"],
  [/price|pricing/i, "price"],
  [/compet/i, "competitor"],
  [/weather|temp|rain/i, "weather"],
  [/holiday/i, "holiday"],
  [/cpi|inflation|unemploy|macro|confidence|index|gas/i, "macro"],
];

/** E.g. "consumer_confidence" is "macro", "stores" is "other". */
export function controlType(header: string): ControlType {
  return TYPES.find(([words]) => words.test(header))?.[1] ?? "other";
}
