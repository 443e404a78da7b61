import type { StatedPrior } from "@mmm/core/data/brief.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { emptyBrief, readBrief } from "@mmm/core/data/read-brief.ts";
import { resolvePrior } from "@mmm/core/data/resolve-prior.ts";

const SOURCE = { file: "spend.csv", sheet: null };
const ORDERS: MediaHistory["kpi"] = {
  name: "orders",
  kind: "count",
  values: Float64Array.of(10, 30),
  revenuePerKpi: null,
};
// (10 · 120 + 30 · 80) / 40 = 90 dollars an order
const VALUED: MediaHistory["kpi"] = { ...ORDERS, revenuePerKpi: Float64Array.of(120, 80) };
const REVENUE: MediaHistory["kpi"] = { ...ORDERS, kind: "money", revenuePerKpi: Float64Array.of(1, 1) };

function resolve(prior: StatedPrior | null, kpi: MediaHistory["kpi"]) {
  const reading = readBrief({ channels: [{ name: "TV" }] });
  const brief = reading.kind === "brief" ? reading.brief : emptyBrief();
  return resolvePrior(SOURCE, { ...brief.channels[0], prior }, kpi);
}

const inOrders: StatedPrior = { kind: "return", low: 1 / 60, high: 1 / 20, level: 0.8, unit: "kpi" };
const inMoney: StatedPrior = { kind: "return", low: 0.5, high: 4, level: 0.9, unit: "money" };

describe("the unit of a stated return", () => {
  it("is KPI units for a count that has no value, as stated", () => {
    expect(resolve(inOrders, ORDERS).value).toEqual({
      kind: "return",
      low: 1 / 60,
      high: 1 / 20,
      level: 0.8,
    });
    expect(resolve({ ...inMoney, unit: "value" }, ORDERS).value).toMatchObject({ low: 0.5, high: 4 });
  });

  it("is money where a unit has a value: 1/60 to 1/20 orders at 90 dollars are 1.5 to 4.5 dollars, by hand", () => {
    const { value } = resolve(inOrders, VALUED);
    if (value?.kind !== "return") throw new Error("no return");
    expect(value.low).toBeCloseTo(1.5, 14);
    expect(value.high).toBeCloseTo(4.5, 14);
    expect(resolve(inMoney, VALUED).value).toMatchObject({ low: 0.5, high: 4 });
  });

  it("is money for a money KPI, and single units make no sense there", () => {
    expect(resolve(inMoney, REVENUE).value).toMatchObject({ low: 0.5, high: 4 });
    expect(resolve(inOrders, REVENUE)).toMatchObject({
      value: null,
      notes: {
        findings: [{ code: "BRIEF", severity: "stop", remedy: expect.stringContaining("kpiKind: count") }],
      },
    });
  });

  it("is unknown for money that comes back as a count without value", () => {
    expect(resolve(inMoney, ORDERS)).toMatchObject({
      value: null,
      notes: { findings: [{ severity: "stop", remedy: expect.stringContaining("revenuePerKpi") }] },
    });
  });

  it("does not matter to a prior that is no return", () => {
    expect(resolve({ kind: "coefficient" }, ORDERS)).toMatchObject({ value: { kind: "coefficient" } });
    expect(resolve(null, ORDERS)).toMatchObject({ value: null, notes: { findings: [] } });
  });
});
