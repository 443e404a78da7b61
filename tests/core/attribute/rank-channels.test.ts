import { rankChannels } from "@mmm/core/attribute/rank-channels.ts";

describe("ranking channels", () => {
  it("orders by mean return and counts the draws of that very rank, by hand", () => {
    // means 3.5, 3, 1; first draw orders 1, 2, 3; second 2, 1, 3
    const ranks = rankChannels([Float64Array.of(3, 4), Float64Array.of(1, 5), Float64Array.of(2, 0)]);
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(ranks.map(({ probability }) => probability)).toEqual([0.5, 0, 0.5]);
  });

  it("gives ties to the earlier channel", () => {
    expect(rankChannels([Float64Array.of(1), Float64Array.of(1)])).toEqual([
      { rank: 1, probability: 1 },
      { rank: 2, probability: 1 },
    ]);
  });

  it("is certain of a single channel", () => {
    expect(rankChannels([Float64Array.of(1, 2, 3)])).toEqual([{ rank: 1, probability: 1 }]);
  });
});
