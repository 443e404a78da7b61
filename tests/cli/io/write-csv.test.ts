import { parseCsv } from "@mmm/cli/io/parse-csv.ts";
import { writeCsv } from "@mmm/cli/io/write-csv.ts";

const HOSTILE = ['=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-1+2", "\t=1", "\uff1d1"];

describe("writeCsv", () => {
  it.each(HOSTILE)("puts a quote before %j, so that no spreadsheet computes it (IN-66)", (words) => {
    const text = writeCsv([[words, 1]]);
    expect(text.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("leaves numbers numbers, negative ones too, and empty cells empty", () => {
    expect(writeCsv([[-2.5, null, "TV"]])).toBe("-2.5,,TV\n");
  });

  it("is read back as it was, and written again it is the same file", () => {
    const rows = [["a,b", 'say "x"', "two\nlines"], HOSTILE.slice(0, 3)];
    const text = writeCsv(rows);
    const read = parseCsv(new TextEncoder().encode(text), "a.csv");
    if ("kind" in read) throw new Error(read.message);
    expect(read.rows[0]).toEqual(rows[0]);
    expect(writeCsv(read.rows)).toBe(text);
  });
});
