/** What kinds of channels a simulated brand may have. */

/** always: every week; flights: bursts and pauses; sparse: single weeks far apart. */
export type SpendPattern = "always" | "flights" | "sparse";

export interface ChannelTemplate {
  readonly name: string;
  readonly group: "brand" | "performance" | "content" | "other";
  readonly pattern: SpendPattern;
  /** Currency per active week. */
  readonly weekly: number;
  /** Contribution as a fraction of the KPI, before the seed's own variation. */
  readonly share: number;
  readonly retention: number;
  /** Half-saturation as a fraction of the largest weekly spend. */
  readonly halfSaturation: number;
  readonly slope: number;
  /** Currency per thousand impressions; null where nobody counts them. */
  readonly costPerThousand: number | null;
  /** True where buyers raise spend in weeks of high demand: what confounding acts on. */
  readonly followsDemand: boolean;
}

/**
 * Ten channels of a mid-sized consumer brand, in the order in which they are taken. Carryover follows the usual
 * picture: long for television and audio, short for search (requirements E-09).
 */
const TEMPLATES: readonly ChannelTemplate[] = [
  {
    name: "TV",
    group: "brand",
    pattern: "flights",
    weekly: 190_000,
    share: 0.085,
    retention: 0.68,
    halfSaturation: 0.55,
    slope: 1.5,
    costPerThousand: 22,
    followsDemand: false,
  },
  {
    name: "Paid search",
    group: "performance",
    pattern: "always",
    weekly: 62_000,
    share: 0.07,
    retention: 0.2,
    halfSaturation: 0.6,
    slope: 1.1,
    costPerThousand: 34,
    followsDemand: true,
  },
  {
    name: "Paid social",
    group: "performance",
    pattern: "always",
    weekly: 74_000,
    share: 0.055,
    retention: 0.38,
    halfSaturation: 0.5,
    slope: 1.3,
    costPerThousand: 9,
    followsDemand: true,
  },
  {
    name: "Podcast",
    group: "brand",
    pattern: "flights",
    weekly: 26_000,
    share: 0.022,
    retention: 0.6,
    halfSaturation: 0.45,
    slope: 1.2,
    costPerThousand: 28,
    followsDemand: false,
  },
  {
    name: "Display",
    group: "performance",
    pattern: "always",
    weekly: 24_000,
    share: 0.016,
    retention: 0.3,
    halfSaturation: 0.5,
    slope: 1.2,
    costPerThousand: 4,
    followsDemand: true,
  },
  {
    name: "Events",
    group: "brand",
    pattern: "sparse",
    weekly: 85_000,
    share: 0.012,
    retention: 0.5,
    halfSaturation: 0.5,
    slope: 1.6,
    costPerThousand: null,
    followsDemand: false,
  },
  {
    name: "Out of home",
    group: "brand",
    pattern: "flights",
    weekly: 55_000,
    share: 0.02,
    retention: 0.65,
    halfSaturation: 0.5,
    slope: 1.4,
    costPerThousand: 6,
    followsDemand: false,
  },
  {
    name: "Influencers",
    group: "content",
    pattern: "flights",
    weekly: 30_000,
    share: 0.018,
    retention: 0.4,
    halfSaturation: 0.5,
    slope: 1.2,
    costPerThousand: 15,
    followsDemand: false,
  },
  {
    name: "Radio",
    group: "brand",
    pattern: "flights",
    weekly: 28_000,
    share: 0.015,
    retention: 0.5,
    halfSaturation: 0.5,
    slope: 1.3,
    costPerThousand: 10,
    followsDemand: false,
  },
  {
    name: "Email",
    group: "content",
    pattern: "always",
    weekly: 6_000,
    share: 0.01,
    retention: 0.25,
    halfSaturation: 0.4,
    slope: 1.1,
    costPerThousand: 1.5,
    followsDemand: false,
  },
];

/**
 * The first channels of the simulated brand; after the tenth they repeat under a number.
 *
 * @param count - whole number, at least 1.
 * @returns e.g. the eleventh is "TV 2".
 * @throws RangeError on anything else.
 */
export function channelTemplates(count: number): ChannelTemplate[] {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`channels must be a whole number of at least 1, not ${count}`);
  return Array.from({ length: count }, (_, index) => {
    const template = TEMPLATES[index % TEMPLATES.length];
    const round = Math.floor(index / TEMPLATES.length) + 1;
    return round === 1 ? template : { ...template, name: `${template.name} ${round}` };
  });
}
