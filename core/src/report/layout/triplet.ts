/** The three neighboring columns of an estimate: mean, low, high, under one head that carries the level (C-25). */

import type { Interval } from "../../numerics/interval.ts";
import type { EstimateRole, PlannedCell } from "../workbook-plan.ts";
import { asEstimate } from "./cells.ts";
import type { TableColumn } from "./table.ts";

const ROLES: ReadonlyArray<readonly [EstimateRole, keyof Interval]> = [
  ["mean", "mean"],
  ["low", "lo"],
  ["high", "hi"],
];

export interface Triplet<Item> {
  /** Head above the three, without level: "ROAS". */
  readonly head: string;
  /** "90% CI". */
  readonly level: string;
  readonly cell: (item: Item, role: EstimateRole, row: number, field: keyof Interval) => PlannedCell;
  readonly total?: (role: EstimateRole, row: number, field: keyof Interval) => PlannedCell | null;
}

/** Three columns "mean | low | high" under "ROAS, 90% CI". */
export function tripletColumns<Item>(plan: Triplet<Item>): TableColumn<Item>[] {
  const { total } = plan;
  return ROLES.map(([role, field]) => ({
    group: `${plan.head}, ${plan.level}`,
    head: role,
    cell: (item, row) => asEstimate(plan.cell(item, role, row, field), role),
    ...(total === undefined ? {} : { total: (row: number) => estimateOrNull(total(role, row, field), role) }),
  }));
}

function estimateOrNull(cell: PlannedCell | null, role: EstimateRole): PlannedCell | null {
  return cell === null ? null : asEstimate(cell, role);
}
