/** A YAML file → a brief, or what is wrong with it. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Brief, emptyBrief, type Finding, readBrief } from "@mmm/core";
import { parse, YAMLParseError } from "yaml";
import { type FileProblem, problem } from "./problem.ts";

export type BriefReading =
  /** `fields` are as the user wrote them. */
  | { readonly kind: "brief"; readonly brief: Brief; readonly fields: unknown }
  | FileProblem
  | { readonly kind: "problems"; readonly problems: readonly Finding[] };

/**
 * Reads a brief (decisions §4); no path gives the empty brief, whose columns are then detected.
 *
 * @param lifts - lift tests of other files (C-04), added to the brief's own.
 */
export async function readBriefFile(
  path: string | undefined,
  lifts: readonly unknown[] = [],
): Promise<BriefReading> {
  if (path === undefined && lifts.length === 0) return { kind: "brief", brief: emptyBrief(), fields: null };
  if (path === undefined) return checked({}, lifts, "lift tests");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return problem(`${path} can not be opened`, "check the path given to --brief");
  }
  try {
    // "core" keeps dates and codes such as "dmy" as the text that was typed
    return checked(parse(text, { schema: "core" }), lifts, basename(path));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return problem(
      `${path} is not valid YAML: ${error.message}`,
      "mend that line; `marginal audit --help` shows an example",
    );
  }
}

function checked(fields: unknown, lifts: readonly unknown[], file: string): BriefReading {
  const reading = readBrief(withLifts(fields, lifts), file);
  return reading.kind === "brief" ? { ...reading, fields } : reading;
}

function withLifts(fields: unknown, lifts: readonly unknown[]): unknown {
  if (lifts.length === 0 || typeof fields !== "object") return fields;
  const own = fields === null ? [] : Reflect.get(fields, "liftTests");
  return { ...fields, liftTests: [...(Array.isArray(own) ? own : []), ...lifts] };
}
