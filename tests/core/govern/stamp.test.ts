import { stampOf } from "@mmm/core/govern/stamp.ts";

const approved = { approvedBy: "A. Finance", approvedOn: "2026-11-20" };
const pending = { approvedBy: null, approvedOn: null };

describe("stampOf", () => {
  it("is DRAFT until a name and a date are given (A-82)", () => {
    expect(stampOf({ tier: "full", verdict: "pass", ...pending })).toBe("DRAFT");
    expect(stampOf({ tier: "full", verdict: "pass", approvedBy: "A. Finance", approvedOn: null })).toBe(
      "DRAFT",
    );
    expect(stampOf({ tier: "full", verdict: "pass", ...approved })).toBe("APPROVED");
    expect(stampOf({ tier: "caveat", verdict: "review", ...approved })).toBe("APPROVED");
  });

  it("is not bought off by an approval: what forbids comes first", () => {
    expect(stampOf({ tier: "full", verdict: "fail", ...approved })).toBe("NOT CONVERGED");
    expect(stampOf({ tier: "blocked", verdict: null, ...approved })).toBe("BLOCKED");
    expect(stampOf({ tier: "directional", verdict: "pass", ...approved })).toBe("DIRECTIONAL");
    expect(stampOf({ tier: "prior-driven", verdict: "pass", ...approved })).toBe("PRIOR-DRIVEN");
  });
});
