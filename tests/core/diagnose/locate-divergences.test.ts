import { locateDivergences } from "@mmm/core/diagnose/locate-divergences.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import { autoregressiveChains, posteriorOfChains } from "./made-chains.ts";

const RULES = { divergenceApart: 3.5 };
const GOOD = autoregressiveChains(1, 4, 500, 0.2);
const OTHER = autoregressiveChains(2, 4, 500, 0.2);

/** Flags the draws of a posterior that a rule picks. */
function flagged(picks: (value: number, draw: number) => boolean) {
  const posterior = posteriorOfChains({ "slope[TV]": GOOD, "retention[TV]": OTHER });
  const chains = posterior.chains.map((chain, index) => ({
    ...chain,
    divergent: Uint8Array.from(GOOD[index], (value, draw) => (picks(value, draw) ? 1 : 0)),
  }));
  return { ...posterior, chains };
}

describe("the place of divergences", () => {
  it("is the quantity at whose end they gather, not the one that they leave alone", () => {
    const places = locateDivergences(
      flagged((value) => value > 2),
      RULES,
    );
    expect(places.map(({ quantity }) => quantity)).toEqual(["slope[TV]"]);
    // normal scores above 2 have mean φ(2) / (1 − Φ(2)) = 2.37; some 45 draws: error 0.06
    expect(Math.abs(places[0].location - 2.37)).toBeLessThan(0.2);
  });

  it("is nowhere without divergences, and nowhere when chance scatters them", () => {
    expect(
      locateDivergences(
        flagged(() => false),
        RULES,
      ),
    ).toEqual([]);
    const random = createRandom(3, 0);
    expect(
      locateDivergences(
        flagged(() => random.uniform() < 0.01),
        RULES,
      ),
    ).toEqual([]);
  });

  it("does not change with a transform that keeps the order", () => {
    const posterior = flagged((value) => value < -2);
    const bent = posterior.chains.map((chain) => ({ ...chain, quantities: chain.quantities.map(Math.exp) }));
    expect(locateDivergences({ ...posterior, chains: bent }, RULES)).toEqual(
      locateDivergences(posterior, RULES),
    );
  });
});
