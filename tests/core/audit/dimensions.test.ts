/** The rubrics of requirements §1Y, one row of the table at a time. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import type { DimensionId } from "@mmm/core/audit/scorecard.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { channelOf, historyOf, moneyKpi, weekly } from "../../fixtures/histories.ts";

const rules = defaultRules(AUDIT_ROWS);

function dimension(id: DimensionId, history: MediaHistory) {
  const found = auditReadiness(history, rules).dimensions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no dimension ${id}`);
  return found;
}

const score = (id: DimensionId, history: MediaHistory) => dimension(id, history).score;

/** A history with so many of its weeks missing from the table, hence filled in every column. */
function withGaps(weeks: number, gaps: number): MediaHistory {
  const imputed = ["revenue", "TV", "Search"].map((column) => ({ column, cells: gaps }));
  return historyOf(weeks, { imputed });
}

describe("dimension 1, time series", () => {
  it.each([
    [156, 0, 5],
    [104, 0, 5],
    [104, 2, 4], // 1.9 %
    [104, 3, 3], // 2.9 %
    [104, 6, 2], // 5.8 %
    [103, 0, 4],
    [78, 0, 4],
    [78, 1, 3],
    [77, 0, 3],
    [60, 0, 3],
    [59, 0, 2],
    [30, 0, 2],
    [29, 0, 1],
  ])("scores %d weeks with %d missing at %#", (weeks, gaps, expected) => {
    expect(score("timeSeries", withGaps(weeks, gaps))).toBe(expected);
  });

  it("counts a week as missing only when every column was filled there", () => {
    const blanks = historyOf(110, { imputed: [{ column: "TV", cells: 9 }] });
    expect(dimension("timeSeries", blanks)).toMatchObject({
      score: 5,
      evidence: expect.stringContaining("without a gap"),
    });
  });

  it("says how many weeks are missing from the full two years", () => {
    expect(dimension("timeSeries", historyOf(80)).gaps[0]).toMatchObject({
      missing: "24 more weeks of history",
      blocks: false,
    });
    expect(dimension("timeSeries", historyOf(20)).gaps[0]).toMatchObject({ blocks: true });
  });
});

describe("dimension 2, spend", () => {
  const tv = weekly(110, (week) => 100 + ((week * 7) % 31));
  const sparse = (name: string, from: number) =>
    channelOf(
      name,
      weekly(110, (week) => ((week + from) % 3 === 0 ? 10 + ((week * 5) % 17) : 0)),
    );
  const spend = (...channels: MediaHistory["channels"]) => historyOf(110, { channels });

  it("scores separate weekly channels 4: the fifth point needs a reconciliation with the ledger", () => {
    expect(dimension("spend", historyOf(110))).toMatchObject({
      score: 4,
      gaps: [{ missing: expect.stringContaining("general ledger") }],
    });
  });

  it("bears up to two channels that mostly rest, and scores three of them 3", () => {
    expect(score("spend", spend(channelOf("TV", tv), sparse("A", 0), sparse("B", 1)))).toBe(4);
    expect(score("spend", spend(channelOf("TV", tv), sparse("A", 0), sparse("B", 1), sparse("C", 2)))).toBe(
      3,
    );
  });

  it("scores a collective column 3, unless it is too small to matter", () => {
    const part = (share: number) =>
      channelOf(
        "Other",
        tv.map((value, week) => share * value + (week % 5)),
      );
    expect(score("spend", spend(channelOf("TV", tv), part(0.5)))).toBe(3);
    expect(
      score(
        "spend",
        spend(
          channelOf("TV", tv),
          channelOf(
            "Other",
            tv.map((value) => 0.01 * value + 0.1),
          ),
        ),
      ),
    ).toBe(4);
  });

  it("scores monthly figures split into weeks 2", () => {
    const history = historyOf(110);
    const monthly = Float64Array.from(history.weeks, (week) => 100 * Number(week.slice(5, 7)));
    const dimension2 = dimension("spend", {
      ...history,
      channels: [channelOf("TV", tv), channelOf("Print", monthly)],
    });
    expect(dimension2).toMatchObject({ score: 2, evidence: expect.stringContaining("Print") });
  });

  it("scores no spend 1, which blocks", () => {
    expect(
      dimension(
        "spend",
        spend(
          channelOf(
            "TV",
            weekly(110, () => 0),
          ),
        ),
      ),
    ).toMatchObject({
      score: 1,
      gaps: [{ blocks: true }, { blocks: false }],
    });
  });
});

