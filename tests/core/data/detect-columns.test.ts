import { channelStem, headerTokens, kpiRank, plainHeader } from "@mmm/core/data/header-tokens.ts";
import { readWith } from "../../fixtures/reading.ts";
import { weeklyTable } from "../../fixtures/weekly-table.ts";

const wave = (week: number) => 10 + ((week * 7) % 11);
const other = (week: number) => 5 + ((week * 5) % 13);

describe("detecting columns", () => {
  it("takes spend by its name, exposure by its channel's name, whatever the spelling", () => {
    const { mapping } = readWith(
      weeklyTable(20, {
        tv_spend: wave,
        "Search Cost (USD)": other,
        "TV Impressions": wave,
        search_clicks: other,
        sales: wave,
      }),
    );
    expect(mapping).toMatchObject({
      date: "week",
      kpi: "sales",
      channels: [
        { name: "Search", spend: "Search Cost (USD)", exposure: "search_clicks" },
        { name: "tv", spend: "tv_spend", exposure: "TV Impressions" },
      ],
      guessed: true,
    });
  });

  it("takes platforms' names for channels where no header says spend", () => {
    const { mapping } = readWith(
      weeklyTable(20, { google_search: wave, meta_facebook: other, revenue: wave, mood: other }),
    );
    expect(mapping.channels.map(({ name }) => name)).toEqual(["google_search", "meta_facebook"]);
    expect(mapping.ignored).toEqual(["mood"]);
  });

  it("tells channels that differ in their brackets only apart, each with its own exposure", () => {
    const { mapping } = readWith(
      weeklyTable(20, {
        "TV (North) spend": wave,
        "TV (South) spend": other,
        "TV (South) GRP": wave,
        "TV (North) GRP": other,
        revenue: wave,
      }),
    );
    expect(mapping.channels).toEqual(
      ["North", "South"].map((side) => ({
        name: `TV (${side})`,
        spend: `TV (${side}) spend`,
        exposure: `TV (${side}) GRP`,
      })),
    );
  });

  it("tells events by 0 and 1, controls by their names", () => {
    const { mapping } = readWith(
      weeklyTable(20, {
        "TV spend": wave,
        revenue: other,
        price: wave,
        competitor_sales: other,
        launch: (week) => (week === 9 ? 1 : 0),
      }),
    );
    expect(mapping.controls).toEqual(["competitor_sales", "price"]);
    expect(mapping.events).toEqual(["launch"]);
  });

  it("never takes a column of truth or a running number for anything", () => {
    const { mapping } = readWith(
      weeklyTable(20, {
        "TV spend": wave,
        revenue: other,
        c1: other,
        c1_effect: wave,
        TV_contribution: wave,
        t: (week) => week,
      }),
    );
    expect(mapping.controls).toEqual(["c1"]);
    expect(mapping.ignored).toEqual(["c1_effect", "TV_contribution", "t"]);
  });

  it("counts orders as a count, with the value of one beside them", () => {
    const { history, mapping } = readWith(
      weeklyTable(20, { "TV spend": wave, orders: other, revenue_per_order: (week) => 40 + (week % 3) }),
    );
    expect(mapping.kpi).toBe("orders");
    expect(history?.kpi.kind).toBe("count");
    expect(history?.kpi.revenuePerKpi?.[1]).toBe(41);
  });

  it("recognizes Excel serials as dates by their steps of whole weeks", () => {
    const source = weeklyTable(20, { "TV spend": wave, revenue: other });
    const rows = source.rows.map((row, place) =>
      place === 0 ? ["when", ...row.slice(1)] : [44_564 + 7 * place, ...row.slice(1)],
    );
    const { history } = readWith({ ...source, rows });
    expect(history?.weeks[0]).toBe("2022-01-10"); // serial 44571 is shown by Excel as 2022-01-10
  });

  it("stops with a remedy where nothing can be the KPI or media", () => {
    const { history, findings } = readWith(weeklyTable(20, { mood: (week) => wave(week) - 15 }));
    expect(history).toBeNull();
    expect(findings.map(({ remedy }) => remedy).join(" ")).toMatch(/kpi: .*channels: /);
  });
});

describe("words of a header", () => {
  it("splits at marks, spaces and capitals", () => {
    expect(headerTokens("x1_Search-Ads (USD)")).toEqual(["x1", "search", "ads", "usd"]);
    expect(headerTokens("adSpend")).toEqual(["ad", "spend"]);
    expect(plainHeader("Meta Spend")).toBe(plainHeader("meta_spend"));
  });

  it("strips spend and exposure words to leave the channel", () => {
    expect(["TV Spend (USD)", "spend_meta", "Channel0_impression", "Amount spent"].map(channelStem)).toEqual([
      "TV",
      "meta",
      "Channel0",
      "Amount spent",
    ]);
  });

  it("ranks revenue before orders, and a bare word before a longer header", () => {
    const ranks = ["revenue", "orders", "all_revenue"].map((header) => kpiRank(header) ?? Number.NaN);
    expect(ranks[0]).toBeLessThan(ranks[1]);
    expect(ranks[1]).toBeLessThan(ranks[2]);
    expect(["revenue_per_order", "competitor_sales", "y_effect"].map(kpiRank)).toEqual([null, null, null]);
  });
});
