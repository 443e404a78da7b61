/** Simulation-based calibration of every family, and of a planted bug that it must find; coverage from the same fits (decisions §11). */

import { chiSquareTail9, decileChiSquare } from "../matchers/rank-uniformity.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { KEPT, type RankedDataSet } from "./calibration-ranks.ts";
import type { CalibrationJob } from "./calibration-thread.ts";
import { overThreads } from "./over-threads.ts";
import { DEFAULT_FAMILY, type Family, OTHER_FAMILIES } from "./prior-families.ts";

/** Issue 3 asks for 300; see `docs/method.md` §5 for why there are 900. Both parts are printed. */
const FIRST_DATA_SETS = 300;
const DATA_SETS = 900;

/** Of each other family, and of the planted bug: a halved prior shows in far fewer. */
const FAMILY_DATA_SETS = 100;

/** Whose intervals are counted. */
const COVERED_DATA_SETS = 200;

/** Ungated, so fewer: three channels each, a standard error of 2 points. */
const FIXED_DATA_SETS = 100;

/** Chance that a right model fails, all its quantities together. */
const FAMILY_LEVEL = 0.05;

interface Verdict {
  readonly name: string;
  readonly chiSquare: number;
  readonly tail: number;
}

/** Seeds 1 … dataSets, none swapped. */
function rankAll(
  family: Family,
  dataSets: number,
  how: Partial<CalibrationJob> = {},
): Promise<readonly RankedDataSet[]> {
  const jobs = Array.from(
    { length: dataSets },
    (_, index): CalibrationJob => ({
      family,
      seed: index + 1,
      truth: "from the prior",
      planted: false,
      ...how,
    }),
  );
  return overThreads("tests/recovery/calibration-thread.ts", jobs);
}

/** Per quantity, worst first. */
function judge(ranked: readonly RankedDataSet[]): readonly Verdict[] {
  const verdicts = [...ranked[0].ranks.keys()].map((name) => {
    const ranks = ranked.map((one) => one.ranks.get(name) ?? Number.NaN);
    const chiSquare = decileChiSquare(ranks, KEPT + 1);
    return { name, chiSquare, tail: chiSquareTail9(chiSquare) };
  });
  return verdicts.sort((a, b) => b.chiSquare - a.chiSquare);
}

/** Bonferroni: the quantities whose tail is under the family's level shared among all. */
function rejected(verdicts: readonly Verdict[]): string[] {
  return verdicts.filter(({ tail }) => tail < FAMILY_LEVEL / verdicts.length).map(({ name }) => name);
}

/** Seeds whose run still diverged after the product's retry. */
function divergentSeeds(ranked: readonly RankedDataSet[]): number[] {
  return ranked.filter(({ divergences }) => divergences > 0).map(({ seed }) => seed);
}

const figures: Figure[] = [];

/** Prints a family and keeps its line for the page. */
function report(title: string, ranked: readonly RankedDataSet[], limit: string): readonly Verdict[] {
  const verdicts = judge(ranked);
  const mean = verdicts.reduce((sum, { chiSquare }) => sum + chiSquare, 0) / verdicts.length;
  const { name, chiSquare, tail } = verdicts[0];
  const value = [
    `mean χ²₉ ${mean.toFixed(1)}`,
    `worst ${name} ${chiSquare.toFixed(1)} (p ${tail.toPrecision(2)} of ${(FAMILY_LEVEL / verdicts.length).toPrecision(2)})`,
    `rejected: ${rejected(verdicts).join(", ") || "none"}`,
    `divergent after the retry: ${divergentSeeds(ranked).join(", ") || "none"}`,
  ].join("; ");
  const what = `${title}: ${ranked.length} data sets, ${verdicts.length} quantities`;
  figures.push({ what, value, limit, source: "decisions §11" });
  const gradients = ranked.reduce((sum, one) => sum + one.gradients, 0);
  process.stdout.write(`${what}: ${value}; ${gradients} gradients\n`);
  return verdicts;
}

/** A divergence left after the retry is a place that the chain could not enter: at most one data set in fifty. */
function expectCalibrated(ranked: readonly RankedDataSet[], verdicts: readonly Verdict[]): void {
  expect(rejected(verdicts)).toEqual([]);
  expect(divergentSeeds(ranked).length).toBeLessThanOrEqual(ranked.length / 50);
}

