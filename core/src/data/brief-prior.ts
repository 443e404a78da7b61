/** What a channel of the brief believes of its return: a word, a sentence, or figures. */

import { logNormalFromMeanSd, logNormalRange } from "../numerics/log-normal.ts";
import type { ReturnUnit, StatedPrior } from "./brief.ts";
import { complain, numberField, onlyKeys, plainObject, type Section } from "./brief-fields.ts";
import { currencyOf, sharesSign } from "./currency.ts";
import { editDistance, nearestName } from "./nearest-name.ts";
import { readPriorWords, type SpokenRange } from "./prior-words.ts";
import { plainNumber } from "./wording.ts";

const LEVEL = 0.9; // how sure one is of a range where nothing is said: that of all our intervals (decisions §2)

const TYPOS = 3; // letters that two slips of the hand change

const WORDS: Readonly<Record<string, StatedPrior>> = {
  default: { kind: "contribution" },
  contribution: { kind: "contribution" },
  coefficient: { kind: "coefficient" },
  "lift tests": { kind: "lift-tests" },
};

const RETURN_FORM = '"between 0.5 and 4 dollars per dollar, 90% sure"';
const COST_FORM = '"between 20 and 60 dollars per order, 80% sure"';
const FORMS = `Write one of the words default, coefficient, lift tests; or a return, as ${RETURN_FORM}; or the cost of one unit of the KPI, as ${COST_FORM}.`;

/**
 * The channel's prior: `default`, `coefficient`, `lift tests`, a sentence, `{ low, high, level }` or `{ mean, sd }`.
 *
 * @param currency - the brief's, as the user writes it.
 * @returns null where it is not stated or does not fit; a cost per KPI unit is turned over into a return, e.g. 20 to 60
 *   per order are 1/60 to 1/20 orders per unit of spend; figures are the KPI's value per unit of spend.
 */
export function priorField(section: Section, currency: string): StatedPrior | null {
  const value = Object.hasOwn(section.fields, "prior") ? (section.fields.prior ?? null) : null;
  if (value === null) return null;
  const fields = plainObject(value);
  if (fields !== null) return fromFigures({ ...section, fields, path: `${section.path}.prior` });
  if (typeof value === "string") return fromText(section, value, currency);
  complain(section, "prior", "must be a word, a sentence or named figures", FORMS);
  return null;
}

function fromFigures(section: Section): StatedPrior | null {
  onlyKeys(section, ["low", "high", "level", "mean", "sd"]);
  const before = section.problems.length;
  const [low, high, mean, sd] = ["low", "high", "mean", "sd"].map((key) =>
    numberField(section, key, { above: 0 }),
  );
  const level = numberField(section, "level", { above: 0, max: 1 });
  if (section.problems.length > before) return null;
  if (low !== null && high !== null && mean === null && sd === null)
    return fits(section, "", { low, high, level }) ? statedReturn(low, high, level, "value") : null;
  if (low === null && high === null && level === null && mean !== null && sd !== null) {
    const [from, to] = logNormalRange(logNormalFromMeanSd(mean, sd), LEVEL);
    return statedReturn(from, to, LEVEL, "value");
  }
  const message = "must hold low and high (and level), or mean and sd";
  complain(section, "", message, "Write { low: 0.5, high: 4, level: 0.9 } or { mean: 2, sd: 1 }.");
  return null;
}

function fromText(section: Section, text: string, currency: string): StatedPrior | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, " ");
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  const spoken = readPriorWords(text);
  if (spoken === null) {
    complain(section, "prior", `"${text}" could not be read`, `${suggestion(word)}${FORMS}`);
    return null;
  }
  return inBriefCurrency(section, spoken, currency) && fits(section, "prior", spoken)
    ? fromSpoken(spoken)
    : null;
}

/** The known word that a single one most likely meant; sentences are no misspelt words, unless they nearly are one. */
function suggestion(word: string): string {
  const nearest = nearestName(word, Object.keys(WORDS)) ?? "";
  const spelled = /[\d\s]/.test(word) ? editDistance(word, nearest) <= TYPOS : true;
  return spelled ? `Did you mean "${nearest}"? ` : "";
}

function fromSpoken({ low, high, level, meaning }: SpokenRange): StatedPrior {
  if (meaning === "cost per KPI unit") return statedReturn(1 / high, 1 / low, level, "kpi");
  return statedReturn(low, high, level, meaning === "KPI units per spend" ? "kpi" : "money");
}

function statedReturn(low: number, high: number, level: number | null, unit: ReturnUnit): StatedPrior {
  return { kind: "return", low, high, level: level ?? LEVEL, unit };
}

/** A range of money has one currency: the brief's. */
function inBriefCurrency(section: Section, { currencies }: SpokenRange, currency: string): boolean {
  const own = currencyOf(currency);
  const other = currencies.find((code) => own !== null && code !== own && !sharesSign(code, own));
  if (other === undefined) return true;
  const remedy = `Write the figures in ${currency}, or correct "currency".`;
  complain(section, "prior", `the figures are in ${other}, but the brief's currency is ${currency}`, remedy);
  return false;
}

/** Both figures above 0, the lower one first, and a level between never and always. */
function fits(
  section: Section,
  key: string,
  { low, high, level }: Pick<SpokenRange, "low" | "high" | "level">,
): boolean {
  if (!(low > 0 && high > 0)) {
    const remedy = "Give both figures above 0: with this prior a channel is believed to bring something.";
    complain(section, key, `${plainNumber(Math.min(low, high))} is not above 0`, remedy);
    return false;
  }
  if (!(low < high)) {
    const remedy =
      low > high
        ? "Write the lower figure first."
        : "Give two different figures: a range says how sure you are.";
    complain(section, key, `${plainNumber(low)} is not below ${plainNumber(high)}`, remedy);
    return false;
  }
  if (level === null || (level > 0 && level < 1)) return true;
  const remedy = 'Say how sure you are, above 0% and below 100%, such as "90% sure" (level: 0.9).';
  complain(section, key, `nobody can be ${plainNumber(100 * level)}% sure of a range`, remedy);
  return false;
}
