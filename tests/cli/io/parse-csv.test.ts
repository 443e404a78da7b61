import { parseCsv } from "@mmm/cli/io/parse-csv.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function rows(bytes: Uint8Array): unknown {
  const parsed = parseCsv(bytes, "a.csv");
  return "rows" in parsed ? parsed.rows : parsed;
}

describe("parseCsv", () => {
  it("takes the separator that cuts most lines alike", () => {
    expect(rows(utf8("a,b\n1,2\n"))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(rows(utf8("a;b\n1,5;2\n"))).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(rows(utf8("a\tb\n1\t2\n"))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps an empty field apart from zero (X-05)", () => {
    expect(rows(utf8("a,b\n,0\n"))).toEqual([
      ["a", "b"],
      [null, "0"],
    ]);
  });

  it("leaves every text to the data room, which reads a number by its column's evidence (IN-31)", () => {
    expect(rows(utf8('a\n"1,234.50"\n$12\n12%\n1e3\n1.234\n'))).toEqual([
      ["a"],
      ["1,234.50"],
      ["$12"],
      ["12%"],
      ["1e3"],
      ["1.234"],
    ]);
  });

  it("keeps quoted separators and line ends inside a cell, and rows of unequal length", () => {
    expect(rows(utf8('a,b\n"x, y","two\nlines"\n1\n'))).toEqual([["a", "b"], ["x, y", "two\nlines"], ["1"]]);
  });

  it("reads UTF-8 and UTF-16 with a byte order mark", () => {
    expect(rows(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x31))).toEqual([["a"], ["1"]]);
    expect(rows(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x31, 0))).toEqual([["a"], ["1"]]);
  });

  it("sees the table beneath a title and a period, and Excel's own separator line", () => {
    const german =
      "Kampagnenbericht\n1. Januar 2024, Konto A\nTag\tKosten\n02.01.2024\t1,50\n03.01.2024\t2,50\n";
    expect(rows(utf8(german))).toEqual([
      ["Kampagnenbericht"],
      ["1. Januar 2024, Konto A"],
      ["Tag", "Kosten"],
      ["02.01.2024", "1,50"],
      ["03.01.2024", "2,50"],
    ]);
    expect(rows(utf8('sep=;\nname;cost\n"a;b";1\n'))).toEqual([
      ["name", "cost"],
      ["a;b", "1"],
    ]);
  });

  it("is not led astray by thousands marks in a file that is separated by tabs", () => {
    const text = "Week\tSpend\tRevenue\n2024-01-01\t1,234,567\t2,345,678\n2024-01-08\t3,456,789\t4,567,890\n";
    expect(rows(utf8(text))).toContainEqual(["2024-01-01", "1,234,567", "2,345,678"]);
  });
});
