/** What a brief says of holidays: `baseline: { holidays: { market: US, retail: true } }`. */

import type { HolidaysBrief } from "./brief.ts";
import { choiceField, complain, onlyKeys, plainObject, type Section } from "./brief-fields.ts";
import { MARKETS } from "./holidays/market-rules.ts";
import { RETAIL_EVENTS } from "./holidays/retail-events.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * The market and its retail events.
 *
 * @returns null where holidays are not asked for or do not fit; `retail` left out or false takes no retail event,
 * true takes those usual in the market, a list takes those named.
 */
export function holidaysField(section: Section): HolidaysBrief | null {
  const stated = section.fields.holidays ?? null;
  if (stated === null) return null;
  const fields = plainObject(stated);
  if (fields === null) {
    complain(section, "holidays", "must name a market", 'Write "holidays: { market: US, retail: true }".');
    return null;
  }
  const own: Section = { ...section, fields, path: `${section.path}.holidays` };
  onlyKeys(own, ["market", "retail"]);
  if ((fields.market ?? null) === null)
    complain(own, "market", "is missing", `Write one of ${MARKETS.join(", ")}.`);
  const market = choiceField(own, "market", MARKETS);
  const retail = retailField(own);
  return market === null ? null : { market, retail };
}

function retailField(section: Section): HolidaysBrief["retail"] {
  const stated = section.fields.retail ?? false;
  if (stated === true) return "usual";
  if (stated === false) return [];
  if (!Array.isArray(stated)) {
    const remedy = `Write true, false or a list of ${RETAIL_EVENTS.join(", ")}.`;
    complain(section, "retail", "must be true, false or a list of names", remedy);
    return [];
  }
  return [...new Set(stated.flatMap((name, place) => retailName(section, name, place)))];
}

function retailName(section: Section, name: unknown, place: number): string[] {
  const asked = String(name);
  const known = RETAIL_EVENTS.find((event) => event.toLowerCase() === asked.toLowerCase());
  if (known !== undefined) return [known];
  const nearest = nearestName(asked, RETAIL_EVENTS) ?? "";
  const remedy = `Did you mean "${nearest}"? Known here: ${RETAIL_EVENTS.join(", ")}. Others can stand under "events".`;
  complain(section, `retail[${place}]`, `no retail event is called "${asked}"`, remedy);
  return [];
}
