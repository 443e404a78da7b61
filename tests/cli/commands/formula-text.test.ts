/** Text that a spreadsheet would compute stays text on every path through the command (IN-66). */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTableFile } from "@mmm/cli/io/read-table-file.ts";
import { main } from "@mmm/cli/main.ts";
import { readXlsx } from "hucre/xlsx";
import { csvFile } from "../../exports/csv-file.ts";
import { type Draft, text } from "../../exports/draft.ts";
import { LOCALES } from "../../exports/locales.ts";
import { original } from "../../exports/original.ts";
import { longTable } from "../../exports/shapes/plain-table.ts";
import { xlsxFile } from "../../exports/xlsx-file.ts";

const HOSTILE = ['=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "@SUM(A1:A9)"] as const;

/** A long table whose channels are named so. */
function hostileDraft(): Draft {
  const brand = original({ seed: 1, weeks: 20, channels: 3, start: "2024-01-01" });
  const named = {
    ...brand,
    channels: brand.channels.map((channel, at) => ({ ...channel, name: HOSTILE[at] })),
  };
  const style = { dates: "iso", numbers: "plain" } as const;
  const format = { kind: "csv", separator: ",", encoding: "utf-8" } as const;
  return {
    ...longTable(named, { file: "in.csv", locale: LOCALES["en-US"], style, format }),
    below: [[text("@end")]],
  };
}

async function clean(input: string, out: string): Promise<number> {
  const ignore = () => undefined;
  return main(["clean", input, "--out", out], new URL("file:///none"), {
    result: ignore,
    say: ignore,
    redraw: null,
    ask: null,
    clock: () => 0,
    today: "2026-11-22",
    now: "2026-11-22T10:00:00Z",
  });
}

describe.each(["csv", "xlsx"] as const)("formulas as names in a .%s file", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "marginal-formula-"));
  const at = (name: string) => join(folder, name);
  const draft = hostileDraft();
  writeFileSync(at(`in.${kind}`), kind === "csv" ? csvFile(draft, ",", "utf-8") : xlsxFile(draft, "Export"));

  it("are text in every cell of the workbook that is written, and formulas in none", async () => {
    expect(await clean(at(`in.${kind}`), at("out.xlsx"))).toBe(0);
    const { sheets } = await readXlsx(readFileSync(at("out.xlsx")));
    const formulas = sheets.flatMap(({ cells }) =>
      [...(cells ?? []).values()].filter(({ formula }) => formula),
    );
    expect(formulas).toEqual([]);
    const data = await readTableFile(at("out.xlsx"), "Data (clean)");
    if ("kind" in data) throw new Error(data.message);
    for (const name of HOSTILE) expect(data.rows[0]).toContain(`${name} spend`);
  });

  it("have a quote before them in both .csv files that are written, and in the .csv made of the workbook", async () => {
    expect(await clean(at(`in.${kind}`), at("out.csv"))).toBe(0);
    expect(await clean(at("out.xlsx"), at("again.csv"))).toBe(0);
    for (const file of ["out.csv", "out.repairs.csv", "again.csv", "again.repairs.csv"]) {
      const fields = await readTableFile(at(file), undefined);
      if ("kind" in fields) throw new Error(fields.message);
      const words = fields.rows.flat().filter((cell) => typeof cell === "string");
      expect(words.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
    const [header] = readFileSync(at("again.csv"), "utf8").split("\n");
    expect(header).toContain("'@SUM spend");
  });
});
