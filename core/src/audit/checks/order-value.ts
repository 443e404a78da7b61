/** Whether the KPI's unit is believable: the value of one order (IN-56). */

import type { Finding } from "../../data/finding.ts";
import { plainNumber } from "../../data/wording.ts";
import { mean } from "../../numerics/moments.ts";
import { type AuditView, judged } from "../audit-view.ts";

/** A warning when money per order is out of range; nothing where no count of orders is known. */
export function checkOrderValue(view: AuditView): Finding[] {
  const { history, rules } = view;
  const value = orderValue(view);
  if (value === null || (value >= rules.orderValueMin && value <= rules.orderValueMax)) return [];
  return [
    judged(
      view,
      "warn",
      "IN-56",
      `One ${history.kpi.kind === "money" ? "order" : `unit of ${history.kpi.name}`} is worth ${plainNumber(value)} ${history.currency} on average; that is hard to believe, and the currency or its scale may be wrong.`,
      "Check the currency and the scale of the KPI with finance before money is moved on these figures.",
    ),
  ];
}

/** Currency per order: KPI over orders, or the stated revenue per KPI unit; null when neither is known. */
function orderValue({ history, orders }: AuditView): number | null {
  const { kind, values, revenuePerKpi } = history.kpi;
  if (kind === "count") return revenuePerKpi === null ? null : mean(revenuePerKpi);
  const count = orders === null ? 0 : mean(orders.values);
  return count > 0 ? mean(values) / count : null;
}
