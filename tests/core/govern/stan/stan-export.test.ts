import { stanExport } from "@mmm/core/govern/stan/stan-export.ts";
import { quantityLayout } from "@mmm/core/model/quantities.ts";
import { defenseResults } from "../../../fixtures/defense-results.ts";
import { ALL_FAMILIES } from "../../model/example-families.ts";

const { model } = ALL_FAMILIES;
const { names } = quantityLayout(model);
const { run: RUN } = defenseResults();
const FILES = Object.fromEntries(
  stanExport({
    model,
    quantities: names.map((name) => ({
      name,
      mean: 10,
      sd: 3,
      lo: 5,
      hi: 15,
      rhat: 1,
      essBulk: 900,
      essTail: 800,
      mcse: { mean: 0.1, sd: 0.1, lo: 0.2, hi: 0.2 },
    })),
    level: 0.9,
    run: RUN,
  }).map(({ name, text }) => [name, text]),
);

describe("stanExport", () => {
  it("holds the program, its data, what we found, and how to compare", () => {
    expect(Object.keys(FILES)).toEqual(["model.stan", "data.json", "reference.json", "README.md"]);
    expect(JSON.parse(FILES["data.json"]).weeks).toBe(model.fittedWeeks);
  });

  it("gives each mean its Monte Carlo standard error: sd 3 over √900 is 0.1", () => {
    const reference = JSON.parse(FILES["reference.json"]);
    expect(reference.quantities.map(({ name }: { name: string }) => name)).toEqual(names);
    for (const { mcse } of reference.quantities) expect(mcse).toBeCloseTo(0.1, 15);
  });

  it("says of which run it is, and names its own files and columns in the instructions", () => {
    expect(JSON.parse(FILES["reference.json"]).run).toBe(RUN.runKey);
    for (const word of [RUN.runId, "model.stan", "data.json", "reference.json", "mcse"])
      expect(FILES["README.md"]).toContain(word);
  });
});
