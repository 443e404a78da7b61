/** The methodology: every threshold and default of the method, as rows that can be read, changed and approved. */

import type { AttributeRules } from "../attribute/rules.ts";
import type { AuditRules } from "../audit/rules.ts";
import type { DataRules } from "../data/rules.ts";
import type { DiagnoseRules } from "../diagnose/rules.ts";
import type { ModelRules } from "../model/rules.ts";
import type { OptimizeRules } from "../optimize/rules.ts";
import type { PlanRules } from "../plan/rules.ts";
import type { SampleRules } from "../sample/rules.ts";
import type { MethodologyRow, RowsOf } from "./methodology-row.ts";
import { ATTRIBUTE_ROWS } from "./rows/attribute-rows.ts";
import { AUDIT_ROWS } from "./rows/audit-rows.ts";
import { DATA_ROWS } from "./rows/data-rows.ts";
import { DIAGNOSE_ROWS } from "./rows/diagnose-rows.ts";
import { MODEL_ROWS } from "./rows/model-rows.ts";
import { OPTIMIZE_ROWS } from "./rows/optimize-rows.ts";
import { PLAN_ROWS } from "./rows/plan-rows.ts";
import { REPORT_ROWS, type ReportRules } from "./rows/report-rows.ts";
import { SAMPLE_ROWS } from "./rows/sample-rows.ts";
import { methodologyVersion } from "./run-key.ts";

/** The rules of every room that obeys some. */
export interface Rules {
  readonly data: DataRules;
  readonly audit: AuditRules;
  readonly model: ModelRules;
  readonly sample: SampleRules;
  readonly diagnose: DiagnoseRules;
  readonly attribute: AttributeRules;
  readonly optimize: OptimizeRules;
  readonly plan: PlanRules;
  readonly report: ReportRules;
}

export interface Methodology {
  /** Release and fingerprint of the values, e.g. "1.0-3f2a90c1". */
  readonly version: string;
  readonly rows: readonly MethodologyRow[];
  readonly rules: Rules;
}

/** Counts up when a default, its meaning or its rows change. */
const RELEASE = "1.0";

const ROWS: { readonly [Room in keyof Rules]: RowsOf<Rules[Room]> } = {
  data: DATA_ROWS,
  audit: AUDIT_ROWS,
  model: MODEL_ROWS,
  sample: SAMPLE_ROWS,
  diagnose: DIAGNOSE_ROWS,
  attribute: ATTRIBUTE_ROWS,
  optimize: OPTIMIZE_ROWS,
  plan: PLAN_ROWS,
  report: REPORT_ROWS,
};

/**
 * The default methodology, with some keys set otherwise.
 *
 * @param changes - key → value, e.g. `{ "audit.allowShort": 1 }`; each within its row's min and max.
 * @throws RangeError for an unknown key or a value outside its row's range.
 */
export function methodology(changes: Readonly<Record<string, number>> = {}): Methodology {
  const rows = Object.entries(ROWS).flatMap(([room, bodies]) =>
    Object.entries<Omit<MethodologyRow, "key">>(bodies).map(([field, body]) => ({
      key: `${room}.${field}`,
      ...body,
    })),
  );
  for (const [key, value] of Object.entries(changes)) assertWithin(rows, key, value);
  const changed = rows.map((row) => ({ ...row, value: changes[row.key] ?? row.value }));
  return { version: methodologyVersion(RELEASE, changed), rows: changed, rules: rulesOf(changed) };
}

function assertWithin(rows: readonly MethodologyRow[], key: string, value: number): void {
  const row = rows.find((candidate) => candidate.key === key);
  if (row === undefined) throw new RangeError(`no methodology key "${key}"`);
  if (!(value >= row.min && value <= row.max)) {
    throw new RangeError(`${key} must be ${row.min} to ${row.max}, not ${value}`);
  }
}

function rulesOf(rows: readonly MethodologyRow[]): Rules {
  const rules: Record<string, Record<string, number>> = {};
  for (const { key, value } of rows) {
    const [room, field] = key.split(".");
    rules[room] = { ...rules[room], [field]: value };
  }
  return rules as unknown as Rules;
}
