/** Colors of the house: ink, grays and one accent; channels differ in lightness too, so gray print stays legible (§4.3). */

export const PALETTE: Readonly<
  Record<"ink" | "muted" | "line" | "accent" | "accentLight" | "gray" | "grayLight" | "warning", string>
> = {
  ink: "1F2933",
  muted: "5F6B7A",
  line: "D5DBE1",
  accent: "0B6E6E",
  accentLight: "8CC7C3",
  gray: "8A97A6",
  grayLight: "CBD3DB",
  warning: "B45309",
};

/** In the channels' order; repeats after eight. */
const CHANNEL_COLORS: readonly string[] = [
  "0B6E6E",
  "E0A030",
  "3F5E8C",
  "B5543C",
  "7FB7A8",
  "8E6BA8",
  "4A5560",
  "C9B79C",
];

/**
 * The color of a channel's series.
 *
 * @param channel - its place in the history's order, from 0.
 * @returns hex without "#"; e.g. `channelColor(0)` is "0B6E6E".
 */
export function channelColor(channel: number): string {
  return CHANNEL_COLORS[channel % CHANNEL_COLORS.length] ?? PALETTE.accent;
}
