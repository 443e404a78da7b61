import type { LiftTest } from "@mmm/core/data/brief.ts";
import { usableLiftTests } from "@mmm/core/data/lift-tests.ts";
import { channelOf, historyOf, weekly } from "../../fixtures/histories.ts";
import { DATA_RULES } from "../../fixtures/reading.ts";
import { monday } from "../../fixtures/weekly-table.ts";

const SOURCE = { file: "spend.csv", sheet: null };
const tv = channelOf(
  "TV",
  weekly(20, (week) => 100 + week),
);
const test: LiftTest = {
  channel: "TV",
  start: monday(4),
  end: monday(8),
  spendDelta: 40,
  lift: 200,
  lower: 120,
  upper: 280,
  level: 0.9,
  unit: "kpi",
};

function use(...tests: LiftTest[]) {
  const { value, notes } = usableLiftTests(SOURCE, tests, historyOf(20, { channels: [tv] }), DATA_RULES);
  return { value, messages: notes.findings.map(({ message, remedy }) => `${message} | ${remedy}`), notes };
}

describe("the lift tests of a brief", () => {
  it("are used in the brief's order, without a word where nothing is doubtful", () => {
    const { value, messages } = use(test, { ...test, start: monday(10), end: monday(12) });
    expect(value.map(({ firstWeek }) => firstWeek)).toEqual([4, 10]);
    expect(messages).toEqual([]);
  });

  it("are each warned of where they can not be used; the others are used all the same (IN-62)", () => {
    const { value, notes } = use({ ...test, channel: "Radio" }, test);
    expect(value).toHaveLength(1);
    expect(notes.findings).toMatchObject([{ code: "IN-62", severity: "warn", where: { file: "spend.csv" } }]);
    expect(notes.findings[0]?.message).toMatch(
      /^IN-62 The lift test on "Radio" from .* could not be used: no channel/,
    );
  });

  it("are used, and said to be weak, below 80% confidence (Robyn's check)", () => {
    const { value, messages } = use({ ...test, level: 0.7 });
    expect(value).toHaveLength(1);
    expect(messages[0]).toContain("states its result with 70% confidence, below 80%");
    expect(use({ ...test, level: 0.8 }).messages).toEqual([]);
  });

  it("are read as percent, and asked about where that looks like a fraction", () => {
    const { value, messages } = use({ ...test, unit: "percent", lift: 0.05, lower: 0.02, upper: 0.09 });
    expect(value).toHaveLength(1);
    expect(messages[0]).toContain(
      "a lift of 0.05 percent, that is 0.05%; it is used like that. | If 5% is meant, write 5",
    );
    expect(use({ ...test, unit: "percent", lift: 5, lower: 2, upper: 9 }).messages).toEqual([]);
  });

  it("are missed where a channel's prior is to be made from them", () => {
    const channels = [{ ...tv, prior: { kind: "lift-tests" } as const }];
    const { notes } = usableLiftTests(SOURCE, [], historyOf(20, { channels }), DATA_RULES);
    expect(notes.findings).toMatchObject([{ code: "IN-62", severity: "warn" }]);
    expect(usableLiftTests(SOURCE, [test], historyOf(20, { channels }), DATA_RULES).notes.findings).toEqual(
      [],
    );
  });
});
