import { isConverged } from "@mmm/core/diagnose/convergence.ts";
import { essBulk, essTail } from "@mmm/core/diagnose/ess.ts";
import { rhat } from "@mmm/core/diagnose/rhat.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { DIAGNOSE_ROWS } from "@mmm/core/govern/rows/diagnose-rows.ts";
import { autoregressiveChains, posteriorOfChains } from "./made-chains.ts";

const RULES = defaultRules(DIAGNOSE_ROWS);

function converged(quantities: Readonly<Record<string, readonly Float64Array[]>>): boolean {
  const posterior = posteriorOfChains(quantities);
  return isConverged(posterior.quantities, posterior.chains, RULES);
}

describe("convergence", () => {
  const good = autoregressiveChains(1, 4, 500, 0.2);

  it("is met when R-hat and both ESS are, and only then", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const chains = autoregressiveChains(seed, 4, 500, 0.6);
      const met = rhat(chains) < 1.01 && essBulk(chains) > 400 && essTail(chains) > 400;
      expect(converged({ q: chains })).toBe(met);
    }
  });

  it("needs every quantity: one that does not mix spoils the rest, wherever it stands", () => {
    const sticky = autoregressiveChains(2, 4, 500, 0.98);
    expect(converged({ a: good, b: good })).toBe(true);
    expect(converged({ a: sticky, b: good })).toBe(false);
    expect(converged({ a: good, b: sticky })).toBe(false);
  });

  it("sees chains that agree in location but not in spread", () => {
    expect(converged({ a: [...good.slice(0, 3), good[3].map((draw) => 2 * draw)] })).toBe(false);
  });

  it("takes a quantity that is the same number everywhere as known, and one that is not a number as not", () => {
    const constant = good.map((chain) => chain.map(() => 0));
    expect(converged({ a: good, zero: constant })).toBe(true);
    expect(converged({ a: good, stuck: constant.map((chain, index) => chain.map(() => index)) })).toBe(false);
    expect(converged({ a: good, undefined: constant.map((chain) => chain.map(() => Number.NaN)) })).toBe(
      false,
    );
  });

  it("is not met by 99 draws, of which no half chain could hold 400 effective ones", () => {
    expect(converged({ a: autoregressiveChains(1, 4, 99, 0) })).toBe(false);
  });
});
