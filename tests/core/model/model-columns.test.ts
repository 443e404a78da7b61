import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { modelColumns } from "@mmm/core/model/model-columns.ts";
import { exampleHistory } from "./example-history.ts";

const RULES = defaultRules(MODEL_ROWS);
const HISTORY = exampleHistory({ weeks: 157, channels: 2, seed: 1 });
const COLUMNS = modelColumns(HISTORY, { fittedWeeks: 157, kpiSd: 0.2 }, RULES);

describe("the columns that are not media", () => {
  it("are intercept, trend, two seasonal pairs, controls and events, in this order", () => {
    expect(COLUMNS.map(({ name }) => name)).toEqual([
      "Intercept",
      "Trend",
      "Season sine 1",
      "Season cosine 1",
      "Season sine 2",
      "Season cosine 2",
      "price",
      "sale",
    ]);
  });

  it("carry the priors of decisions §3: 0.7 ± 0.5, 0 ± 0.3, and half the KPI's standard deviation", () => {
    expect(COLUMNS.map(({ priorMean, priorSd }) => [priorMean, priorSd])).toEqual([
      [0.7, 0.5],
      [0, 0.3],
      ...Array.from({ length: 6 }, () => [0, 0.1]),
    ]);
  });

  it("let the trend's coefficient be the change over the window: −½ to +½", () => {
    const { values } = COLUMNS[1];
    expect([values[0], values[78], values[156]]).toEqual([-0.5, 0, 0.5]);
  });

  it("continue the trend into held-out weeks", () => {
    const [, trend] = modelColumns(HISTORY, { fittedWeeks: 145, kpiSd: 0.2 }, RULES);
    expect(trend.values[144]).toBe(0.5);
    expect(trend.values[156]).toBeCloseTo(0.5 + 12 / 144, 12);
  });

  it("repeat the season after a year: 2023-01-02 and 2024-01-01 are 364 of 365.25 days apart", () => {
    const [sine, cosine] = [COLUMNS[2].values, COLUMNS[3].values];
    const angle = (week: number): number => Math.atan2(sine[week], cosine[week]) / (2 * Math.PI);
    const turned = angle(52) - angle(0);
    expect(turned - Math.floor(turned)).toBeCloseTo(364 / 365.25, 10);
  });

  it("have unit variance over a whole season: √2 times the sine", () => {
    const squares = COLUMNS.slice(2, 6).map(
      ({ values }) => values.reduce((sum, value) => sum + value * value, 0) / values.length,
    );
    // 157 weeks are 3.009 seasons: what is over adds at most 1/157 · 2
    for (const square of squares) expect(Math.abs(square - 1)).toBeLessThan(0.015);
  });

  it("keep one seasonal pair below a year, when the season has not been seen once through", () => {
    const short = modelColumns(HISTORY, { fittedWeeks: 40, kpiSd: 0.2 }, RULES);
    expect(short.filter(({ role }) => role === "season").map(({ name }) => name)).toEqual([
      "Season sine 1",
      "Season cosine 1",
    ]);
  });

  it("standardize controls and events, and say by how much", () => {
    const sale = COLUMNS[7];
    const weeks = HISTORY.events[0].values;
    const mean = weeks.reduce((sum, value) => sum + value, 0) / 157;
    expect(sale.values[5]).toBeCloseTo((1 - mean) / sale.unit, 12);
    expect(sale.unit).toBeCloseTo(Math.sqrt((157 * mean * (1 - mean)) / 156), 12);
  });

  it("leave out a control that is constant in the fitted weeks", () => {
    const constant = {
      ...HISTORY,
      controls: [{ ...HISTORY.controls[0], values: new Float64Array(157).fill(3) }],
    };
    const names = modelColumns(constant, { fittedWeeks: 157, kpiSd: 0.2 }, RULES).map(({ name }) => name);
    expect(names).not.toContain("price");
    expect(names).toContain("sale");
  });
});
