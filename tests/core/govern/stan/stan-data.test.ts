import { stanData } from "@mmm/core/govern/stan/stan-data.ts";
import { ALL_FAMILIES, FAMILY_MODELS } from "../../model/example-families.ts";

const { model } = ALL_FAMILIES;

/** [row][column] */
function matrix(value: unknown): number[][] {
  return value as number[][];
}

describe("stanData", () => {
  it("puts the weeks before the window above it and leaves out what the likelihood does not see", () => {
    const channels = model.channels.map((channel, index) => ({
      ...channel,
      carryIn: index === 0 ? Float64Array.of(0.25) : Float64Array.of(0.5, 0.75),
    }));
    const data = stanData({ ...model, channels });
    const spend = matrix(data.spend);
    expect(data.before).toBe(2);
    // the first channel knows one week before, and spent nothing in the other
    expect([spend[0][0], spend[1][0]]).toEqual([0, 0.25]);
    expect([spend[0][1], spend[1][1]]).toEqual([0.5, 0.75]);
    expect(spend).toHaveLength(2 + model.fittedWeeks);
    expect(spend.at(-1)?.[0]).toBe(model.channels[0].spend[model.fittedWeeks - 1]);
    expect(data.kpi).toEqual([...model.kpi].slice(0, model.fittedWeeks));
  });

  it("gives each lift test its channel's spend with the tested weeks as they would have been", () => {
    const data = stanData(model);
    model.liftTests.forEach(({ channel, firstWeek, lastWeek, spendWithout }, test) => {
      matrix(data.without).forEach((row, place) => {
        const week = place - Number(data.before);
        const tested = week >= firstWeek && week <= lastWeek;
        expect(row[test]).toBe(tested ? spendWithout[week - firstWeek] : matrix(data.spend)[place][channel]);
      });
    });
  });

  it("names neither tests nor the worth of a KPI unit where a model has none", () => {
    const plain = FAMILY_MODELS.find(({ name }) => name === "logistic saturation") ?? ALL_FAMILIES;
    for (const name of ["tests", "without", "worth"])
      expect(Object.keys(stanData(plain.model))).not.toContain(name);
    expect(Object.keys(stanData(model))).toEqual(expect.arrayContaining(["tests", "without", "worth"]));
  });
});
