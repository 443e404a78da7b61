/** All faults by name. */

import { DATES } from "./faults/dates.ts";
import type { Fault } from "./faults/fault.ts";
import { MEANING } from "./faults/meaning.ts";
import { NAMES } from "./faults/names.ts";
import { NUMBERS } from "./faults/numbers.ts";
import { SURROUNDINGS } from "./faults/surroundings.ts";

export const FAULTS: readonly Fault[] = [...SURROUNDINGS, ...DATES, ...NUMBERS, ...MEANING, ...NAMES];

/** @throws RangeError for a name that no fault has. */
export function faultNamed(name: string): Fault {
  const fault = FAULTS.find((each) => each.name === name);
  if (fault === undefined) throw new RangeError(`no fault is called "${name}"`);
  return fault;
}
