/** What `marginal audit` can be told. */

import type { InputOptions } from "./inputs.ts";

export interface AuditOptions extends InputOptions {
  /** A typed list of tables instead of data. */
  readonly inventory?: string;
  /** Platform, warehouse and ledger side by side. */
  readonly reconcile?: string;
  /** ISO date of the plan's first day. */
  readonly start?: string;
  /** The audit as a workbook. */
  readonly out?: string;
}
