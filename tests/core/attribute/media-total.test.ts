import { mediaTotal } from "@mmm/core/attribute/media-total.ts";
import type { ChannelSplit } from "@mmm/core/attribute/split-kpi.ts";

function member(contribution: number[], value = contribution): ChannelSplit {
  return {
    contribution: Float64Array.from(contribution),
    value: Float64Array.from(value),
  } as unknown as ChannelSplit;
}

const input = { spend: 10, observedTotal: 40, level: 0.9, showsRoas: true };

describe("mediaTotal", () => {
  it("adds up inside every draw: opposite channels of 1 and 3 total exactly 4", () => {
    const total = mediaTotal({ ...input, members: [member([1, 3]), member([3, 1])] });
    expect(total.total).toEqual({ mean: 4, lo: 4, hi: 4 });
    expect(total.share).toEqual({ mean: 0.1, lo: 0.1, hi: 0.1 });
    expect(total.roas).toEqual({ mean: 0.4, lo: 0.4, hi: 0.4 });
  });

  it("takes ROAS from the money value, contribution from KPI units", () => {
    const total = mediaTotal({ ...input, members: [member([2, 2], [30, 30])] });
    expect(total.total.mean).toBe(2);
    expect(total.roas?.mean).toBe(3);
  });

  it("has no ROAS where the tier or the KPI forbids it", () => {
    expect(mediaTotal({ ...input, members: [member([1])], showsRoas: false }).roas).toBeNull();
  });
});
