/** Reads the fields of a parsed YAML object one by one, naming the path of everything that does not fit. */

import { daysFromIso } from "./calendar.ts";
import type { Finding } from "./finding.ts";
import { nearestName } from "./nearest-name.ts";

/** An object of the brief, its path ("channels[2]") and the list that problems are added to. */
export interface Section {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly file: string;
  readonly problems: Finding[];
}

/** Adds a problem at a field's path. */
export function complain(section: Section, key: string, message: string, remedy: string): void {
  const place = key === "" ? section.path : pathOf(section, key);
  section.problems.push({
    code: "BRIEF",
    severity: "stop",
    where: { file: section.file, sheet: null, cell: null },
    message: place === "" ? message : `${place}: ${message}`,
    remedy,
  });
}

function pathOf(section: Section, key: string): string {
  return section.path === "" ? key : `${section.path}.${key}`;
}

/** A plain object, or null for anything else (lists and dates are no objects here). */
export function plainObject(value: unknown): Readonly<Record<string, unknown>> | null {
  const plain =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return plain ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Complains of every key that the section does not know, naming the nearest one that it does. */
export function onlyKeys(section: Section, known: readonly string[]): void {
  for (const key of Object.keys(section.fields)) {
    if (known.includes(key)) continue;
    const nearest = nearestName(key, known) ?? "";
    complain(section, key, "unknown key", `Did you mean "${nearest}"? Known here: ${known.join(", ")}.`);
  }
}

function field(section: Section, key: string): unknown {
  return Object.hasOwn(section.fields, key) ? (section.fields[key] ?? null) : null;
}

/** Text, or null where it is not given; numbers are taken as their text (a channel may be called 360). */
export function textField(section: Section, key: string): string | null {
  const value = field(section, key);
  if (value === null) return null;
  if (typeof value === "string" && value.trim() !== "") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  complain(section, key, "must be text", "Write a name, in quotes if it holds special characters.");
  return null;
}

/** Text that must be there; "" after a complaint. */
export function neededText(section: Section, key: string): string {
  const text = textField(section, key);
  if (text === null && field(section, key) === null) complain(section, key, "is missing", `Add "${key}".`);
  return text ?? "";
}

/** What a number must be. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** True when the minimum itself is too small. */
  readonly above?: number;
  readonly whole?: boolean;
}

/** A number within limits, or null where it is not given or does not fit. */
export function numberField(section: Section, key: string, limits: NumberLimits): number | null {
  const value = field(section, key);
  if (value === null) return null;
  if (typeof value === "number" && Number.isFinite(value) && fits(value, limits)) return value;
  complain(
    section,
    key,
    `must be ${limitWords(limits)}`,
    "Write a plain number such as 250000, without signs or commas.",
  );
  return null;
}

function fits(value: number, limits: NumberLimits): boolean {
  const {
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    above = Number.NEGATIVE_INFINITY,
  } = limits;
  return value >= min && value <= max && value > above && (limits.whole !== true || Number.isInteger(value));
}

function limitWords(limits: NumberLimits): string {
  const words = [limits.whole === true ? "a whole number" : "a number"];
  if (limits.min !== undefined) words.push(`of ${limits.min} or more`);
  if (limits.above !== undefined) words.push(`above ${limits.above}`);
  if (limits.max !== undefined) words.push(`up to ${limits.max}`);
  return words.join(" ");
}

/** One of a few words, or null where it is not given or is another. */
export function choiceField<Choice extends string>(
  section: Section,
  key: string,
  choices: readonly Choice[],
): Choice | null {
  const value = field(section, key);
  if (value === null) return null;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const nearest = typeof value === "string" ? `Did you mean "${nearestName(value, choices) ?? ""}"? ` : "";
  complain(section, key, `must be one of ${choices.join(", ")}`, `${nearest}Use one of these words.`);
  return null;
}

/** An ISO date, or null; YAML readers may hand it over as text or as a Date. */
export function dateField(section: Section, key: string): string | null {
  const value = field(section, key);
  if (value === null) return null;
  const text =
    value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString().slice(0, 10) : value;
  if (typeof text === "string" && daysFromIso(text) !== null) return text;
  complain(section, key, "must be a date", "Write it as YYYY-MM-DD.");
  return null;
}

/** A list, or an empty one where it is not given. */
export function listField(section: Section, key: string): readonly unknown[] {
  const value = field(section, key);
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  complain(section, key, "must be a list", 'Write one entry per line, each with "- " before it.');
  return [];
}

/** A nested section; an empty one where it is not given. */
export function sectionField(section: Section, key: string): Section {
  const value = field(section, key);
  const fields = value === null ? {} : plainObject(value);
  if (fields === null)
    complain(section, key, "must hold named fields", `Write "${key}:" and its fields indented below.`);
  return { ...section, fields: fields ?? {}, path: pathOf(section, key) };
}
