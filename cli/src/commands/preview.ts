/** `marginal fit --preview`: a quick look, in this thread, marked as one on every output. */

import { writeFile } from "node:fs/promises";
import {
  KERNEL,
  type PreviewOutcome,
  type PreviewResults,
  previewBudget,
  previewDrawsJson,
  previewJson,
} from "@mmm/core";
import type { Console } from "../io/console.ts";
import { estimateLines } from "./estimate-lines.ts";
import { EXIT_BAD_INPUT, EXIT_REFUSED, type Exit } from "./exit.ts";
import { type InputOptions, openInputs, sayReading } from "./inputs.ts";

export interface PreviewOptions extends InputOptions {
  readonly drawsOut?: string;
}

/** Previews a fit and prints it; writes draws where asked. */
export async function preview(
  paths: readonly string[],
  options: PreviewOptions,
  console: Console,
): Promise<Exit> {
  const inputs = await openInputs(paths, options, console);
  if (inputs === null) return EXIT_BAD_INPUT;
  const started = console.clock();
  const { today, now } = console;
  const outcome = previewBudget(inputs.tables, inputs.brief, inputs.methodology, {
    today,
    now,
    kernel: KERNEL,
  });
  const seconds = console.clock() - started;
  sayReading(outcome.reading, console);
  if (outcome.kind === "unreadable") return EXIT_BAD_INPUT;
  if (outcome.kind === "refused") {
    const { refusal } = outcome;
    if (options.json) console.result(JSON.stringify({ method: "preview", refused: refusal }, null, 2));
    else console.result(`PREVIEW: no estimate: ${refusal.reason}\n  → ${refusal.remedy}`);
    return EXIT_REFUSED;
  }
  const { results } = outcome;
  if (options.drawsOut !== undefined) await writeDraws(outcome, options.drawsOut, console);
  if (options.json) console.result(JSON.stringify(previewJson(results, seconds), null, 2));
  else sayPreview(results, seconds, console);
  return 0;
}

type Previewed = Extract<PreviewOutcome, { readonly kind: "previewed" }>;

async function writeDraws(
  { posterior, results: { attribution, run } }: Previewed,
  path: string,
  console: Console,
): Promise<void> {
  await writeFile(path, JSON.stringify(previewDrawsJson(posterior, attribution.observed, run)));
  console.say(`PREVIEW draws: ${path}`);
}

function sayPreview({ run, attribution, health }: PreviewResults, seconds: number, console: Console): void {
  console.result(`${run.stamp}: not a result.`);
  for (const line of estimateLines(attribution)) console.result(line);
  const worth = `k-hat ${health.khat.toFixed(2)}, ${Math.round(health.effectiveDraws)} effective draws`;
  console.result(`${health.sentence}\n  ${worth}, ${seconds.toFixed(1)} s`);
}
