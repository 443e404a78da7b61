/** Settles a question with the answers of the brief (decisions §4, §5). */

import type { Question } from "./finding.ts";
import { found, NO_NOTES, type Noted } from "./notes.ts";

/** The choice by which every question lets the user stop and mend the file. */
export const STOP = "stop";

/**
 * The brief's answer to a question, under the question's own id or, for all its places at once, under its code.
 *
 * @param question - with its choices.
 * @param answers - question id or code → choice.
 * @returns the choice, or null when it is open (the question is noted), refused ("stop") or not among the
 * choices (a stop is noted). E.g. answers `{ "IN-38": "zero" }` settle "IN-38:Meta spend" with "zero".
 */
export function settle(question: Question, answers: Readonly<Record<string, string>>): Noted<string | null> {
  const key = [question.id, question.code].find((name) => Object.hasOwn(answers, name));
  if (key === undefined) return { value: null, notes: { ...NO_NOTES, questions: [question] } };
  const answer = answers[key] ?? "";
  const { code, where, choices } = question;
  if (!choices.includes(answer)) {
    const message = `${code} The answer "${answer}" to ${key} is not one of the choices. ${question.message}`;
    return {
      value: null,
      notes: found("stop", code, where, message, `Answer ${key} with one of: ${choices.join(", ")}.`),
    };
  }
  if (answer !== STOP) return { value: answer, notes: NO_NOTES };
  const remedy = `Mend the cells in the file and run again, or answer ${key} with one of: ${choices
    .filter((choice) => choice !== STOP)
    .join(", ")}.`;
  return { value: null, notes: found("stop", code, where, question.message, remedy) };
}
