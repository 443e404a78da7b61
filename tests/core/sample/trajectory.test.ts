import { createRandom } from "@mmm/core/numerics/random.ts";
import { leapfrog } from "@mmm/core/sample/leapfrog.ts";
import { copyPhasePoint, createPhasePoint, hamiltonian } from "@mmm/core/sample/phase-point.ts";
import { createSubtreeBuilder } from "@mmm/core/sample/trajectory.ts";
import { LOG_EXPONENTIAL } from "./known-targets.ts";

describe("a subtree", () => {
  const metric = { variance: Float64Array.of(1, 1) };
  const start = createPhasePoint(2);
  start.position.set([0.8, -1.5]);
  start.momentum.set([0.4, 0.9]);
  start.velocity.set(start.momentum);
  start.logDensity = LOG_EXPONENTIAL.logDensity(start.position, start.gradient);

  it("proposes each of its points in proportion to e^−energy (chi-square at 1 in 10 000)", () => {
    const walker = createPhasePoint(2);
    copyPhasePoint(start, walker);
    const places: number[] = [];
    const weights: number[] = [];
    for (let step = 0; step < 8; step++) {
      leapfrog(LOG_EXPONENTIAL, metric, walker, 0.15);
      places.push(walker.position[0]);
      weights.push(Math.exp(-hamiltonian(walker)));
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);

    const builder = createSubtreeBuilder(LOG_EXPONENTIAL, metric, createRandom(8, 0), 3);
    const counts = new Array<number>(8).fill(0);
    const runs = 20_000;
    for (let run = 0; run < runs; run++) {
      copyPhasePoint(start, walker);
      const tally = { leapfrogs: 0, acceptance: 0, symmetricAcceptance: 0, diverged: false };
      if (!builder.build(3, walker, 0.15, hamiltonian(start), tally)) throw new Error("it must not turn");
      counts[places.indexOf(builder.subtree.proposal.position[0])] += 1;
    }
    const chiSquare = counts.reduce((sum, count, place) => {
      const expected = (runs * weights[place]) / total;
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(29.9); // upper 0.0001 point with 7 degrees of freedom
    expect(builder.subtree.logWeight).toBeCloseTo(Math.log(total) + hamiltonian(start), 12);
  });

  it("tallies both acceptance statistics over its leapfrogs", () => {
    const walker = createPhasePoint(2);
    copyPhasePoint(start, walker);
    const tally = { leapfrogs: 0, acceptance: 0, symmetricAcceptance: 0, diverged: false };
    createSubtreeBuilder(LOG_EXPONENTIAL, metric, createRandom(8, 0), 1).build(
      0,
      walker,
      0.5,
      hamiltonian(start),
      tally,
    );
    const ratio = Math.exp(hamiltonian(start) - hamiltonian(walker));
    expect(tally.leapfrogs).toBe(1);
    expect(tally.acceptance).toBeCloseTo(Math.min(1, ratio), 14);
    expect(tally.symmetricAcceptance).toBeCloseTo((2 * Math.min(1, ratio)) / (1 + ratio), 14);
  });

  it("diverges beyond an energy error of 1000, and only there", () => {
    const walker = createPhasePoint(2);
    for (const [error, diverges] of [
      [999, false],
      [1001, true],
    ] as const) {
      copyPhasePoint(start, walker);
      const probe = createPhasePoint(2);
      copyPhasePoint(start, probe);
      leapfrog(LOG_EXPONENTIAL, metric, probe, 0.1);
      const tally = { leapfrogs: 0, acceptance: 0, symmetricAcceptance: 0, diverged: false };
      const builder = createSubtreeBuilder(LOG_EXPONENTIAL, metric, createRandom(8, 0), 1);
      expect(builder.build(0, walker, 0.1, hamiltonian(probe) - error, tally)).toBe(!diverges);
      expect(tally.diverged).toBe(diverges);
    }
  });
});
