import { emptyBrief, readBrief } from "@mmm/core/data/read-brief.ts";

function problems(parsed: unknown): string[] {
  const reading = readBrief(parsed, "brief.yaml");
  return reading.kind === "brief"
    ? []
    : reading.problems.map(({ message, remedy }) => `${message} | ${remedy}`);
}

describe("readBrief", () => {
  it("reads an empty file as the brief of someone who states nothing (decisions §4)", () => {
    expect(readBrief(null)).toEqual({ kind: "brief", brief: emptyBrief() });
    expect(emptyBrief()).toMatchObject({
      currency: "USD",
      kpiKind: "money",
      sampling: { seed: 1, chains: 4, maxDraws: 2000 },
      budget: { amount: null, period: "quarter" },
    });
  });

  it("reads every key of the schema", () => {
    const reading = readBrief({
      company: "Acme",
      currency: "EUR",
      kpiKind: "count",
      table: { date: "week", kpi: "leads", revenuePerKpi: 40, geo: "country", ignore: ["note", 2024] },
      channels: [
        {
          name: "TV",
          spend: "TV spend",
          exposure: "TV grp",
          group: "brand",
          min: 0,
          max: 5e5,
          lockedUntil: "2026-12-31",
        },
        { name: "Search", adstock: "geometric", saturation: "hill", prior: "default" },
      ],
      controls: [
        "price",
        { column: "promo", type: "promo", sign: "positive" },
        { column: "easter", type: "holiday" },
      ],
      events: ["launch", { name: "move", start: "2025-03-01", shape: "step" }],
      liftTests: [
        {
          channel: "TV",
          start: "2025-01-01",
          end: "2025-02-01",
          spendDelta: 1e4,
          lift: 5,
          lower: 2,
          upper: 9,
          level: 0.9,
          unit: "percent",
        },
      ],
      baseline: { trendKnots: 6, quarterlyPairs: 2 },
      budget: { amount: 250_000, period: "month" },
      margin: 0.4,
      holdoutWeeks: 8,
      sampling: { seed: 7, chains: 2, maxDraws: 500 },
      answers: { "IN-15": "dmy", "IN-38:TV spend": "zero" },
      approvedBy: "A. Finance",
      approvedOn: "2026-11-20",
    });
    expect(reading).toMatchObject({
      kind: "brief",
      brief: {
        table: { revenuePerKpi: 40, ignore: ["note", "2024"] },
        channels: [
          {
            name: "TV",
            group: "brand",
            max: 500_000,
            lockedUntil: "2026-12-31",
            adstock: null,
            saturation: null,
            prior: null,
          },
          {
            name: "Search",
            spend: "Search",
            exposure: null,
            group: "other",
            min: null,
            adstock: { kind: "geometric", maxLag: null },
            saturation: "hill",
            prior: { kind: "contribution" },
          },
        ],
        controls: [
          { column: "price", type: "other", sign: null },
          { column: "promo", type: "promo", sign: "positive" },
          { column: "easter", type: "holiday" },
        ],
        baseline: { trendKnots: 6, quarterlyPairs: 2 },
        events: [
          { name: "launch", column: "launch" },
          { name: "move", column: null, start: "2025-03-01", end: null, shape: "step" },
        ],
        liftTests: [{ channel: "TV", level: 0.9, unit: "percent" }],
        sampling: { seed: 7, chains: 2, maxDraws: 500 },
        answers: { "IN-15": "dmy", "IN-38:TV spend": "zero" },
        approvedOn: "2026-11-20",
      },
    });
  });

  it("takes a date that a YAML reader turned into a Date", () => {
    expect(readBrief({ approvedOn: new Date("2026-11-20T00:00:00Z") })).toMatchObject({
      brief: { approvedOn: "2026-11-20" },
    });
  });

  it("names the nearest known key for an unknown one, at every depth", () => {
    expect(problems({ chanels: [] })[0]).toMatch(/^chanels: unknown key \| Did you mean "channels"\?/);
    expect(problems({ channels: [{ name: "TV", grup: "brand" }] })[0]).toMatch(
      /^channels\[0\]\.grup.*"group"/,
    );
    expect(problems({ budget: { amout: 5 } })[0]).toMatch(/^budget\.amout.*"amount"/);
  });

  it.each([
    [{ channels: [{ name: "TV" }, { name: "A" }, { name: "B", group: "brnd" }] }, "channels[2].group"],
    [{ channels: [{ spend: "TV" }] }, "channels[0].name"],
    [{ channels: [{ name: "TV", min: 5, max: 2 }] }, "channels[0].min"],
    [{ channels: [{ name: "TV" }, { name: "TV" }] }, "channels[1].name"],
    [{ channels: [{ name: "TV", adstock: "weibull" }] }, "channels[0].adstock"],
    [{ channels: [{ name: "TV", saturation: { kind: "logistic" } }] }, "channels[0].saturation"],
    [{ channels: [{ name: "TV", prior: "tight" }] }, "channels[0].prior"],
    [{ baseline: { trendKnots: 2.5 } }, "baseline.trendKnots"],
    [{ baseline: { quarterlyPairs: 4 } }, "baseline.quarterlyPairs"],
    [{ baseline: { knots: 2 } }, "baseline.knots"],
    [{ channels: "TV" }, "channels"],
    [{ channels: ["TV"] }, "channels[0]"],
    [{ controls: [{ column: "x", type: "nice" }] }, "controls[0].type"],
    [{ events: [{ name: "x" }] }, "events[0].start"],
    [{ events: [{ name: "x", start: "2025-02-30" }] }, "events[0].start"],
    [{ events: [{ name: "x", start: "2025-02-02", end: "2025-01-01" }] }, "events[0].end"],
    [{ table: [] }, "table"],
    [{ table: { revenuePerKpi: -1 } }, "table.revenuePerKpi"],
    [{ budget: { amount: "$500,000" } }, "budget.amount"],
    [{ budget: { period: "day" } }, "budget.period"],
    [{ margin: 40 }, "margin"],
    [{ margin: 0 }, "margin"],
    [{ sampling: { seed: 1.5 } }, "sampling.seed"],
    [{ answers: { "IN-15": true } }, "answers.IN-15"],
    [{ kpiKind: "revenue" }, "kpiKind"],
    [{ approvedOn: "yesterday" }, "approvedOn"],
  ])("names the path of what does not fit in %j", (parsed, path) => {
    const found = problems(parsed);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${path}: `)).toBe(true);
  });

  it("refuses a reversed interval of a lift test (IN-62)", () => {
    const test = {
      channel: "TV",
      start: "2025-01-01",
      end: "2025-02-01",
      spendDelta: 1,
      lift: 5,
      lower: 9,
      upper: 2,
      level: 0.9,
    };
    expect(problems({ liftTests: [test] })[0]).toContain("liftTests[0].lift");
  });

  it("names the nearest word for an unknown one", () => {
    const channel = { name: "TV", saturation: "logistics" };
    expect(problems({ channels: [channel] })[0]).toContain('Did you mean "logistic"?');
    expect(problems({ kpiKind: "counts" })[0]).toContain('Did you mean "count"?');
  });

  it("names the file of every problem and stops", () => {
    const reading = readBrief("just text", "brief.yaml");
    expect(reading).toMatchObject({ problems: [{ severity: "stop", where: { file: "brief.yaml" } }] });
  });

  it("lists every problem at once", () => {
    expect(problems({ margin: 5, kpiKind: "x", foo: 1 })).toHaveLength(3);
  });
});
