/** The refits under other priors, as `marginal fit --sensitivity` prints them. */

import { type PriorRefits, type SensitivityJson, sensitivityJson } from "@mmm/core";

type Refit = SensitivityJson["refits"][number];
type RefitChannel = Refit["channels"][number];

/**
 * A table of every channel under every set of priors.
 *
 * @param refits - of a run.
 * @param run - its tier decides whether amounts may be shown.
 * @returns lines, with what the comparison of the fits says below.
 */
export function refitLines(refits: PriorRefits, run: Parameters<typeof sensitivityJson>[1]): string[] {
  const json = sensitivityJson(refits, run);
  const heads = json.refits.map(({ priors, factor, converged }) => {
    const scale = factor === 1 ? "" : `, scale x ${factor}`;
    return `${priors}${scale}${converged ? "" : " (not converged)"}`;
  });
  const names = json.refits[0].channels.map(({ name }) => name);
  return [
    `Under other priors of each channel's effect (${heads.join(" | ")}):`,
    ...names.map((name, channel) => `  ${name}: ${cellsOf(json.refits, channel).join(" | ")}`),
    ...comparisonLines(json.comparison),
  ];
}

function cellsOf(refits: readonly Refit[], channel: number): string[] {
  return refits.map(({ channels }) => figureOf(channels[channel]));
}

/** Return, cost or contribution with its interval; the rank where no amount may be shown. */
function figureOf({ roas, cpik, contribution, rank }: RefitChannel): string {
  const estimate = roas ?? cpik ?? contribution;
  if (estimate === null) return `rank ${rank}`;
  const digits = roas === null && cpik === null ? 0 : 2;
  const [mean, lo, hi] = [estimate.mean, estimate.lo, estimate.hi].map((value) => value.toFixed(digits));
  return `${roas === null ? (cpik === null ? "contribution" : "CPIK") : "ROAS"} ${mean} (${lo} to ${hi})`;
}

function comparisonLines(comparison: SensitivityJson["comparison"]): string[] {
  if (comparison.kind === "refused") return [`${comparison.reason}\n  → ${comparison.remedy}`];
  return [
    "How well each foretells an unseen week (PSIS-LOO, best first):",
    ...comparison.fits.map(({ name, difference, differenceSe, weight, unreliableWeeks }) => {
      const doubt = unreliableWeeks === 0 ? "" : `, ${unreliableWeeks} weeks not to be trusted (k-hat)`;
      const gap = difference === 0 ? "best" : `${difference.toFixed(1)} (se ${differenceSe.toFixed(1)})`;
      return `  ${name}: ${gap}, weight ${weight.toFixed(2)}${doubt}`;
    }),
  ];
}
