/** Whether the chains have drawn enough: the stopping rule of sampling. */

import type { ChainDraws } from "../sample/chain-draws.ts";
import { type ChainMatrix, isDiagnosable, isKnownExactly, sortedDraws } from "./chain-matrix.ts";
import { essOfScores, essOfTails } from "./ess.ts";
import { quantityChains } from "./quantity-chains.ts";
import { rhatOfScores } from "./rhat.ts";
import type { DiagnoseRules } from "./rules.ts";
import { locationScores, spreadScores } from "./split-scores.ts";

type Targets = Pick<DiagnoseRules, "rhatTarget" | "essMin">;

/**
 * Whether every quantity has R-hat below and both ESS above their targets (decisions §7).
 *
 * @param quantities - names, in the order in which the draws hold them.
 * @param chains - equally long.
 * @param rules - R-hat and ESS to reach.
 * @returns at the first quantity that fails, so that a look that comes too soon costs little.
 */
export function isConverged(
  quantities: readonly string[],
  chains: readonly ChainDraws[],
  rules: Targets,
): boolean {
  return quantities.every((_, index) => hasConverged(quantityChains(chains, index), rules));
}

/** Cheapest look first; a quantity that is known exactly has nothing to converge. */
function hasConverged(chains: ChainMatrix, rules: Targets): boolean {
  const sorted = sortedDraws(chains);
  if (!isDiagnosable(sorted)) return isKnownExactly(sorted);
  const scores = locationScores(chains, sorted);
  return (
    rhatOfScores(scores) < rules.rhatTarget &&
    essOfScores(scores) > rules.essMin &&
    essOfTails(chains, sorted) > rules.essMin &&
    rhatOfScores(spreadScores(chains, sorted)) < rules.rhatTarget
  );
}
