import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { channelLimits } from "@mmm/core/plan/channel-limits.ts";

const channel = { name: "TV", min: null, max: null, lockedUntil: null };
const history = (channels: object[]): MediaHistory =>
  ({ weeks: ["2026-01-05", "2026-01-12"], channels }) as unknown as MediaHistory;

describe("channelLimits", () => {
  it("turns limits per quarter into limits per week, by hand", () => {
    const [limits] = channelLimits(history([{ ...channel, min: 13045, max: 26090 }]), 13.045);
    expect(limits.min).toBeCloseTo(1000, 9);
    expect(limits.max).toBeCloseTo(2000, 9);
  });

  it("locks a channel whose contract outlasts the data, and no other", () => {
    const locks = ["2026-01-12", "2026-01-13", null].map((lockedUntil) => ({ ...channel, lockedUntil }));
    expect(channelLimits(history(locks), 1).map((limits) => limits.locked)).toEqual([false, true, false]);
  });
});
