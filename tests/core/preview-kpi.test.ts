import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { methodology } from "@mmm/core/govern/methodology.ts";
import { previewDrawsJson } from "@mmm/core/govern/preview-draws-json.ts";
import { recordPreview } from "@mmm/core/govern/record-preview.ts";
import { recordRun } from "@mmm/core/govern/record-run.ts";
import { previewKpi } from "@mmm/core/preview-kpi.ts";
import { previewJson } from "@mmm/core/report/json/preview-json.ts";
import type { PreviewResults } from "@mmm/core/report/preview-results.ts";
import type { PreviewPosterior } from "@mmm/core/sample/quick-fit.ts";
import { exampleHistory } from "./model/example-history.ts";

const METHODOLOGY = methodology();
const HISTORY = exampleHistory({ weeks: 70, channels: 3, seed: 1 });
const BRIEF = { ...emptyBrief(), approvedBy: "A. Name", approvedOn: "2026-11-22" };
const NOW = "2026-11-22T08:00:00Z";

function results(tier: "full" | "directional"): PreviewResults & { readonly posterior: PreviewPosterior } {
  const preview = previewKpi(HISTORY, BRIEF, tier, METHODOLOGY.rules, "typescript-1");
  const identity = { history: HISTORY, brief: BRIEF, methodology: METHODOLOGY, tier, now: NOW };
  return { ...preview, run: recordPreview({ ...identity, kernel: "typescript-1" }) };
}

const FULL = results("full");

describe("a preview of the KPI", () => {
  it("foots like a fit: baseline plus channels are the fitted KPI (C-18)", () => {
    const { fitted, baseline, channels } = FULL.attribution;
    for (let week = 0; week < 70; week++) {
      const sum = channels.reduce(
        (total, { weekly }) => total + weekly.mean[week],
        baseline.weekly.mean[week],
      );
      expect(fitted.mean[week]).toBe(sum);
    }
  });

  it("is the same in both kernels, bit for bit (decisions §9)", () => {
    const other = previewKpi(HISTORY, BRIEF, "full", METHODOLOGY.rules, "wasm-simd-1");
    expect(other.posterior).toEqual(FULL.posterior);
  });

  it("shows no return in the directional tier, as the full fit shows none (D-02)", () => {
    const json = previewJson(results("directional"), 1);
    for (const channel of json.channels) {
      expect(channel).toMatchObject({ roas: null, contribution: null, reason: expect.any(String) });
      expect(channel.rank).toBeGreaterThanOrEqual(1);
    }
    expect(json.baseline).toBeNull();
  });

  it("is marked in its JSON and its draws, is approved by nobody, and has another key than the full fit", () => {
    const json = previewJson(FULL, 1);
    expect(json.method).toBe("preview");
    expect(json.run.stamp).toBe("PREVIEW");
    expect(json.run).not.toHaveProperty("approvedBy");
    expect(json.preview.sentence).toContain("Preview:");
    const draws = previewDrawsJson(FULL.posterior, FULL.attribution.observed, FULL.run);
    expect(draws.attrs).toMatchObject({ method: "preview", stamp: "PREVIEW", khat: FULL.posterior.khat });
    expect(draws.posterior.sigma).toHaveLength(1);
    const run = recordRun({
      history: HISTORY,
      brief: BRIEF,
      methodology: METHODOLOGY,
      tier: "full",
      verdict: "pass",
      kernel: "typescript-1",
      now: NOW,
    });
    expect(FULL.run.runKey).not.toBe(run.runKey);
  });

  it("takes under 3000 gradients on 20 channels and 260 weeks", () => {
    const large = exampleHistory({ weeks: 260, channels: 20, seed: 1 });
    const { posterior } = previewKpi(large, BRIEF, "full", METHODOLOGY.rules, "wasm-simd-1");
    expect(posterior.gradientEvaluations).toBeLessThan(3000);
  });
});
