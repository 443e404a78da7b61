/** The entries of a brief's lists: channels, controls, events, lift tests. */

import type { ChannelBrief, ControlBrief, EventBrief, LiftTest } from "./brief.ts";
import {
  choiceField,
  complain,
  dateField,
  neededText,
  numberField,
  onlyKeys,
  plainObject,
  type Section,
  textField,
} from "./brief-fields.ts";
import { adstockField, saturationField } from "./brief-methods.ts";
import { priorField } from "./brief-prior.ts";
import { currencyOf } from "./currency.ts";
import type { FxRate } from "./fx-rate.ts";

const CHANNEL_KEYS = [
  "name",
  "spend",
  "exposure",
  "group",
  "min",
  "max",
  "lockedUntil",
  "prior",
  "adstock",
  "saturation",
];
const LIFT_KEYS = ["channel", "start", "end", "spendDelta", "lift", "lower", "upper", "level", "unit"];

function entrySection(parent: Section, list: string, entry: unknown, place: number): Section {
  const fields = plainObject(entry);
  const section = { ...parent, fields: fields ?? {}, path: `${list}[${place}]` };
  if (fields === null) complain(section, "", "must hold named fields", "See examples/briefs for the form.");
  return section;
}

/** One channel; its spend column is called as the channel itself where no other header is given. */
export function readChannel(parent: Section, entry: unknown, place: number, currency: string): ChannelBrief {
  const section = entrySection(parent, "channels", entry, place);
  onlyKeys(section, CHANNEL_KEYS);
  const name = plainObject(entry) === null ? "" : neededText(section, "name");
  const [min, max] = [numberField(section, "min", { min: 0 }), numberField(section, "max", { min: 0 })];
  if (min !== null && max !== null && min > max) {
    complain(section, "min", `${min} is above max ${max}`, "Let min be at most max.");
  }
  return {
    name,
    spend: textField(section, "spend") ?? name,
    exposure: textField(section, "exposure"),
    group: choiceField(section, "group", ["brand", "performance", "content", "other"]) ?? "other",
    min,
    max,
    lockedUntil: dateField(section, "lockedUntil"),
    adstock: adstockField(section),
    saturation: saturationField(section),
    prior: priorField(section, currency),
  };
}

/** One control: a header, or a header with its type and sign. */
export function readControl(parent: Section, entry: unknown, place: number): ControlBrief {
  if (typeof entry === "string" && entry.trim() !== "") return { column: entry, type: "other", sign: null };
  const section = entrySection(parent, "controls", entry, place);
  if (plainObject(entry) === null) return { column: "", type: "other", sign: null };
  onlyKeys(section, ["column", "type", "sign"]);
  const types = ["price", "promo", "competitor", "macro", "weather", "holiday", "other"] as const;
  return {
    column: neededText(section, "column"),
    type: choiceField(section, "type", types) ?? "other",
    sign: choiceField(section, "sign", ["positive", "negative"]),
  };
}

/** One event: the header of a 0/1 column, or a name with dates. */
export function readEvent(parent: Section, entry: unknown, place: number): EventBrief {
  if (typeof entry === "string" && entry.trim() !== "") {
    return { name: entry, column: entry, start: null, end: null, shape: "pulse" };
  }
  const section = entrySection(parent, "events", entry, place);
  const event = { name: "", column: null, start: null, end: null, shape: "pulse" } as const;
  if (plainObject(entry) === null) return event;
  onlyKeys(section, ["name", "start", "end", "shape"]);
  const [start, end] = [dateField(section, "start"), dateField(section, "end")];
  if (start === null && section.fields.start === undefined) {
    complain(section, "start", "is missing", "Write the first day of the event as YYYY-MM-DD.");
  }
  if (start !== null && end !== null && end < start) {
    complain(
      section,
      "end",
      `${end} is before the start ${start}`,
      "Let the event end on or after its start.",
    );
  }
  const shape = choiceField(section, "shape", ["pulse", "step", "ramp"]) ?? "pulse";
  return { name: neededText(section, "name"), column: null, start, end, shape };
}

/** One lift test; lower ≤ lift ≤ upper, level in (0, 1). */
export function readLiftTest(parent: Section, entry: unknown, place: number): LiftTest {
  const section = entrySection(parent, "liftTests", entry, place);
  onlyKeys(section, LIFT_KEYS);
  const number = (key: string, limits: Parameters<typeof numberField>[2]) => {
    if (section.fields[key] === undefined) complain(section, key, "is missing", `Add "${key}".`);
    return numberField(section, key, limits) ?? 0;
  };
  const test: LiftTest = {
    channel: neededText(section, "channel"),
    start: neededDate(section, "start"),
    end: neededDate(section, "end"),
    spendDelta: number("spendDelta", {}),
    lift: number("lift", {}),
    lower: number("lower", {}),
    upper: number("upper", {}),
    level: number("level", { above: 0, max: 1 }),
    unit: choiceField(section, "unit", ["kpi", "percent"]) ?? "kpi",
  };
  if (!(test.lower <= test.lift && test.lift <= test.upper)) {
    complain(section, "lift", "must lie between lower and upper", "Check the interval: it may be reversed.");
  }
  if (test.end < test.start)
    complain(section, "end", "is before the start", "Let the test end after its start.");
  return test;
}

function neededDate(section: Section, key: string): string {
  if (section.fields[key] === undefined) complain(section, key, "is missing", "Write it as YYYY-MM-DD.");
  return dateField(section, key) ?? "";
}

/** One exchange rate. */
export function readFxRate(parent: Section, entry: unknown, place: number): FxRate {
  const section = entrySection(parent, "fx", entry, place);
  if (plainObject(entry) === null) return { currency: "", month: "", rate: 1, source: "" };
  onlyKeys(section, ["currency", "month", "rate", "source"]);
  const currency = currencyOf(neededText(section, "currency"));
  if (currency === null) complain(section, "currency", "is no currency", 'Write an ISO code such as "EUR".');
  const month = neededText(section, "month");
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    complain(section, "month", `"${month}" is no month`, 'Write e.g. "2024-01".');
  const rate = numberField(section, "rate", { above: 0 });
  if (rate === null)
    complain(
      section,
      "rate",
      "is missing",
      "Write how many units of the brief's currency one unit is worth.",
    );
  return { currency: currency ?? "", month, rate: rate ?? 1, source: textField(section, "source") ?? "" };
}
