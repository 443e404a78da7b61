/** One key of the methodology: what it is set to, what it may be, and why (requirements §1X, decisions §7). */

export interface MethodologyRow {
  /** "room.field", e.g. "audit.vifAmber". */
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Requirement or decision that the value comes from. */
  readonly source: string;
  readonly reason: string;
}

/** The rows behind one room's rules: a row for every field, and no other. */
export type RowsOf<Rules> = { readonly [Field in keyof Rules]: Omit<MethodologyRow, "key"> };

/**
 * The rules of a room as its rows set them.
 *
 * @param rows - one row per field of the rules.
 * @returns field → value, e.g. `{ vifAmber: { value: 5, … } }` gives `{ vifAmber: 5 }`.
 */
export function defaultRules<Rules>(rows: RowsOf<Rules>): Rules {
  const entries = Object.entries<Omit<MethodologyRow, "key">>(rows);
  return Object.fromEntries(entries.map(([field, row]) => [field, row.value])) as Rules;
}
