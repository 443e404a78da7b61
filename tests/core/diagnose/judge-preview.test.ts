import { judgePreview, type PreviewFigures } from "@mmm/core/diagnose/judge-preview.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";

const RULES = defaultRules(DIAGNOSE_ROWS);
const SOUND: PreviewFigures = { khat: 0.3, effectiveDraws: 500, proposals: 2200, severalPeaks: false };

function verdict(changes: Partial<PreviewFigures>): string {
  return judgePreview({ ...SOUND, ...changes }, RULES).verdict;
}

describe("the verdict on a preview", () => {
  it("is good up to k-hat 0.5, usable up to 0.7, and above that vouches for nothing (Vehtari et al. 2024)", () => {
    expect([0.5, 0.51, 0.7, 0.71].map((khat) => verdict({ khat }))).toEqual([
      "good",
      "usable",
      "usable",
      "unvouched",
    ]);
  });

  it("asks for a smaller k-hat of fewer proposals: 2/3 of 1000", () => {
    expect(verdict({ khat: 0.66, proposals: 1000 })).toBe("usable");
    expect(verdict({ khat: 0.67, proposals: 1000 })).toBe("unvouched");
  });

  it("vouches for nothing where there are several peaks or few effective draws, whatever k-hat says", () => {
    expect(verdict({ severalPeaks: true })).toBe("unvouched");
    expect(verdict({ effectiveDraws: 74 })).toBe("unvouched");
    expect(verdict({ khat: Number.POSITIVE_INFINITY })).toBe("unvouched");
  });

  it("says preview in every sentence, and to run the full fit where it does not vouch", () => {
    for (const khat of [0.3, 0.6, 0.9])
      expect(judgePreview({ ...SOUND, khat }, RULES).sentence).toContain("Preview:");
    expect(judgePreview({ ...SOUND, khat: 0.9 }, RULES).sentence).toContain("run the full fit");
    expect(judgePreview({ ...SOUND, severalPeaks: true }, RULES).sentence).toContain(
      "more than one explanation",
    );
  });
});
