/** Answers that take a repair back must name one that there is, and that can be taken back. */

import { nearestName } from "./nearest-name.ts";
import { at, found, joinNotes, type Notes, type Source } from "./notes.ts";

/**
 * A stop for every answer "undo" that undoes nothing, so that no user believes a figure untouched that was mended.
 *
 * @returns e.g. for `{ "IN-30:F13": "undo" }` without such a repair a stop that names the nearest id.
 */
export function checkUndos(source: Source, notes: Notes, answers: Readonly<Record<string, string>>): Notes {
  const repairs = new Map(notes.repairs.map((repair) => [repair.id, repair]));
  const asked = Object.keys(answers).filter((id) => answers[id] === "undo");
  return joinNotes(
    ...asked.flatMap((id) => {
      const repair = repairs.get(id);
      if (repair?.status === "undone") return [];
      const code = id.split(":")[0] ?? id;
      const where = repair?.where ?? at(source, null);
      if (repair !== undefined) {
        const message = `${code} The repair ${id} can not be undone: ${repair.reason ?? "nothing would change"}.`;
        return [found("stop", code, where, message, `Take ${id} out of the answers.`)];
      }
      const nearest = nearestName(id, [...repairs.keys()]);
      const remedy = nearest === null ? `Take ${id} out of the answers.` : `Did you mean "${nearest}"?`;
      return [found("stop", code, where, `${code} There is no repair ${id} to undo.`, remedy)];
    }),
  );
}
