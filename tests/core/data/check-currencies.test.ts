import { checkCurrencies } from "@mmm/core/data/check-currencies.ts";
import { currencyOf, headerCurrency } from "@mmm/core/data/currency.ts";
import type { Cell } from "@mmm/core/spreadsheet/table.ts";

const SOURCE = { file: "spend.csv", sheet: null };

function column(header: string, letter: string, cells: readonly Cell[]) {
  return { header, headerCell: `${letter}1`, cells, places: cells.map((_, row) => `${letter}${row + 2}`) };
}

describe("checkCurrencies", () => {
  it("stops where two currencies meet, naming where the rarer one stands (IN-33)", () => {
    const columns = [column("TV", "B", ["$5", "$6", "€7"]), column("Search", "C", ["$1", "$2", "$3"])];
    const { findings } = checkCurrencies(SOURCE, columns, "USD");
    expect(findings).toMatchObject([{ code: "IN-33", severity: "stop", where: { cell: "B4" } }]);
    expect(findings[0]?.message).toContain("EUR in B4");
  });

  it("sees a currency in a header's brackets, as ad platforms write it", () => {
    const columns = [column("Spend (USD)", "B", [1]), column("Cost (EUR)", "C", [1])];
    expect(checkCurrencies(SOURCE, columns, "USD").findings).toMatchObject([{ code: "IN-33" }]);
  });

  it("says nothing of cells without a sign, nor of the brief's own currency", () => {
    expect(checkCurrencies(SOURCE, [column("TV", "B", ["$5", 6, null])], "USD").findings).toEqual([]);
    expect(checkCurrencies(SOURCE, [column("TV", "B", ["$5"])], "CAD").findings).toEqual([]); // the sign is shared
  });

  it("warns where all cells are in one currency that the brief does not name (IN-32)", () => {
    expect(checkCurrencies(SOURCE, [column("TV", "B", ["€5", "€6"])], "USD").findings).toMatchObject([
      { code: "IN-32", severity: "warn" },
    ]);
  });
});

describe("currency signs", () => {
  it("reads signs and ISO codes, and no other letters", () => {
    expect(["$", "eur", "£", "x", "K"].map(currencyOf)).toEqual(["USD", "EUR", "GBP", null, null]);
    expect(headerCurrency("Amount spent (USD)")).toBe("USD");
    expect(headerCurrency("TV (DE)")).toBeNull();
  });
});
