import type { ColumnRole } from "@mmm/core/data/fill-blanks.ts";
import { fillBlanks } from "@mmm/core/data/fill-blanks.ts";

const SOURCE = { file: "spend.csv", sheet: null };

function fill(
  values: ReadonlyArray<number | null>,
  role: ColumnRole,
  answer: string | null,
  gap: { readonly week: number; readonly policy: string } | null = null,
) {
  const rows = values.map((_, row) => row);
  const weeks = gap === null ? rows : [...rows.slice(0, gap.week), null, ...rows.slice(gap.week)];
  const column = { header: "TV", headerCell: "B1", values, places: values.map((_, row) => `B${row + 2}`) };
  const arranged = { starts: weeks.map((_, week) => 7 * week), rows: weeks, gapPolicy: gap?.policy ?? null };
  const { value, notes } = fillBlanks(
    SOURCE,
    column,
    role,
    arranged,
    answer === null ? {} : { "IN-38:TV": answer },
  );
  return { values: value === null ? null : Array.from(value.values), imputed: value?.imputed, notes };
}

describe("fillBlanks", () => {
  it("asks what a blank was, and says where, before it is anything (IN-38, X-05)", () => {
    const { notes } = fill([1, null, 3, 0], "spend", null);
    expect(notes.questions).toMatchObject([
      {
        id: "IN-38:TV",
        where: { cell: "B3" },
        choices: ["zero", "carry", "interpolate", "stop"],
        default: "stop",
      },
    ]);
    expect(notes.questions[0]?.message).toContain("Zeros are written out in 1 other cell");
  });

  it.each([
    ["zero", [1, 0, 0, 4]],
    ["carry", [1, 1, 1, 4]],
    ["interpolate", [1, 2, 3, 4]],
  ])("fills by the answer %s and counts the cells", (answer, values) => {
    expect(fill([1, null, null, 4], "spend", answer)).toMatchObject({
      values,
      imputed: 2,
      notes: { questions: [] },
    });
  });

  it("fills the ends from their one neighbor", () => {
    expect(fill([null, 2, null], "spend", "interpolate").values).toEqual([2, 2, 2]);
    expect(fill([null, 2, null], "spend", "carry").values).toEqual([2, 2, 2]);
  });

  it("offers no zero for the KPI: a blank week sold something", () => {
    expect(fill([1, null], "kpi", null).notes.questions[0]?.choices).toEqual([
      "carry",
      "interpolate",
      "stop",
    ]);
    expect(fill([1, null], "kpi", "zero").notes.findings).toMatchObject([
      { code: "IN-38", severity: "stop" },
    ]);
  });

  it("fills a missing week with zero spend, but interpolates KPI and controls there (IN-23)", () => {
    const gap = { week: 1, policy: "zero" };
    expect(fill([2, 4], "spend", null, gap)).toMatchObject({ values: [2, 0, 4], imputed: 1 });
    expect(fill([2, 4], "kpi", null, gap).values).toEqual([2, 3, 4]);
    expect(fill([2, 4], "control", null, gap).values).toEqual([2, 3, 4]);
    expect(fill([2, 4], "kpi", null, { week: 1, policy: "carry" }).values).toEqual([2, 2, 4]);
  });

  it("has nothing to fill a column with that holds no figure", () => {
    expect(fill([null, null], "spend", null)).toMatchObject({ values: null, notes: { questions: [] } });
  });
});
