/** `marginal clean` from files to files: a folder of its own per test, and a console that only listens. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTableFile } from "@mmm/cli/io/read-table-file.ts";
import { runCommand } from "../../fixtures/run-command.ts";
import { monday } from "../../fixtures/weekly-table.ts";

const HOSTILE = '=HYPERLINK("http://x","y")';

function folder(): string {
  return mkdtempSync(join(tmpdir(), "marginal-clean-"));
}

/** A table with a blank, a currency sign and a channel that would be a formula. */
function dirtyCsv(): string {
  const quoted = `"${HOSTILE.replaceAll('"', '""')} spend"`;
  const rows = Array.from({ length: 20 }, (_, week) =>
    [
      monday(week),
      week === 4 ? "" : `$${100 + ((week * 7) % 31)}`,
      40 + ((week * 5) % 17),
      5000 + week ** 2,
    ].join(","),
  );
  return [`week,TV spend,${quoted},revenue`, ...rows].join("\n");
}

function prepared(): { readonly input: string; readonly at: (name: string) => string } {
  const at = (name: string) => join(path, name);
  const path = folder();
  writeFileSync(at("in.csv"), dirtyCsv());
  return { input: at("in.csv"), at };
}

describe("marginal clean", () => {
  it("ends with 2 and the open questions where nobody can be asked, and writes nothing", async () => {
    const { input, at } = prepared();
    const { exit, said } = await runCommand(["clean", input, "--out", at("out.xlsx")]);
    expect(exit).toBe(2);
    expect(said).toContain('answers: {"IN-38:TV spend": stop}');
    expect(said).toContain("choices: zero, carry, interpolate, stop");
    expect(existsSync(at("out.xlsx"))).toBe(false);
  });

  it("asks at a terminal: by number, by word, and again after nonsense", async () => {
    for (const typed of [["1"], ["zero"], ["9", "what", "zero"]]) {
      const { input, at } = prepared();
      const { exit, said } = await runCommand(["clean", input, "--out", at("out.csv")], typed);
      expect(exit).toBe(0);
      expect(said).toContain("  1  zero");
      expect(readFileSync(at("out.csv"), "utf8")).toContain("2022-01-31,5016,43,0");
    }
  });

  it("takes the default for an empty line: here to stop", async () => {
    const { input, at } = prepared();
    expect((await runCommand(["clean", input, "--out", at("out.csv")], [""])).exit).toBe(2);
  });

  it("reads answers from a file, saves the brief, and with that brief asks nothing more", async () => {
    const { input, at } = prepared();
    writeFileSync(at("answers.yaml"), '"IN-38:TV spend": carry\n');
    const saving = ["--answers", at("answers.yaml"), "--save-brief", at("brief.yaml")];
    expect((await runCommand(["clean", input, "--out", at("one.csv"), ...saving])).exit).toBe(0);
    expect(
      (await runCommand(["clean", input, "--out", at("two.csv"), "--brief", at("brief.yaml")])).exit,
    ).toBe(0);
    expect(readFileSync(at("two.csv"), "utf8")).toBe(readFileSync(at("one.csv"), "utf8"));
  });

  it("prints the fixed JSON, its table null while a question is open", async () => {
    const { input } = prepared();
    const { exit, result } = await runCommand(["clean", input, "--json"]);
    expect(exit).toBe(2);
    expect(Object.keys(JSON.parse(result))).toEqual(["table", "mapping", "repairs", "questions", "findings"]);
    expect(JSON.parse(result)).toMatchObject({ table: null, questions: [{ id: "IN-38:TV spend" }] });
  });

  it("keeps a formula text through csv in, sheet out and csv out (IN-66)", async () => {
    const { input, at } = prepared();
    const asked = ["zero"];
    expect((await runCommand(["clean", input, "--out", at("out.xlsx")], asked)).exit).toBe(0);
    const sheet = await readTableFile(at("out.xlsx"), undefined);
    if ("kind" in sheet) throw new Error(sheet.message);
    expect(sheet.sheet).toBe("Data (clean)");
    expect(sheet.rows[0]).toContain("=HYPERLINK spend");
    expect((await runCommand(["clean", at("out.xlsx"), "--out", at("out.csv")])).exit).toBe(0);
    expect(readFileSync(at("out.csv"), "utf8").split("\n")[0]).toContain(",'=HYPERLINK spend,");
  });

  it("logs each repair in the Repairs sheet, with what undoes it; an undo is respected", async () => {
    const { input, at } = prepared();
    writeFileSync(at("answers.yaml"), '"IN-38:TV spend": zero\n');
    const answers = ["--answers", at("answers.yaml")];
    await runCommand(["clean", input, "--out", at("out.xlsx"), ...answers]);
    const log = await readTableFile(at("out.xlsx"), "Repairs");
    if ("kind" in log) throw new Error(log.message);
    expect(log.rows[1]).toEqual(
      expect.arrayContaining(["IN-32:B2", "B2", "$100", "100", "accepted", 'answers: {"IN-32:B2": undo}']),
    );
    writeFileSync(at("answers.yaml"), '"IN-38:TV spend": zero\n"IN-32:B2": undo\n');
    const { exit, said } = await runCommand(["clean", input, "--out", at("two.xlsx"), ...answers]);
    expect(exit).toBe(2);
    expect(said).toContain('IN-32 B2 in "TV spend" stays "$100"');
  });

  it("refuses the same file twice, and a place it can not write to, with the way out", async () => {
    const { input, at } = prepared();
    const two = await runCommand(["clean", input, input, "--out", at("out.csv")]);
    expect([two.exit, two.said]).toEqual([2, expect.stringContaining("IN-22")]);
    expect((await runCommand(["clean", input, "--out", at("out.pdf")])).said).toContain(
      "neither .csv nor .xlsx",
    );
    expect((await runCommand(["clean", input])).said).toContain("--out");
  });
});
