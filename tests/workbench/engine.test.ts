import { type Cell, Engine, registerFunction } from "@mmm/workbench";

// The contract that another spreadsheet engine would have to keep to take o-spreadsheet's place.
describe("the spreadsheet engine", () => {
  beforeAll(() => {
    for (const method of ["debug", "info", "groupCollapsed"] as const)
      jest.spyOn(console, method).mockImplementation(() => undefined);
  });

  test("computes a formula, keeps it readable and follows a change", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1:C1", [[2, 3, "=SUM(A1:B1)"]]);
    expect(engine.read("Sheet1", "C1")).toEqual([[5]]);
    expect(engine.readFormulas("Sheet1", "B1:C1")).toEqual([[3, "=SUM(A1:B1)"]]);
    engine.write("Sheet1", "A1", [[10]]);
    expect(engine.read("Sheet1", "C1")).toEqual([[13]]);
  });

  test("keeps every digit of a number", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1:B1", [[3.3333333333333337e-6, "=1/3"]]);
    expect(engine.read("Sheet1", "A1:B1")).toEqual([[3.3333333333333337e-6, 1 / 3]]);
  });

  test.each(["1-2", "00123", "10%", "$5", "TRUE", "'quoted", "2026-01-05", "weekly spend"])(
    "keeps the text %s",
    (text) => {
      const engine = new Engine();
      engine.write("Sheet1", "A1", [[text]]);
      expect(engine.read("Sheet1", "A1")).toEqual([[text]]);
    },
  );

  test("reads blank as null, leaves a cell at null and clears it at an empty text", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1:B1", [[1, 2]]);
    engine.write("Sheet1", "A1:B1", [[null, ""]]);
    expect(engine.read("Sheet1", "A1:C1")).toEqual([[1, null, null]]);
  });

  test("reads a division by zero as its error code", () => {
    const engine = new Engine();
    engine.write("Sheet1", "A1", [["=1/0"]]);
    expect(engine.read("Sheet1", "A1")).toEqual([["#DIV/0!"]]);
  });

  test("refuses cells of another shape than the range", () => {
    expect(() => new Engine().write("Sheet1", "A1:B2", [[1, 2]])).toThrow("shape of A1:B2");
  });

  test("adds, renames and deletes sheets, and refuses a name twice", () => {
    const engine = new Engine();
    engine.addSheet("Data");
    expect(() => engine.addSheet("Data")).toThrow("CREATE_SHEET");
    engine.renameSheet("Data", "Results");
    engine.deleteSheet("Sheet1");
    expect(engine.sheets()).toEqual(["Results"]);
    expect(() => engine.read("Data", "A1")).toThrow("no sheet is called Data");
  });

  test("grows a sheet and undoes one write in one step", () => {
    const engine = new Engine();
    const rows = Array.from({ length: 400 }, (_, i) => Array.from({ length: 30 }, (_, j) => i + j));
    engine.write("Sheet1", "A1:AD400", rows);
    expect(engine.read("Sheet1", "AD400")).toEqual([[428]]);
    engine.write("Sheet1", "A1:B1", [[7, 8]]);
    engine.undo();
    expect(engine.read("Sheet1", "A1:B1")).toEqual([[0, 1]]);
  });

  test("spills a custom function with a dot in its name, row by row, and says when the room is taken", () => {
    registerDouble(0);
    const engine = new Engine();
    engine.write("Sheet1", "A1:B2", [
      [1, 2],
      [3, 4],
    ]);
    engine.write("Sheet1", "D1", [["=TST.DOUBLE(A1:B2)"]]);
    expect(engine.read("Sheet1", "D1:E2")).toEqual([
      [2, 4],
      [6, 8],
    ]);
    engine.write("Sheet1", "E2", [["taken"]]);
    expect(engine.read("Sheet1", "D1")).toEqual([["#SPILL!"]]);
  });

  test.each([
    ["TST.OLD", 0, 0],
    ["TST.WEB", null, -1],
  ] as const)("hands a blank to %s as %p", (name, blank, result) => {
    registerDouble(blank, name);
    const engine = new Engine();
    engine.write("Sheet1", "D1", [[`=${name}(A1:A2)`]]);
    expect(engine.read("Sheet1", "D1:D2")).toEqual([[result], [result]]);
  });

  function registerDouble(blank: 0 | null, name = "TST.DOUBLE"): void {
    registerFunction({
      name,
      description: "Twice each number",
      parameters: [{ name: "numbers", description: "Numbers", matrix: true, optional: false }],
      compute: (rows: Cell[][]) =>
        rows.map((row) => row.map((cell) => (cell === null ? -1 : Number(cell) * 2))),
      blank,
    });
  }
});
