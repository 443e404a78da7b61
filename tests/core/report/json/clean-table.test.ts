import { completeFields } from "@mmm/core/data/complete-fields.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import { cleanTable } from "@mmm/core/report/json/clean-table.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";
import { briefOf, DATA_RULES, readWith, TODAY } from "../../../fixtures/reading.ts";
import { monday, table } from "../../../fixtures/weekly-table.ts";

const WEEKS = 20;
const ROWS: Cell[][] = Array.from({ length: WEEKS }, (_, week) => [
  monday(week),
  `$${100 + ((week * 7) % 31)}`,
  5000 + ((week * 5) % 17),
  5000 + ((week * 13) % 101),
  9 + (week % 4),
]);
const DIRTY = table([["week", "Meta spend", "Meta impressions", "revenue", "price"], ...ROWS]);

describe("cleanTable", () => {
  it("is a row per week, with the KPI, spend by channel, exposure and controls", () => {
    const { table: clean, questions } = cleanTable(readWith(DIRTY));
    expect(questions).toEqual([]);
    expect(clean).toMatchObject({
      weekStart: "monday",
      columns: ["week", "kpi", "Meta spend", "Meta exposure", "price"],
    });
    expect(clean?.rows).toHaveLength(WEEKS);
    expect(clean?.rows[1]).toEqual(["2022-01-10", 5013, 107, 5005, 10]);
  });

  it("has no table while a question is open, or a fault stops it", () => {
    const blank = table(
      DIRTY.rows.map((row, index) => (index === 5 ? [row[0], null, ...row.slice(2)] : row)),
    );
    expect(cleanTable(readWith(blank))).toMatchObject({
      table: null,
      questions: [{ id: "IN-38:Meta spend" }],
    });
    const broken = table(
      DIRTY.rows.map((row, index) => (index === 5 ? [row[0], "#REF!", ...row.slice(2)] : row)),
    );
    expect(cleanTable(readWith(broken))).toMatchObject({ table: null, findings: [{ code: "IN-12" }] });
  });

  it("marks what an answer filled in, cell by cell (X-05)", () => {
    const rows = DIRTY.rows.map((row, index) => (index === 5 ? [row[0], null, ...row.slice(2)] : row));
    const { table: clean, repairs } = cleanTable(readWith(table(rows), { "IN-38": "zero" }));
    expect(clean?.imputed).toEqual([{ row: 4, column: 2 }]);
    expect(clean?.rows[4]?.[2]).toBe(0);
    expect(repairs.find(({ code }) => code === "IN-38")).toMatchObject({
      id: "IN-38:B6",
      before: "(blank)",
      after: "0",
      undoable: false,
    });
  });

  it("keeps the weeks whose spend only carries over, without a KPI", () => {
    const rows = DIRTY.rows.map((row, index) => (index === 1 ? [...row.slice(0, 3), null, row[4]] : row));
    const { table: clean } = cleanTable(readWith(table(rows)));
    expect(clean?.rows[0]).toEqual(["2022-01-03", null, 100, null, null]);
    expect(clean?.rows).toHaveLength(WEEKS);
  });

  it("is itself clean: read again it is the same table, without a repair", () => {
    const once = cleanTable(readWith(DIRTY)).table;
    const again = cleanTable(readWith(table([once?.columns ?? [], ...(once?.rows ?? [])])));
    expect(again).toMatchObject({ repairs: [], questions: [], findings: [], table: once });
  });
});

describe("the mapping", () => {
  it("tells each column's role, channel and metric with what it rests on", () => {
    const { mapping } = cleanTable(readWith(DIRTY));
    expect(mapping.map(({ column, role, channel, metric }) => [column, role, channel, metric])).toEqual([
      ["week", "date", null, null],
      ["Meta spend", "media", "Meta", "spend"],
      ["Meta impressions", "media", "Meta", "impressions"],
      ["revenue", "kpi", null, null],
      ["price", "control", null, null],
    ]);
    expect(mapping[1]).toMatchObject({
      file: "spend.csv",
      sheet: null,
      confidence: 1,
      evidence: ["its header says spend", "100% of its cells are numbers"],
    });
  });

  it("is half as sure where only the cells speak, and less where two columns would do as well", () => {
    const rows = ROWS.map(([week, spend, , revenue]) => [week, spend, revenue, revenue]);
    const { mapping } = readWith(table([["week", "TV", "revenue", "sales"], ...rows]));
    const confidenceOf = (name: string) => mapping.columns.find(({ column }) => column === name)?.confidence;
    expect(confidenceOf("TV")).toBe(0.5);
    expect(confidenceOf("revenue")).toBe(0.5);
  });

  it("that was corrected by a brief is sure, and saved it leaves nothing to guess", () => {
    const fields = {
      table: { kpi: "Meta impressions" },
      channels: [{ name: "Meta", spend: "Meta spend", min: 5 }],
    };
    const reading = readHistory(DIRTY, briefOf(fields), DATA_RULES, TODAY);
    expect(reading.mapping.columns[2]).toMatchObject({ role: "kpi", confidence: 1 });
    const saved = completeFields(fields, reading.brief ?? emptyBrief());
    expect(saved).toMatchObject({
      table: { date: "week", kpi: "Meta impressions" },
      channels: [{ name: "Meta", spend: "Meta spend", min: 5 }],
    });
    const again = readHistory(DIRTY, briefOf(saved), DATA_RULES, TODAY);
    expect(again.mapping.guessed).toBe(false);
    expect(cleanTable(again).table).toEqual(cleanTable(reading).table);
  });

  it("of a long table names the columns as they came, and is saved for the next paste", () => {
    const rows = ROWS.flatMap(([week, spend, , revenue]) => [
      [week, "Meta", spend, revenue],
      [week, "TV", Number(String(spend).slice(1)) ** 2, revenue],
    ]);
    const long = table([["week", "channel", "cost", "revenue"], ...rows]);
    const reading = readWith(long);
    expect(reading.mapping.columns.map(({ column, role, metric }) => [column, role, metric])).toEqual([
      ["week", "date", null],
      ["channel", "channel", null],
      ["cost", "media", "spend"],
      ["revenue", "kpi", null],
    ]);
    const saved = briefOf(completeFields(null, reading.brief ?? emptyBrief()));
    expect(cleanTable(readHistory(long, saved, DATA_RULES, TODAY)).table).toEqual(cleanTable(reading).table);
  });
});
