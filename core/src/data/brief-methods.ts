/** What a channel of the brief says of its carryover and its saturation. */

import type { AdstockChoice, SaturationChoice } from "./brief.ts";
import { choiceField, complain, numberField, onlyKeys, plainObject, type Section } from "./brief-fields.ts";

const ADSTOCKS = ["geometric", "infinite", "none"] as const;
const SATURATIONS = ["hill", "logistic", "michaelis-menten", "tanh", "power", "none"] as const;

/**
 * The channel's carryover: a word, or `{ kind: geometric, maxLag: 8 }`.
 *
 * @returns null where it is not stated or does not fit.
 */
export function adstockField(section: Section): AdstockChoice | null {
  const fields = plainObject(section.fields.adstock);
  if (fields === null) return adstockOf(choiceField(section, "adstock", ADSTOCKS), null);
  const own: Section = { ...section, fields, path: `${section.path}.adstock` };
  onlyKeys(own, ["kind", "maxLag"]);
  const kind = choiceField(own, "kind", ADSTOCKS);
  const maxLag = numberField(own, "maxLag", { min: 1, whole: true });
  if (fields.kind === undefined) complain(own, "kind", "is missing", `Write one of ${ADSTOCKS.join(", ")}.`);
  if (maxLag !== null && kind !== null && kind !== "geometric") {
    const message = `only geometric adstock has a last lag, "${kind}" has none`;
    complain(own, "maxLag", message, 'Leave maxLag out, or write "kind: geometric".');
  }
  return adstockOf(kind, maxLag);
}

function adstockOf(kind: AdstockChoice["kind"] | null, maxLag: number | null): AdstockChoice | null {
  return kind === "geometric" ? { kind, maxLag } : kind === null ? null : { kind };
}

/** The channel's saturation, or null where it is not stated or is no known word. */
export function saturationField(section: Section): SaturationChoice | null {
  return choiceField(section, "saturation", SATURATIONS);
}
