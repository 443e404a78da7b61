/** Exports of one platform cut into several files (a file per year or quarter) are one table again. */

import type { Column, Frame } from "./column.ts";
import { platformName } from "./platform-name.ts";

/**
 * Frames with the same headers and the same platform in their file's name, one beneath the other; others stay.
 *
 * @param frames - with tagged places, so that each cell still knows its file.
 * @returns e.g. "google_2023.csv" and "google_2024.csv" become one frame; a week that both hold is found there (IN-22).
 */
export function appendAlike(frames: readonly Frame[]): Frame[] {
  const groups = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = JSON.stringify([platformName(frame.file), frame.columns.map(({ header }) => header).sort()]);
    groups.set(key, [...(groups.get(key) ?? []), frame]);
  }
  return [...groups.values()].map((group) => group.reduce(appended));
}

function appended(first: Frame, second: Frame): Frame {
  const columns = first.columns.map((column) => {
    const beneath = second.columns.find(({ header }) => header === column.header);
    return beneath === undefined ? column : below(column, beneath);
  });
  return { ...first, columns };
}

function below(first: Column, second: Column): Column {
  return {
    ...first,
    cells: [...first.cells, ...second.cells],
    places: [...first.places, ...second.places],
  };
}