describe("dimension 3, exposure", () => {
  const exposed = (share: number) => {
    const spend = weekly(110, (week) => 100 + ((week * 7) % 31));
    const seen = channelOf(
      "TV",
      spend.map((value) => share * value),
      spend,
    );
    return historyOf(110, {
      channels: [
        seen,
        channelOf(
          "Search",
          spend.map((value) => (1 - share) * value),
        ),
      ],
    });
  };

  it.each([
    [0.9, 5],
    [0.89, 4],
    [0.7, 4],
    [0.4, 3],
    [0.39, 2],
    [0.01, 2],
  ])("scores %d of spend with exposure %d", (share, expected) => {
    expect(score("exposure", exposed(share + 1e-9))).toBe(expected); // past the rounding of the sum
  });

  it("scores none 1, which never blocks", () => {
    expect(score("exposure", historyOf(110))).toBe(1);
    expect(auditReadiness(historyOf(110), rules).blocked).toBe(false);
  });
});

describe("dimension 4, KPI", () => {
  const filled = (cells: number) => historyOf(110, { imputed: [{ column: "revenue", cells }] });

  it("scores a complete KPI 4: the fifth point needs a tie to the P&L", () => {
    expect(dimension("kpi", historyOf(110))).toMatchObject({
      score: 4,
      gaps: [{ missing: expect.stringContaining("P&L") }],
    });
  });

  it.each([
    [2, 4], // 1.8 %
    [3, 3], // 2.7 %
    [22, 3], // 20 %
    [23, 2], // 21 %
  ])("scores %d filled weeks of 110 at %d", (cells, expected) => {
    expect(score("kpi", filled(cells))).toBe(expected);
  });

  it("scores 3 when one week holds over a tenth of the variance, until an event names that week", () => {
    const values = weekly(110, (week) => (week === 50 ? 2000 : 1000 + ((week * 29) % 53)));
    const peaked = historyOf(110, { kpi: moneyKpi(values) });
    expect(score("kpi", peaked)).toBe(3);
    const event = { name: "Sale", values: weekly(110, (week) => (week === 50 ? 1 : 0)) };
    expect(score("kpi", { ...peaked, events: [event] })).toBe(4);
    const step = { name: "New shop", values: weekly(110, (week) => (week >= 40 ? 1 : 0)) };
    expect(score("kpi", { ...peaked, events: [step] })).toBe(3);
  });

  it("scores a KPI that never changes 1", () => {
    expect(score("kpi", historyOf(110, { kpi: moneyKpi(weekly(110, () => 7)) }))).toBe(1);
  });
});

describe("dimension 5, controls", () => {
  const control = (type: MediaHistory["controls"][number]["type"]) => ({
    name: type,
    type,
    sign: null,
    values: weekly(110, (week) => week % 5),
  });
  const event = { name: "Launch", values: weekly(110, (week) => (week === 5 ? 1 : 0)) };

  it("scores the season alone 2, and each class more one point more, up to 5", () => {
    const classes = [control("promo"), control("competitor"), control("macro")];
    const scores = [0, 1, 2, 3].map((count) =>
      score("controls", historyOf(110, { controls: classes.slice(0, count) })),
    );
    expect(scores).toEqual([2, 3, 4, 5]);
    expect(score("controls", historyOf(110, { controls: classes, events: [event] }))).toBe(5);
  });

  it("counts price and promotion as one class, and unknown controls as none", () => {
    expect(
      score("controls", historyOf(110, { controls: [control("promo"), control("price"), control("other")] })),
    ).toBe(3);
  });

  it("scores 1 below a year of data: even the season is unknown", () => {
    expect(score("controls", historyOf(51))).toBe(1);
    expect(score("controls", historyOf(52))).toBe(2);
  });
});

describe("the overall score", () => {
  it("is capped at 3 when more than 5 % of cells were filled in (X-05)", () => {
    const exposure = weekly(110, (week) => 1000 + week);
    const good = historyOf(110, {
      channels: historyOf(110).channels.map((channel) => ({ ...channel, exposure })),
      controls: (["promo", "competitor", "macro"] as const).map((type) => ({
        name: type,
        type,
        sign: null,
        values: weekly(110, (week) => week % 5),
      })),
    });
    expect(auditReadiness(good, rules).overall).toBe(4); // 5, 4, 5, 4, 5
    const cells = (share: number) => [{ column: "TV", cells: Math.ceil(share * 6 * 110) }]; // KPI, 2 channels, 3 controls
    expect(auditReadiness({ ...good, imputed: cells(0.04) }, rules).overall).toBe(4);
    expect(auditReadiness({ ...good, imputed: cells(0.06) }, rules).overall).toBe(3);
  });
});
