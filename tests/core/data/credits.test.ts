import { moveCredits } from "@mmm/core/data/credits.ts";

function move(spend: readonly number[], answers: Record<string, string> = { "IN-39:TV": "move" }) {
  const series = {
    header: "TV",
    headerCell: "B1",
    values: Float64Array.from(spend),
    places: spend.map((_, week) => `B${week + 2}`),
    imputed: 0,
    filled: [],
  };
  const { value, notes } = moveCredits({ file: "spend.csv", sheet: null }, series, answers);
  return { spend: Array.from(value.values), notes };
}

describe("moveCredits", () => {
  it("asks before it moves a credit (IN-39)", () => {
    expect(move([5, -3], {}).notes.questions).toMatchObject([
      { id: "IN-39:TV", choices: ["move", "stop"], where: { cell: "B3" } },
    ]);
  });

  it("takes a credit off the latest weeks before it, and logs every cell", () => {
    const { spend, notes } = move([5, 3, -4, 6]);
    expect(spend).toEqual([4, 0, 0, 6]);
    expect(notes.repairs.map(({ where, before, after }) => [where.cell, before, after])).toEqual([
      ["B2", "5", "4"],
      ["B3", "3", "0"],
      ["B4", "-4", "0"],
    ]);
  });

  it("keeps the total", () => {
    expect(move([5, 3, -4, 6]).spend.reduce((sum, value) => sum + value, 0)).toBe(10);
  });

  it("stops where credits exceed all spend before them: a net-negative history (IN-39)", () => {
    expect(move([1, -4]).notes.findings).toMatchObject([
      { code: "IN-39", severity: "stop", where: { cell: "B3" } },
    ]);
  });

  it("has nothing to do where no week is negative", () => {
    expect(move([5, 0], {}).notes).toEqual({ findings: [], questions: [], repairs: [] });
  });
});
