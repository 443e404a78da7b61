/** Spend exported in millionths of the currency, as some ad platforms do (IN-42). */

import { quantile } from "../numerics/quantile.ts";
import { settle } from "./answer.ts";
import { at, joinNotes, NO_NOTES, type Noted, type Source } from "./notes.ts";
import type { ReadChannel } from "./read-channel.ts";
import { answered, mended } from "./repair.ts";
import type { DataRules } from "./rules.ts";
import { plainNumber } from "./wording.ts";

const MICROS = 1e6;
const THOUSAND = 1000; // prices of exposure are quoted per thousand

/**
 * Asks about channels whose price per exposure is beyond belief beside the others', and divides when told to.
 *
 * @param channels - with spend and exposure on weeks; fewer than three with exposure give no yardstick.
 * @returns the same channels, spend in currency. E.g. prices of 8, 12 and 9,000,000 per thousand raise the question
 * for the third.
 */
export function settleMicros(
  source: Source,
  channels: readonly ReadChannel[],
  rules: DataRules,
  answers: Readonly<Record<string, string>>,
): Noted<ReadChannel[]> {
  const prices = channels.map(pricePerThousand);
  const settled = channels.map((channel, place) => {
    const price = prices[place] ?? null;
    const others = prices.filter((other, index) => index !== place && other !== null).map(Number);
    if (price === null || others.length < 2) return { value: channel, notes: NO_NOTES };
    const usual = quantile(Float64Array.from(others).sort(), 0.5);
    if (price <= rules.microsRatio * usual) return { value: channel, notes: NO_NOTES };
    return askMicros(source, channel, price, usual, answers);
  });
  return { value: settled.map(({ value }) => value), notes: joinNotes(...settled.map(({ notes }) => notes)) };
}

/** Currency per thousand exposures over the whole table, or null without exposure or spend. */
function pricePerThousand({ spend, exposure }: ReadChannel): number | null {
  const paid = spend?.values.reduce((sum, value) => sum + value, 0) ?? 0;
  const seen = exposure?.values.reduce((sum, value) => sum + value, 0) ?? 0;
  return paid > 0 && seen > 0 ? (THOUSAND * paid) / seen : null;
}

function askMicros(
  source: Source,
  channel: ReadChannel,
  price: number,
  usual: number,
  answers: Readonly<Record<string, string>>,
): Noted<ReadChannel> {
  const where = at(source, channel.range);
  const settled = settle(
    {
      id: `IN-42:${channel.brief.spend}`,
      code: "IN-42",
      where,
      message: `IN-42 "${channel.brief.name}" costs ${plainNumber(price)} per thousand exposures, the other channels about ${plainNumber(usual)}: is its spend written in millionths (micros)?`,
      choices: ["micros", "currency", "stop"],
      default: "micros",
    },
    answers,
  );
  if (settled.value !== "micros" || channel.spend === null) return { value: channel, notes: settled.notes };
  const spend = { ...channel.spend, values: channel.spend.values.map((value) => value / MICROS) };
  const carryIn = channel.carryIn.map((value) => value / MICROS);
  const logged = mended({
    code: "IN-42",
    where,
    before: "spend in millionths",
    after: "divided by 1,000,000",
    place: channel.brief.spend,
    fixed: answered(`IN-42:${channel.brief.spend}`),
  });
  return { value: { ...channel, spend, carryIn }, notes: joinNotes(settled.notes, logged) };
}
