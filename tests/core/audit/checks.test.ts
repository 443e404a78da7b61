/** Each check speaks when its fault is planted, and is silent on an ordinary history. */

import { auditReadiness } from "@mmm/core/audit/audit-readiness.ts";
import type { ChannelHistory, MediaHistory } from "@mmm/core/data/media-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { AUDIT_ROWS } from "@mmm/core/govern/rows/audit-rows.ts";
import { channelOf, historyOf, moneyKpi, weekly } from "../../fixtures/histories.ts";

const rules = defaultRules(AUDIT_ROWS);
const WEEKS = 110;
const tv = weekly(WEEKS, (week) => 100 + ((week * 7) % 31));
const search = weekly(WEEKS, (week) => 40 + ((week * 5) % 17));

function said(parts: Partial<MediaHistory>, orders: Float64Array | null = null): string[] {
  const reading = orders === null ? {} : { orders: { column: "orders", values: orders } };
  return auditReadiness(historyOf(WEEKS, parts), rules, reading).findings.map(
    ({ severity, message }) => `${severity} ${message}`,
  );
}

function channels(...list: ChannelHistory[]): Partial<MediaHistory> {
  return { channels: list };
}

describe("checks of the audit", () => {
  it("are silent on an ordinary history", () => {
    expect(said({})).toEqual([]);
  });

  it("name each exceptional week of the KPI with its z score (B-16)", () => {
    const kpi = moneyKpi(historyOf(WEEKS).kpi.values.map((value, week) => (week === 60 ? 3 * value : value)));
    expect(said({ kpi })).toContainEqual(
      expect.stringMatching(/^warn B-16 .* in 1 week: 2023-02-27 \(z 10\.\d\d\)/),
    );
  });

  it("propose an event where KPI and spend jump together, until one names the week (B-17, IN-58)", () => {
    const jump = (values: Float64Array) => values.map((value, week) => (week === 60 ? 4 * value : value));
    const parts = {
      kpi: moneyKpi(jump(historyOf(WEEKS).kpi.values)),
      channels: [channelOf("TV", jump(tv)), channelOf("Search", search)],
    };
    const proposal = expect.stringMatching(/^warn IN-58 In the week of 2023-02-27 .* TV /);
    expect(said(parts)).toContainEqual(proposal);
    const event = { name: "Sale", values: weekly(WEEKS, (week) => (week === 60 ? 1 : 0)) };
    expect(said({ ...parts, events: [event] })).not.toContainEqual(proposal);
  });

  it("report a lasting shift of the KPI, with the week and how to say so (IN-59)", () => {
    const kpi = moneyKpi(historyOf(WEEKS).kpi.values.map((value, week) => (week < 60 ? value : 1.5 * value)));
    expect(said({ kpi })).toContainEqual(
      expect.stringMatching(/^warn IN-59 The KPI's level rises .* week of 2023-02-27/),
    );
  });

  it("report a change of unit on the way (IN-43)", () => {
    const thousands = tv.map((value, week) => (week < 50 ? value / 1000 : value));
    expect(said(channels(channelOf("TV", thousands), channelOf("Search", search)))).toContainEqual(
      expect.stringMatching(/^warn IN-43 TV changes about [\d,]+ times in size at the week of 2022-12-19/),
    );
  });

  it("grade channels that move together: amber, red, block (X-16, IN-52)", () => {
    // noise of the given weight makes r ≈ 1 / sqrt(1 + weight²)
    const noise = weekly(WEEKS, (week) => ((week * 37) % 61) / 61 - 0.5);
    const twin = (weight: number) =>
      channels(
        channelOf("TV", tv),
        channelOf(
          "Agency",
          tv.map((value, week) => value + weight * 31 * noise[week]),
        ),
      );
    expect(said(twin(0.7))).toContainEqual(
      expect.stringMatching(/^warn X-16 Channels move partly together: TV with Agency/),
    );
    expect(said(twin(0.3))).toContainEqual(
      expect.stringMatching(/^warn IN-52 Channels can hardly be told apart: TV with Agency/),
    );
    expect(said(twin(0.01))).toContainEqual(
      expect.stringMatching(/^stop X-16 Channels are one and the same/),
    );
  });

  it("see collinearity that no pair shows: a channel that mixes the others (X-16)", () => {
    const mix = tv.map((value, week) => value + 2 * search[week] + (week % 2 ? 0.05 : 0));
    const messages = said(channels(channelOf("TV", tv), channelOf("Search", search), channelOf("Mix", mix)));
    expect(messages).toContainEqual(expect.stringMatching(/^stop X-16 .*Mix with the others \(VIF/));
  });

  it("doubt controls that media moves, or that are the KPI in another form (IN-64)", () => {
    const { values } = historyOf(WEEKS).kpi;
    const control = (name: string, series: Float64Array) => ({
      controls: [{ name, type: "other" as const, sign: null, values: series }],
    });
    const mood = weekly(WEEKS, (week) => (week * 17) % 23);
    expect(said(control("mood", mood))).toEqual([]);
    expect(said(control("Brand search", mood))).toEqual([
      expect.stringMatching(/^warn IN-64 The control Brand search rises/),
    ]);
    expect(
      said(
        control(
          "net sales",
          values.map((value) => 0.8 * value + 3),
        ),
      ),
    ).toEqual([expect.stringMatching(/^warn IN-64 The control net sales is the KPI itself in/)]);
    const before = values.map((_, week) => values[Math.max(0, week - 1)]);
    expect(said(control("last week", before))).toEqual([expect.stringContaining("of the week before")]);
  });

  it("report sparse channels, and propose to merge the rarest (IN-48)", () => {
    const live = (every: number) =>
      weekly(WEEKS, (week) => (week % every === 0 ? 50 + ((week * 11) % 13) : 0));
    const findings = auditReadiness(
      historyOf(
        WEEKS,
        channels(channelOf("TV", tv), channelOf("Radio", live(3)), channelOf("Fair", live(11))),
      ),
      rules,
    ).findings.filter(({ code }) => code === "IN-48");
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining("Radio has no spend in 66.4%"), // 73 of 110 weeks
      expect.stringContaining("Fair has no spend in 90.9%"), // 100 of 110 weeks
    ]);
    expect(findings[1]?.remedy).toContain("Merge");
  });

  it("report channels that the KPI does not move with (B-18)", () => {
    const idle = weekly(WEEKS, (week) => 50 + ((week * week * 13) % 29));
    expect(
      said(channels(channelOf("TV", tv), channelOf("Search", search), channelOf("Idle", idle))),
    ).toContainEqual(expect.stringMatching(/^warn B-18 .*Idle \(r /));
  });

  it("report a channel that dominates, but not of two (J1)", () => {
    const big = channelOf(
      "Big",
      tv.map((value) => 10 * value),
    );
    const small = channelOf(
      "Small",
      weekly(WEEKS, (week) => 50 + ((week * 11) % 23)),
    );
    expect(said(channels(big, channelOf("Search", search), small))).toContainEqual(
      expect.stringMatching(/^warn J1 Big holds 9\d/),
    );
    expect(said(channels(big, channelOf("Search", search)))).not.toContainEqual(
      expect.stringContaining("J1"),
    );
  });

  it("report channels below one percent of spend (IN-61)", () => {
    const tiny = channelOf(
      "Tiny",
      search.map((value) => value / 100),
    );
    expect(said(channels(channelOf("TV", tv), tiny))).toContainEqual(
      expect.stringMatching(/^warn IN-61 .*Tiny \(0\.\d+%\)/),
    );
  });

  it("take more than 25 channels for campaigns (A-77)", () => {
    const many = Array.from({ length: 26 }, (_, place) =>
      channelOf(
        `Campaign ${place}`,
        weekly(WEEKS, (week) => 10 + ((week * (place + 2)) % (31 + place))),
      ),
    );
    expect(said({ channels: many })).toContainEqual(
      expect.stringMatching(/^warn A-77 There are 26 channels/),
    );
    expect(said({ channels: many.slice(1) })).not.toContainEqual(expect.stringContaining("A-77"));
  });

  it("doubt a KPI whose orders are worth too much or too little (IN-56)", () => {
    const orders = weekly(WEEKS, () => 0.01);
    expect(said({}, orders)).toContainEqual(
      expect.stringMatching(/^warn IN-56 One order is worth 1\d\d,\d{3} USD/),
    );
    expect(
      said(
        {},
        weekly(WEEKS, () => 20),
      ),
    ).toEqual([]); // about 60 an order
    const count: MediaHistory["kpi"] = {
      ...historyOf(WEEKS).kpi,
      kind: "count",
      revenuePerKpi: weekly(WEEKS, () => 0.02),
    };
    expect(said({ kpi: count })).toContainEqual(
      expect.stringContaining("IN-56 One unit of revenue is worth 0.02 USD"),
    );
    expect(said({ kpi: { ...count, revenuePerKpi: null } })).toEqual([]);
  });

  it("take the same figure every week for a plan (IN-45)", () => {
    const planned = weekly(WEEKS, (week) => (week % 10 === 0 ? 0 : week % 11 === 0 ? 9000 : 10_000));
    expect(
      said(
        channels(
          channelOf(
            "TV",
            tv.map((value) => 80 * value),
          ),
          channelOf("Print", planned),
        ),
      ),
    ).toContainEqual(expect.stringMatching(/^warn IN-45 Print spends exactly 10,000 in 9\d(\.\d)?%/));
  });

  it("compare exposure with spend: free reach, late booking, drifting prices (IN-54, IN-55)", () => {
    const exposure = tv.map((value, week) => (week === 7 ? 0 : value * (week < 55 ? 3000 : 1000)));
    const spend = tv.map((value, week) => (week === 9 ? 0 : value));
    const messages = said(channels(channelOf("TV", spend, exposure), channelOf("Search", search)));
    expect(messages).toEqual([
      expect.stringContaining("IN-54 TV was seen without spend in 1 week"),
      expect.stringContaining("IN-54 TV was paid without being seen in 1 week"),
      expect.stringContaining("IN-55 TV pays 2.9"),
    ]);
  });

  it("call data thin below four weeks per quantity (X-01, D-25)", () => {
    const { findings, facts } = auditReadiness(historyOf(40), rules);
    expect(facts.observationsPerParameter).toBeCloseTo(40 / (7 + 2 * 4), 12); // intercept … noise, and four per channel
    expect(findings.map(({ code }) => code)).toEqual(["X-01"]);
  });
});
