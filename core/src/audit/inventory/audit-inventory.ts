/** The scorecard of data that nobody has seen yet: five scores by what is said to be there (A-22, D-03). */

import { controlType } from "../../data/control-type.ts";
import { kpiRank, saysExposure, saysSpend } from "../../data/header-tokens.ts";
import { counted, listed, shareInWords } from "../../data/wording.ts";
import { biggestUnlock, overallScore } from "../biggest-unlock.ts";
import { controlClasses, controlsScore } from "../dimensions/controls.ts";
import type { AuditRules } from "../rules.ts";
import type { Dimension, Gap, Scorecard } from "../scorecard.ts";
import { refusalOf, tierOf } from "../tier.ts";
import type { InventoryEntry } from "./read-inventory.ts";

/** A scorecard without measurements. */
export type InventoryAudit = Omit<Scorecard, "facts" | "findings"> & {
  /** Weeks that spend and KPI are said to share. */
  readonly weeks: number;
};

/** Said in every line, so that nobody takes a promise for a measurement. */
const BY_LIST = "by the inventory, not measured";

/**
 * Judges an inventory: scores stop at 4, since 5 takes figures that have been seen.
 *
 * @param entries - each a table with its fields.
 * @returns overall, tier and refusal by the weeks that spend and KPI share, with the gaps of every dimension.
 */
export function auditInventory(entries: readonly InventoryEntry[], rules: AuditRules): InventoryAudit {
  const spend = entries.filter(({ fields }) => fields.some(saysSpend));
  const kpi = entries.filter(
    ({ fields }) => fields.some((field) => kpiRank(field) !== null) && !fields.some(saysSpend),
  );
  const weeks = sharedWeeks(spend, kpi);
  const dimensions = [
    timeSeries(weeks, rules),
    spendTables(spend),
    exposure(spend, rules),
    kpiTables(kpi),
    controls(entries, weeks, rules),
  ];
  const refusal = refusalOf(weeks, dimensions, [], rules);
  return {
    overall: overallScore(dimensions.map(({ score }) => score)),
    tier: refusal === null ? tierOf(weeks, rules) : "blocked",
    blocked: refusal !== null,
    refusal,
    dimensions,
    biggestUnlock: biggestUnlock(dimensions),
    weeks,
  };
}

/** A model needs spend and KPI in the same weeks: the shortest of them decides. */
function sharedWeeks(spend: readonly InventoryEntry[], kpi: readonly InventoryEntry[]): number {
  const known = [...spend, ...kpi].map(({ weeks }) => weeks ?? 0);
  return spend.length === 0 || kpi.length === 0 ? 0 : Math.min(...known);
}

const GOOD = 4;

/** A dimension by the inventory: each gap holds it where it is, and a list alone never reaches 5. */
function byList(
  id: Dimension["id"],
  score: number,
  evidence: string,
  gaps: readonly Omit<Gap, "ceiling">[],
): Dimension {
  return { id, score, evidence, gaps: gaps.map((each) => ({ ...each, ceiling: score })), limit: GOOD };
}

/** Of a KPI that is known by month only (requirements §1Y). */
const MONTHLY = 3;

function gap(
  missing: string,
  where: string,
  owner: string,
  weeks: number,
  blocks = false,
): Omit<Gap, "ceiling"> {
  const effort = weeks === 1 ? "about 1 week" : `about ${weeks} weeks`;
  return { missing, where, owner, effort, weeks, blocks };
}

function timeSeries(weeks: number, rules: AuditRules): Dimension {
  const bands = [rules.goodWeeks, rules.caveatWeeks, rules.directionalWeeks];
  const met = bands.findIndex((band) => weeks >= band);
  const short = gap(
    `${counted(Math.max(0, rules.fullWeeks - weeks), "more week")} that spend and KPI share`,
    "older exports of the shop or finance system and of the ad platforms",
    "data analyst",
    1,
    weeks < rules.directionalWeeks,
  );
  const score = met < 0 ? 1 : GOOD - met;
  const evidence = `Spend and KPI share ${counted(weeks, "week")}, ${BY_LIST}.`;
  return byList("timeSeries", score, evidence, weeks >= rules.fullWeeks ? [] : [short]);
}

function spendTables(spend: readonly InventoryEntry[]): Dimension {
  if (spend.length === 0) {
    const none = gap(
      "weekly spend per channel",
      "ad platform exports and agency invoices",
      "media manager",
      2,
      true,
    );
    return byList("spend", 1, "No table of the inventory has spend.", [none]);
  }
  const monthly = spend.filter(({ grain }) => grain === "month");
  const names = listed(monthly.map(({ table }) => table));
  const evidence = `${counted(spend.length, "table")} with spend${monthly.length > 0 ? `, by month: ${names}` : ""}, ${BY_LIST}.`;
  const weekly = gap(
    `weekly spend of ${names}`,
    "the agency's booking schedules",
    ownerOf(monthly, "media agency"),
    2,
  );
  return byList("spend", monthly.length > 0 ? 2 : GOOD, evidence, monthly.length > 0 ? [weekly] : []);
}

function ownerOf(entries: readonly InventoryEntry[], usual: string): string {
  const named = entries.find(({ owner }) => owner !== "");
  return named?.owner ?? usual;
}

function exposure(spend: readonly InventoryEntry[], rules: AuditRules): Dimension {
  const seen = spend.filter(({ fields }) => fields.some(saysExposure)).length / Math.max(1, spend.length);
  const bands = [rules.exposureGood, rules.exposureFair];
  const met = bands.findIndex((band) => seen >= band);
  const score = met >= 0 ? GOOD - met : seen > 0 ? 2 : 1;
  const evidence = `${shareInWords(seen)} of the spend tables have impressions, clicks or GRP, ${BY_LIST}.`;
  const missing = gap(
    "weekly impressions, clicks or GRP per channel",
    "ad platform exports (same report as spend)",
    ownerOf(spend, "media manager"),
    1,
  );
  return byList("exposure", score, evidence, score >= GOOD ? [] : [missing]);
}

function kpiTables(kpi: readonly InventoryEntry[]): Dimension {
  const finest = kpi.find(({ grain }) => grain === "day" || grain === "week") ?? kpi[0];
  if (finest === undefined) {
    const none = gap("the KPI by week", "shop or finance system", "data analyst", 2, true);
    return byList("kpi", 1, "No table of the inventory has revenue, orders or leads.", [none]);
  }
  const isWeekly = finest.grain === "day" || finest.grain === "week";
  const evidence = `${finest.table} has the KPI by ${finest.grain}, ${BY_LIST}.`;
  const weekly = gap("the KPI by week", "shop or finance system", ownerOf([finest], "data analyst"), 1);
  return byList("kpi", isWeekly ? GOOD : MONTHLY, evidence, isWeekly ? [] : [weekly]);
}

function controls(entries: readonly InventoryEntry[], weeks: number, rules: AuditRules): Dimension {
  const types = entries.flatMap(({ fields }) => fields.map(controlType));
  const hasEvents = entries.some(({ table, fields }) =>
    [table, ...fields].some((text) => /event|launch|calendar/i.test(text)),
  );
  const classes = controlClasses(types, hasEvents, weeks >= rules.seasonWeeks);
  return controlsScore(classes, ` (${BY_LIST})`);
}
