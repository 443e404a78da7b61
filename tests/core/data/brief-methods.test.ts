import { readBrief } from "@mmm/core/data/read-brief.ts";

function read(channel: Readonly<Record<string, unknown>>) {
  return readBrief({ channels: [{ name: "TV", ...channel }] });
}

function problem(channel: Readonly<Record<string, unknown>>): string {
  const reading = read(channel);
  if (reading.kind === "brief") return "";
  return reading.problems.map(({ message, remedy }) => `${message} | ${remedy}`).join("; ");
}

describe("the carryover of a channel in the brief", () => {
  it.each([
    ["geometric", { kind: "geometric", maxLag: null }],
    ["infinite", { kind: "infinite" }],
    ["none", { kind: "none" }],
    [
      { kind: "geometric", maxLag: 8 },
      { kind: "geometric", maxLag: 8 },
    ],
    [{ kind: "geometric" }, { kind: "geometric", maxLag: null }],
    [{ kind: "none" }, { kind: "none" }],
    [undefined, null],
  ])("reads %j", (adstock, expected) => {
    expect(read({ adstock })).toMatchObject({ brief: { channels: [{ adstock: expected }] } });
  });

  it("names the nearest word, the missing kind, and a last lag where there is none", () => {
    expect(problem({ adstock: "geometrical" })).toContain('Did you mean "geometric"?');
    expect(problem({ adstock: { kind: "infinit" } })).toMatch(
      /^channels\[0\]\.adstock\.kind: .*"infinite"\?/,
    );
    expect(problem({ adstock: { maxLag: 8 } })).toMatch(/^channels\[0\]\.adstock\.kind: is missing/);
    expect(problem({ adstock: { kind: "infinite", maxLag: 8 } })).toContain('"infinite" has none');
    expect(problem({ adstock: { kind: "geometric", maxLag: 0 } })).toContain(
      "adstock.maxLag: must be a whole",
    );
    expect(problem({ adstock: { kind: "geometric", lag: 8 } })).toContain('Did you mean "maxLag"?');
    expect(problem({ adstock: 8 })).toContain("must be one of geometric, infinite, none");
  });
});

describe("the saturation of a channel in the brief", () => {
  it.each(["hill", "logistic", "michaelis-menten", "tanh", "power", "none"])("reads %s", (saturation) => {
    expect(read({ saturation })).toMatchObject({ brief: { channels: [{ saturation }] } });
  });

  it("names the nearest word", () => {
    expect(problem({ saturation: "Michaelis Menten" })).toContain('Did you mean "michaelis-menten"?');
  });
});
