import { stanProgram } from "@mmm/core/govern/stan/stan-program.ts";
import { quantityLayout } from "@mmm/core/model/quantities.ts";
import { ALL_FAMILIES, FAMILY_MODELS } from "../../model/example-families.ts";

/** Variables that a block declares. */
function declared(program: string, block: string): string[] {
  const body = program.split(`\n${block} {\n`)[1]?.split("\n}")[0] ?? "";
  return body
    .split("\n")
    .map((line) => line.replace(/\/\/.*/, "").trim())
    .filter((line) => /^(int|real|vector|matrix)\b/.test(line))
    .map(
      (line) =>
        line
          .split(/[\s=;]+/)
          .filter((word) => /^[a-z]\w*$/.test(word))
          .at(-1) ?? line,
    );
}

describe("stanProgram", () => {
  it.each(FAMILY_MODELS)(
    "fills every variable that it declares as data, and no other: $name",
    ({ model }) => {
      const { program, data } = stanProgram(model);
      expect(declared(program, "data").sort()).toEqual(Object.keys(data).sort());
    },
  );

  it.each(FAMILY_MODELS)("has one parameter for each of ours, beside gamma: $name", ({ model }) => {
    const parameters = declared(stanProgram(model).program, "parameters");
    const perChannel = model.channels.flatMap(({ adstock, saturation }, index) => [
      ...(adstock.kind === "none" ? [] : [`retention_${index + 1}`]),
      ...("halfSaturation" in saturation ? [`half_saturation_${index + 1}`] : []),
      ...(saturation.kind === "hill" ? [`slope_${index + 1}`] : []),
      ...(saturation.kind === "power" ? [`exponent_${index + 1}`] : []),
    ]);
    expect(parameters).toEqual(expect.arrayContaining([...perChannel, "gamma", "sigma"]));
    expect(parameters).toHaveLength(perChannel.length + model.channels.length + 2);
  });

  it("states the default priors as docs/method.md §2 does", () => {
    const { program } = stanProgram(ALL_FAMILIES.model);
    expect(program).toContain("retention_1 ~ beta(2, 2);");
    expect(program).toContain(`half_saturation_1 ~ lognormal(${Math.log(0.5)}, 0.6);`);
    expect(program).toContain("exponent_3 ~ beta(2, 2);");
    expect(program).toMatch(/contribution_1 ~ normal\(0, 0\.\d+\);/);
    expect(program).toMatch(/coefficient_3 ~ normal\(0, 0\.\d+\);/);
    // ROI between 0.5 and 4, 90 % sure: median √2, and ln 8 spans 2 · 1.6449 standard deviations
    const [, logMedian, logSd] = /roi_2 ~ lognormal\((\S+), (\S+)\);/.exec(program) ?? [];
    expect(Number(logMedian)).toBeCloseTo(Math.LN2 / 2, 12);
    expect(Number(logSd)).toBeCloseTo(Math.log(8) / (2 * 1.6448536269514722), 12);
  });

  it("computes every recorded quantity, in its order", () => {
    const { program } = stanProgram(ALL_FAMILIES.model);
    const { names } = quantityLayout(ALL_FAMILIES.model);
    const lines = [...program.matchAll(/^ {2}quantity\[(\d+)\] = .*; \/\/ (.*)$/gm)];
    expect(lines.map(([, place]) => Number(place))).toEqual(names.map((_, index) => index + 1));
    expect(lines.map(([, , name]) => name)).toEqual(names);
  });

  // "real x[3]" is gone since Stan 2.33, "array[3] real x" unknown before 2.26; # comments and <- are gone since 2.33
  it("has neither the arrays of old Stan nor those of new", () => {
    for (const { model } of FAMILY_MODELS) {
      const code = stanProgram(model).program.replace(/\/\/.*/g, "");
      expect(code).not.toMatch(/\barray\b|#|<-|\bincrement_log_prob\b/);
      expect(code).not.toMatch(/^\s*(int|real|vector|matrix)\S*(\[[^\]]*\])? \w+\[[^;]*;/m);
    }
  });

  it("lets no name out of its comment", () => {
    const [first, ...rest] = ALL_FAMILIES.model.channels;
    const model = { ...ALL_FAMILIES.model, channels: [{ ...first, name: "TV\n} // target += 1;" }, ...rest] };
    for (const line of stanProgram(model)
      .program.split("\n")
      .filter((text) => text.includes("target")))
      expect(line).toMatch(/\/\/.*TV \} \/\/ target/);
  });
});