interface Tally {
  readonly hits: number;
  readonly trials: number;
}

/** Of the quantities whose name begins so, over all data sets. */
function tally(ranked: readonly RankedDataSet[], kind: string): Tally {
  const flags = ranked.flatMap(({ inside }) =>
    [...inside].filter(([name]) => name.startsWith(kind)).map(([, hit]) => hit),
  );
  return { hits: flags.filter(Boolean).length, trials: flags.length };
}

function share({ hits, trials }: Tally): number {
  return hits / trials;
}

function inWords(found: Tally): string {
  return `${(100 * share(found)).toFixed(1)} % of ${found.trials}`;
}

let drawn: readonly RankedDataSet[] = [];

afterAll(() => recordFigures("calibration", figures));

describe("ranks of the truth among posterior draws", () => {
  it("are uniform for every parameter, the media total and the log likelihood", async () => {
    drawn = await rankAll(DEFAULT_FAMILY, DATA_SETS);
    const verdicts = report(DEFAULT_FAMILY.name, drawn, "none rejected");
    const first = drawn.filter(({ seed }) => seed <= FIRST_DATA_SETS);
    report(`${DEFAULT_FAMILY.name}, the first seeds of them`, first, "reported");
    const fresh = drawn.filter(({ seed }) => seed > FIRST_DATA_SETS);
    report(`${DEFAULT_FAMILY.name}, the other seeds of them`, fresh, "reported");
    expect(drawn.length).toBe(DATA_SETS);
    expect(verdicts.length).toBe(20);
    expectCalibrated(drawn, verdicts);
  });

  it("betray a half-saturation prior half as wide as it should be", async () => {
    const ranked = await rankAll(DEFAULT_FAMILY, FAMILY_DATA_SETS, { planted: true });
    const verdicts = report("planted: half-saturation prior sd × 0.5", ranked, "some rejected");
    expect(rejected(verdicts)).not.toEqual([]);
  });

  it.each(OTHER_FAMILIES)("are uniform with $name", async (family) => {
    const ranked = await rankAll(family, FAMILY_DATA_SETS);
    expectCalibrated(ranked, report(family.name, ranked, "none rejected"));
  });
});

describe("90 % intervals of data sets drawn from the prior", () => {
  const kinds = ["retention", "halfSaturation", "slope", "column", "sigma", "media"];
  const covered = (): readonly RankedDataSet[] => drawn.filter(({ seed }) => seed <= COVERED_DATA_SETS);

  it("hold the true contribution in 86 to 94 of 100 (issue 3)", async () => {
    const fixed = await rankAll(DEFAULT_FAMILY, FIXED_DATA_SETS, { truth: "fixed" });
    const rows: Figure[] = [
      {
        what: `truth drawn from the prior, ${COVERED_DATA_SETS} data sets: contribution`,
        value: inWords(tally(covered(), "contribution")),
        limit: "86–94 %",
        source: "issue 3",
      },
      ...kinds.map((kind) => ({
        what: `the same data sets: ${kind}`,
        value: inWords(tally(covered(), kind)),
        limit: "90 % within three standard errors",
      })),
      ...["contribution", ...kinds].map((kind) => ({
        what: `one fixed truth, ${FIXED_DATA_SETS} data sets: ${kind}`,
        value: inWords(tally(fixed, kind)),
        limit: "reported",
        source: "decisions §11",
      })),
    ];
    recordFigures("prior-coverage", rows);
    process.stdout.write(`${rows.map(({ what, value }) => `${what}: ${value}`).join("\n")}\n`);
    expect(share(tally(covered(), "contribution"))).toBeGreaterThanOrEqual(0.86);
    expect(share(tally(covered(), "contribution"))).toBeLessThanOrEqual(0.94);
  });

  it.each(kinds)("hold the true %s in nine of ten, within three standard errors", (kind) => {
    const found = tally(covered(), kind);
    expect(Math.abs(share(found) - 0.9)).toBeLessThan(3 * Math.sqrt((0.9 * 0.1) / found.trials));
  });
});
