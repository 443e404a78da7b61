/** The same said once. */

import type { Notes } from "./notes.ts";

/** Findings alike in every word, and questions of one id, are kept once, in the order given. */
export function distinctNotes(notes: Notes): Notes {
  return {
    findings: firstOf(notes.findings, (finding) => JSON.stringify(finding)),
    questions: firstOf(notes.questions, ({ id }) => id),
    repairs: notes.repairs,
  };
}

function firstOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
