import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { streamCsv } from "@mmm/cli/io/stream-csv.ts";

function file(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "marginal-stream-")), "ads.csv");
  writeFileSync(path, content);
  return path;
}

const LINES = [
  "Kampagnenbericht",
  "",
  "Tag;Kanal;Kampagne;Kosten;Impr.",
  ...Array.from({ length: 400 }, (_, at) =>
    [
      `${String((at % 28) + 1).padStart(2, "0")}.01.2024`,
      at % 2 ? "Suche" : "Video",
      `k${at}`,
      "1,10",
      "2",
    ].join(";"),
  ),
].join("\n");

describe("streamCsv", () => {
  it.each([
    ["UTF-8", LINES],
    ["UTF-16", Buffer.from(`\ufeff${LINES}`, "utf16le")],
  ])("adds up a %s export beneath a title, to the cent", async (_, content) => {
    const read = await streamCsv(file(content), "ads.csv");
    if (!("rows" in read)) throw new Error(read.message);
    expect(read.rows[0]).toEqual(["Tag", "Kanal", "Kosten", "Impr."]);
    expect(read.rows).toHaveLength(1 + 28);
    expect(read.addedUp).toBe(400);
    const total = read.rows.slice(1).reduce((sum, row) => sum + Math.round(100 * Number(row[2])), 0);
    expect(total).toBe(400 * 110);
  });

  it("says what stands in the way, with the line", async () => {
    const bad = `${LINES}\n05.01.2024;Suche;k;about 5;2`;
    expect(await streamCsv(file(bad), "ads.csv")).toMatchObject({
      kind: "problem",
      message: expect.stringContaining("line 403"),
    });
    expect(await streamCsv(file("a,b\nx,1\ny,2\n"), "ads.csv")).toMatchObject({
      remedy: expect.stringContaining("by week"),
    });
  });
});
