/** A YAML file of answers → question id and choice, or what is wrong with it. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Brief, readBrief } from "@mmm/core";
import { parse, YAMLParseError } from "yaml";
import { type FileProblem, problem } from "./problem.ts";

export type AnswersReading = { readonly kind: "answers"; readonly answers: Brief["answers"] } | FileProblem;

/** Reads answers, either by themselves (`IN-15: dmy`) or under `answers:` as a brief has them; no path gives none. */
export async function readAnswersFile(path: string | undefined): Promise<AnswersReading> {
  if (path === undefined) return { kind: "answers", answers: {} };
  let fields: unknown;
  try {
    fields = parse(await readFile(path, "utf8"), { schema: "core" });
  } catch (error) {
    if (error instanceof YAMLParseError)
      return problem(
        `${path} is not valid YAML: ${error.message}`,
        'write one answer per line: "IN-15: dmy"',
      );
    return problem(`${path} can not be opened`, "check the path given to --answers");
  }
  const hasBriefForm = typeof fields === "object" && fields !== null && Object.hasOwn(fields, "answers");
  const reading = readBrief(hasBriefForm ? fields : { answers: fields }, basename(path));
  if (reading.kind === "brief") return { kind: "answers", answers: reading.brief.answers };
  const [first] = reading.problems;
  return problem(`${path}: ${first?.message ?? "is no list of answers"}`, first?.remedy ?? "");
}
