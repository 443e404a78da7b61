import { type AlikeCandidate, alikeChannels } from "@mmm/core/attribute/alike-channels.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { ATTRIBUTE_ROWS } from "@mmm/core/govern/rows/attribute-rows.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";

const RULES = defaultRules(ATTRIBUTE_ROWS);
const random = createRandom(1, 0);
const DRAWS = 4000;
const WEEKS = 60;
const fill = (count: number, at: () => number): Float64Array => Float64Array.from({ length: count }, at);
const steps = fill(WEEKS, () => random.uniform());
const follower = steps.map((week) => 3 * week + 0.05 * random.normal());
const other = fill(WEEKS, () => random.uniform());

/** Half-normal, as the default prior is. */
const prior = (): Float64Array => fill(DRAWS, () => Math.abs(random.normal()));

function candidate(name: string, spend: Float64Array, value: Float64Array): AlikeCandidate {
  return { name, spend, value, priorValue: prior };
}

describe("channels that rose and fell together", () => {
  /** A sum known to a twentieth, divided anyhow. */
  const sum = fill(DRAWS, () => 10 + 0.5 * random.normal());
  const part = fill(DRAWS, () => random.uniform());
  const first = sum.map((value, draw) => value * part[draw]);
  const second = sum.map((value, draw) => value * (1 - part[draw]));

  it("are told together where the draws know their sum and not its division", () => {
    const [pair, ...rest] = alikeChannels(
      [candidate("A", steps, first), candidate("B", follower, second)],
      RULES,
    );
    expect(rest).toEqual([]);
    expect([pair.first, pair.second]).toEqual(["A", "B"]);
    expect(pair.correlation).toBeGreaterThan(0.99);
    // N(10, 0.5): 5 % and 95 % at 10 ∓ 1.645 · 0.5; five standard errors of a quantile of 4000 draws are 0.08
    expect(Math.abs(pair.together.lo - 9.18)).toBeLessThan(0.08);
    expect(Math.abs(pair.together.hi - 10.82)).toBeLessThan(0.08);
    // a uniform part: 5 % to 95 %, ± 5 · √(0.05 · 0.95 / 4000)
    expect(Math.abs(pair.firstShare.lo - 0.05)).toBeLessThan(0.018);
    expect(Math.abs(pair.firstShare.hi - 0.95)).toBeLessThan(0.018);
    // the part of two half-Normals, θ = atan(b / a) uniform on (0, π/2): a / (a + b) at 5 % is 1 / (1 + tan 85.5°) = 0.073
    expect(Math.abs(pair.priorFirstShare.lo - 0.073)).toBeLessThan(0.018);
    expect(pair.learned).toBe("prior");
  });

  it("are read one by one where the data tell their division all the same", () => {
    const known = fill(DRAWS, () => 6 + 0.2 * random.normal());
    const rest = fill(DRAWS, () => 4 + 0.2 * random.normal());
    expect(alikeChannels([candidate("A", steps, known), candidate("B", follower, rest)], RULES)).toEqual([]);
  });

  it("are looked for only where spend rose and fell together", () => {
    const against = steps.map((week) => 1 - week);
    expect(alikeChannels([candidate("A", steps, first), candidate("B", other, second)], RULES)).toEqual([]);
    expect(alikeChannels([candidate("A", steps, first), candidate("B", against, second)], RULES)).toEqual([]);
  });
});
