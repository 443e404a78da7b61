import { inComment, stanBlock } from "@mmm/core/govern/stan/stan-text.ts";

describe("stanBlock", () => {
  it("indents what it encloses", () => {
    expect(stanBlock("model", ["sigma ~ normal(0, 1);", "  y ~ normal(0, sigma);"])).toBe(
      "model {\n  sigma ~ normal(0, 1);\n    y ~ normal(0, sigma);\n}",
    );
  });
});

describe("inComment", () => {
  it("keeps a name on the comment's line, whatever ends a line somewhere", () => {
    expect(inComment("Paid\r\nSearch\u2028und\tmehr")).toBe("Paid Search und mehr");
  });
});
