/** Dimension 5: what else moves the KPI and is known (requirements §1Y). */

import type { ControlType } from "../../data/brief.ts";
import { listed } from "../../data/wording.ts";
import type { AuditView } from "../audit-view.ts";
import type { Dimension, Gap } from "../scorecard.ts";

const CLASSES = {
  seasonality: ["a season (a year of data, or weather)", "one year of history", "data analyst", 4],
  offers: ["weekly price or promotion", "promotion calendar, price list", "trading or e-commerce lead", 1],
  competitor: ["competitor activity", "search trends or ad monitoring", "insights manager", 2],
  events: ["launches and events", "marketing calendar", "brand manager", 0.4],
  macro: [
    "the economy",
    "consumer confidence or price index of the national statistics office",
    "data analyst",
    0.4,
  ],
} as const;
type ControlClass = keyof typeof CLASSES;
const CLASS_OF: Readonly<Record<ControlType, ControlClass | null>> = {
  price: "offers",
  promo: "offers",
  competitor: "competitor",
  macro: "macro",
  weather: "seasonality",
  holiday: "events",
  other: null,
};
const NAMES = Object.keys(CLASSES) as ControlClass[];

/** Score 1 for no class of controls, 2 for one (the season alone), up to 5 for four or more. */
export function controlsDimension({ history, facts, rules }: AuditView): Dimension {
  const types = history.controls.map(({ type }) => type);
  return controlsScore(
    controlClasses(types, history.events.length > 0, facts.weeks >= rules.seasonWeeks),
    "",
  );
}

/** The classes that are there; the model's yearly terms stand for the season once a year of data is there. */
export function controlClasses(
  types: readonly ControlType[],
  hasEvents: boolean,
  hasYear: boolean,
): ReadonlySet<ControlClass> {
  const classes = new Set<ControlClass>();
  if (hasYear) classes.add("seasonality");
  if (hasEvents) classes.add("events");
  for (const type of types) {
    const known = CLASS_OF[type];
    if (known !== null) classes.add(known);
  }
  return classes;
}

/** The dimension of the classes that are there; `aside` ends its evidence. */
export function controlsScore(present: ReadonlySet<ControlClass>, aside: string): Dimension {
  const missing = NAMES.filter((name) => !present.has(name));
  const known = NAMES.filter((name) => present.has(name)).map((name) => CLASSES[name][0]);
  return {
    id: "controls",
    score: Math.min(5, 1 + present.size),
    evidence:
      known.length === 0
        ? `Nothing beside media is known${aside}.`
        : `Known beside media${aside}: ${known.join("; ")}.`,
    gaps: present.size >= 4 ? [] : missing.map(gapOf),
    limit: 5,
  };
}

function gapOf(name: ControlClass): Gap {
  const [missing, where, owner, weeks] = CLASSES[name];
  const effort = weeks < 1 ? `about ${Math.round(weeks * 5)} days` : `about ${listed([String(weeks)])} weeks`;
  return {
    missing,
    where,
    owner,
    effort: effort.replace("1 weeks", "1 week"),
    weeks,
    blocks: false,
    ceiling: 5,
  };
}
