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
      mcse: { mean: 0.1, sd: 0.2, lo: 0.3, hi: 0.3 },
      essBulk: 900,
      essTail: 800,
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

  it("gives each quantity its mean with the Monte Carlo standard error, in the order of the program", () => {
    const reference = JSON.parse(FILES["reference.json"]);
    expect(reference.quantities.map(({ name }: { name: string }) => name)).toEqual(names);
    for (const { mean, mcse } of reference.quantities) expect([mean, mcse]).toEqual([10, 0.1]);
  });

  it("says of which run it is, and names its own files and columns in the instructions", () => {
    expect(JSON.parse(FILES["reference.json"]).run).toBe(RUN.runKey);
    for (const word of [RUN.runId, "model.stan", "data.json", "reference.json", "mcse"])
      expect(FILES["README.md"]).toContain(word);
  });
});
