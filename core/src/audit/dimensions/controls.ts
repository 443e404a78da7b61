/** Dimension 5: what else moves the KPI and is known (requirements §1Y). */

import type { ControlType } from "../../data/brief.ts";
import { listed } from "../../data/wording.ts";
import type { AuditView } from "../audit-view.ts";
import type { Dimension, Gap } from "../scorecard.ts";

const CLASSES = {
  seasonality: ["a season (a year of data, or weather)", "one year of history; data analyst", 4],
  offers: ["weekly price or promotion", "promotion calendar, price list; trading or e-commerce lead", 1],
  competitor: ["competitor activity", "search trends or ad monitoring; insights manager", 2],
  events: ["launches and events", "marketing calendar; brand manager", 0.4],
  macro: ["the economy", "consumer confidence or price index, national statistics office; data analyst", 0.4],
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
export function controlsDimension(view: AuditView): Dimension {
  const present = presentClasses(view);
  const missing = NAMES.filter((name) => !present.has(name));
  const known = NAMES.filter((name) => present.has(name)).map((name) => CLASSES[name][0]);
  return {
    id: "controls",
    score: Math.min(5, 1 + present.size),
    evidence:
      known.length === 0 ? "Nothing beside media is known." : `Known beside media: ${known.join("; ")}.`,
    gaps: present.size >= 4 ? [] : missing.map(gapOf),
  };
}

/** The model's yearly terms stand for the season once a year of data is there. */
function presentClasses({ history, facts, rules }: AuditView): Set<ControlClass> {
  const classes = new Set<ControlClass>();
  if (facts.weeks >= rules.seasonWeeks) classes.add("seasonality");
  if (history.events.length > 0) classes.add("events");
  for (const { type } of history.controls) {
    const known = CLASS_OF[type];
    if (known !== null) classes.add(known);
  }
  return classes;
}

function gapOf(name: ControlClass): Gap {
  const [missing, where, weeks] = CLASSES[name];
  const effort = weeks < 1 ? `about ${Math.round(weeks * 5)} days` : `about ${listed([String(weeks)])} weeks`;
  return { missing, where, effort: effort.replace("1 weeks", "1 week"), weeks, blocks: false };
}
