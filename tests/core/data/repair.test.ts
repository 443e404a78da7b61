/** Each repair has a name, says its rule, and can be taken back alone: then the cell is what was read, or it is named. */

import type { Repair } from "@mmm/core/data/finding.ts";
import type { Cell, Table } from "@mmm/core/spreadsheet/table.ts";
import { codesOf, readWith } from "../../fixtures/reading.ts";
import { monday, table } from "../../fixtures/weekly-table.ts";

const WEEKS = 40;

function withCells(...faults: ReadonlyArray<readonly [number, number, Cell]>): Table {
  const rows: Cell[][] = Array.from({ length: WEEKS }, (_, week) => [
    monday(week),
    100 + ((week * 7) % 31),
    40 + ((week * 5) % 17),
    5000 + ((week * 13) % 101),
  ]);
  for (const [row, column, cell] of faults) rows[row][column] = cell;
  return table([["week", "TV spend", "Search spend", "revenue"], ...rows]);
}

function repairOf(source: Table, id: string, answers: Record<string, string> = {}): Repair | undefined {
  return readWith(source, answers).repairs.find((repair) => repair.id === id);
}

describe("a repair", () => {
  it("is named by its code and place, tells its rule in words, and is accepted until it is taken back", () => {
    expect(repairOf(withCells([2, 3, "5,026.00"]), "IN-30:D4")).toEqual({
      id: "IN-30:D4",
      code: "IN-30",
      where: { file: "spend.csv", sheet: null, cell: "D4" },
      before: "5,026.00",
      after: "5026",
      rule: "numbers written as text are read with a decimal point; TRUE is 1, FALSE is 0",
      status: "accepted",
      undoable: true,
      reason: null,
    });
  });

  it.each<[string, Table, string]>([
    ["IN-07:A42", table([...withCells().rows, ["Total", 1, 2, 3]]), "IN-14 stop"],
    ["IN-02:A42", table([...withCells().rows, ["Source: shop"]]), "IN-14 stop"],
    ["IN-14:week", withCells([2, 0, "17 Jan 2022"]), "IN-14 stop"],
    ["IN-18:week", withCells([2, 0, "17/01/22"]), "IN-14 stop"],
    ["IN-19:week", withCells([2, 0, "2022-W03"]), "IN-14 stop"],
    ["IN-20:week", withCells([2, 0, "2022-01-17T00:00:00Z"]), "IN-14 stop"],
    [
      "IN-21:week",
      table([...withCells().rows.slice(0, 1), ...withCells().rows.slice(1).reverse()]),
      "IN-21 stop",
    ],
    ["IN-30:D4", withCells([2, 3, "5,026.00"]), "IN-30 stop"],
    ["IN-31:D4", withCells([2, 3, "5.026,00"]), "IN-31 stop"],
    ["IN-32:B4", withCells([2, 1, "$114"]), "IN-32 stop"],
    ["IN-34:D4", withCells([2, 3, "5.026K"]), "IN-34 stop"],
    ["IN-35:B4", withCells([2, 1, "114-"]), "IN-35 stop"],
    ["IN-37:B4", withCells([2, 1, "--"]), "IN-37 stop"],
    ["IN-41:B4", withCells([2, 1, "1\uff114"]), "IN-41 stop"],
    ["IN-44:B4", withCells([2, 1, "1.14E+02"]), "IN-44 stop"],
  ])("%s undone is a stop that names it, and the log says undone", (id, source, code) => {
    expect(repairOf(source, id)).toMatchObject({ status: "accepted", undoable: true });
    const undone = readWith(source, { [id]: "undo" });
    expect(undone.history).toBeNull();
    expect(codesOf(undone)).toContain(code);
    const repair = undone.repairs.find((each) => each.id === id);
    expect(repair).toMatchObject({ status: "undone" });
    expect(repair?.after).toBe(repair?.before);
  });

  it.each<[string, Table, string]>([
    [
      "IN-03:A1",
      table([
        [null, "TV", "Search", null],
        ["week", "spend", "spend", "revenue"],
        ...withCells().rows.slice(1),
      ]),
      "IN-05 stop",
    ],
    [
      "IN-07:Total spend",
      table(
        withCells().rows.map((row, index) => [
          ...row,
          index === 0 ? "Total spend" : Number(row[1]) + Number(row[2]),
        ]),
      ),
      "IN-51 stop",
    ],
    [
      "IN-22:spend",
      table([
        ["week", "channel", "spend", "revenue"],
        ...withCells()
          .rows.slice(1)
          .flatMap(([week, tv, search, revenue]) => [
            [week, "TV", tv, revenue],
            [week, "TV", search, revenue],
          ]),
      ]),
      "IN-22 stop",
    ],
  ])("%s undone leaves the table as it came, and what is wrong with it stops", (id, source, code) => {
    expect(repairOf(source, id)).toMatchObject({ status: "accepted", undoable: true });
    const undone = readWith(source, { [id]: "undo" });
    expect(codesOf(undone)).toContain(code);
    expect(undone.history).toBeNull();
    expect(undone.repairs.find((each) => each.id === id)).toMatchObject({ status: "undone" });
  });

  it("undone keeps a week that is not over (IN-26)", () => {
    const rows = withCells().rows.map((row, index) => (index === 0 ? row : [recent(index), ...row.slice(1)]));
    expect(readWith(table(rows)).history?.weeks).toHaveLength(WEEKS - 1);
    const undone = readWith(table(rows), { "IN-26:A41": "undo" });
    expect(undone.history?.weeks).toHaveLength(WEEKS);
    expect(undone.repairs).toMatchObject([{ id: "IN-26:A41", status: "undone" }]);
  });

  it("undone leaves every other repair as it was", () => {
    const source = withCells([2, 3, "5,026.00"], [3, 3, "5,039.00"]);
    const { repairs } = readWith(source, { "IN-30:D4": "undo" });
    expect(repairs.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "IN-30:D4 undone",
      "IN-30:D5 accepted",
    ]);
  });

  it("undone leaves the number that was read where the cell holds one (IN-44)", () => {
    const residue = withCells([2, 1, 1e-17]);
    expect(readWith(residue).history?.channels[1]?.spend[2]).toBe(0);
    const undone = readWith(residue, { "IN-44:B4": "undo" });
    expect(undone.history?.channels.find(({ name }) => name === "TV")?.spend[2]).toBe(1e-17);
    expect(undone.repairs).toMatchObject([{ id: "IN-44:B4", status: "undone" }]);
  });

  it("undone lets a young channel in, with a warning (IN-49)", () => {
    const rows = withCells().rows.map((row, index) => (index > 12 ? [row[0], row[1], 0, row[3]] : row));
    const reading = readWith(table(rows), { "IN-49:Search": "undo" });
    expect(reading.history?.channels.map(({ name }) => name)).toContain("Search");
    expect(codesOf(reading)).toEqual(["IN-49 warn"]);
  });

  it.each<[string, Table, Record<string, string>]>([
    ["IN-06:A7", table([...withCells().rows.slice(0, 6), [], ...withCells().rows.slice(6)]), {}],
    ["IN-02:A1", table([["Report of 2024"], ...withCells().rows]), {}],
    ["IN-38:B7", withCells([5, 1, null]), { "IN-38": "zero" }],
    ["IN-39:B7", withCells([5, 1, -20]), { "IN-39": "move" }],
  ])("%s can not be undone, and says why", (id, source, answers) => {
    expect(repairOf(source, id, answers)).toMatchObject({
      undoable: false,
      reason: expect.stringMatching(/.{20}/),
    });
    const asked = readWith(source, { ...answers, [id]: "undo" });
    expect(asked.history).toBeNull();
    expect(asked.findings.find(({ severity }) => severity === "stop")?.message).toContain(
      "can not be undone",
    );
  });

  it("that does not exist is no silent undo: the nearest one is named", () => {
    const reading = readWith(withCells([2, 3, "5,026.00"]), { "IN-30:D44": "undo" });
    expect(reading.history).toBeNull();
    expect(reading.findings).toMatchObject([{ severity: "stop", remedy: 'Did you mean "IN-30:D4"?' }]);
  });
});

/** Mondays of which the last, row 40, is that of the fixture's today. */
function recent(row: number): string {
  return new Date(Date.UTC(2026, 10, 16) - (WEEKS - row) * 7 * 86_400_000).toISOString().slice(0, 10);
}
