/** Cells of several files side by side: a place carries its file, and gives it back in what is said of it. */

import type { Column, Frame } from "./column.ts";
import type { Finding, Question, Repair, Where } from "./finding.ts";
import type { Notes, Source } from "./notes.ts";

/** How a file, or one sheet of it, is told from the others in ids: "spend.csv" or "book.xlsx!Data". */
export function tagOf({ file, sheet }: Source): string {
  return sheet === null ? file : `${file}!${sheet}`;
}

/** The frame with every place named together with its file: "F12@spend.csv". */
export function tagFrame(frame: Frame): Frame {
  const tag = `@${tagOf(frame)}`;
  const tagged = (column: Column): Column => ({
    ...column,
    headerCell: `${column.headerCell}${tag}`,
    places: column.places.map((place) => `${place}${tag}`),
  });
  return { ...frame, columns: frame.columns.map(tagged) };
}

/** The answers as one file sees them: "IN-15@spend.csv" is its own IN-15 and stands before the answer for all files. */
export function answersFor(
  source: Source,
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const tag = `@${tagOf(source)}`;
  const own = Object.entries(answers)
    .filter(([id]) => id.endsWith(tag))
    .map(([id, answer]) => [id.slice(0, -tag.length), answer] as const);
  return { ...answers, ...Object.fromEntries(own) };
}

/** Notes of one file before its places are tagged: ids of repairs and questions get its tag. */
export function tagIds(source: Source, notes: Notes): Notes {
  const tag = `@${tagOf(source)}`;
  const tagged = <Item extends Question | Repair>(item: Item): Item => ({ ...item, id: `${item.id}${tag}` });
  return { ...notes, questions: notes.questions.map(tagged), repairs: notes.repairs.map(tagged) };
}

/** Notes whose places say file, sheet and cell apart again; ids keep the tag. */
export function untag(sources: readonly Source[], notes: Notes): Notes {
  const untagged = <Item extends Finding | Question | Repair>(item: Item): Item => ({
    ...item,
    where: untagWhere(item.where, sources),
  });
  return {
    findings: notes.findings.map(untagged),
    questions: notes.questions.map(untagged),
    repairs: notes.repairs.map(untagged),
  };
}

/** The place of a column of several files, its file and sheet apart again. */
export function untagWhere(where: Where, sources: readonly Source[]): Where {
  const at = where.cell?.indexOf("@") ?? -1;
  if (where.cell === null || at < 0) return where;
  const tag = where.cell.slice(at + 1);
  const { file, sheet } = sources.find((source) => tagOf(source) === tag) ?? apart(tag);
  return { file, sheet, cell: where.cell.slice(0, at) };
}

/** Another sheet of a workbook than the first, chosen by an answer (IN-11). */
function apart(tag: string): Source {
  const [file = tag, ...sheet] = tag.split("!");
  return { file, sheet: sheet.length === 0 ? null : sheet.join("!") };
}
