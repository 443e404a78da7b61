/** Puts open questions to the user at the terminal. */

import type { Brief, Question } from "@mmm/core";
import type { Console } from "../io/console.ts";
import { placeOf } from "./inputs.ts";

/**
 * The answers to some questions, one by one: the number or the word of a choice; an empty line takes the default.
 *
 * @returns null when nobody answers (no terminal, or its input has ended).
 */
export async function askQuestions(
  questions: readonly Question[],
  console: Console,
): Promise<Brief["answers"] | null> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const choice = await askOne(question, console);
    if (choice === null) return null;
    answers[question.id] = choice;
  }
  return answers;
}

async function askOne(question: Question, console: Console): Promise<string | null> {
  if (!console.ask) return null;
  console.say(`${placeOf(question.where)}${question.message}`);
  question.choices.forEach((choice, place) => {
    console.say(`  ${place + 1}  ${choice}${choice === question.default ? "  (default)" : ""}`);
  });
  for (;;) {
    const line = await console.ask(`Answer [${question.default}]: `);
    if (line === null) return null;
    const choice = choiceOf(line.trim(), question);
    if (choice !== null) return choice;
    console.say(
      `  "${line.trim()}" is none of them: type a number from 1 to ${question.choices.length}, or the word.`,
    );
  }
}

function choiceOf(typed: string, { choices, default: usual }: Question): string | null {
  if (typed === "") return usual;
  const byNumber = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  return byNumber ?? choices.find((choice) => choice === typed.toLowerCase()) ?? null;
}
