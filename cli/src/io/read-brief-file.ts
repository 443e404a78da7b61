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

/** Reads a brief (decisions §4); no path gives the empty brief, whose columns are then detected. */
export async function readBriefFile(path: string | undefined): Promise<BriefReading> {
  if (path === undefined) return { kind: "brief", brief: emptyBrief(), fields: null };
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return problem(`${path} can not be opened`, "check the path given to --brief");
  }
  try {
    // "core" keeps dates and codes such as "dmy" as the text that was typed
    const fields: unknown = parse(text, { schema: "core" });
    const reading = readBrief(fields, basename(path));
    return reading.kind === "brief" ? { ...reading, fields } : reading;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return problem(
      `${path} is not valid YAML: ${error.message}`,
      "mend that line; `marginal audit --help` shows an example",
    );
  }
}
