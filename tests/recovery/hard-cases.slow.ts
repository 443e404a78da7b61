/** Data that can not tell, through the whole path: converged and honest, or refused with a remedy that names the channel (issue 3). */

import type { ChannelAttribution } from "@mmm/core/attribute/attribution.ts";
import { type DefenseOutcome, defendBudget } from "@mmm/core/budget-defense.ts";
import type { Finding } from "@mmm/core/data/finding.ts";
import { emptyBrief } from "@mmm/core/data/read-brief.ts";
import { methodology } from "@mmm/core/govern/methodology.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import { KERNEL } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import type { Interval } from "@mmm/core/numerics/interval.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { everyCell } from "../fixtures/planned-cells.ts";
import { monday } from "../fixtures/weekly-table.ts";
import { type Figure, recordFigures } from "../matchers/record-figures.ts";
import { freely, type HardTable, hardTable } from "./hard-tables.ts";

type Defended = Extract<DefenseOutcome, { kind: "defended" }>;

/** What the prior alone would give, less what a weak likelihood may take: an interval this wide or wider is the prior's. */
const ABOUT_AS_WIDE = 0.75;

const OUTLIER = 60;

const figures: Figure[] = [];

function record(what: string, value: string, limit: string): void {
  figures.push({ what, value, limit, source: "issue 3" });
  process.stdout.write(`${what}: ${value}\n`);
}

afterAll(() => recordFigures("hard-cases", figures));

function defend({ table }: HardTable): Promise<DefenseOutcome> {
  return defendBudget([table], emptyBrief(), methodology(), {
    runChains: runInProcess<MediaMixModel>(buildTarget, KERNEL, () => 0),
    watch: () => ({ onProgress: () => undefined, cancelled: () => false }),
    today: "2026-11-22",
    now: "2026-11-22T09:00:00Z",
  });
}

/** The fit of a table that must not be refused, and must have converged. */
async function converged(hard: HardTable): Promise<Defended> {
  const outcome = await defend(hard);
  if (outcome.kind !== "defended") throw new Error(`${outcome.kind}: ${JSON.stringify(outcome.reading)}`);
  expect(outcome.fit.health.verdict).not.toBe("fail");
  return outcome;
}

function channelOf({ fit }: Defended, name: string): ChannelAttribution {
  const found = fit.attribution.channels.find((channel) => channel.name === name);
  if (found === undefined) throw new Error(`${name} was not fitted`);
  return found;
}

/** The width of a ROAS interval over that of its prior. */
function widthLeft({ roas, priorRoas }: ChannelAttribution): number {
  return roas === null || priorRoas === null ? Number.NaN : widthOf(roas) / widthOf(priorRoas);
}

function widthOf({ lo, hi }: Interval): number {
  return hi - lo;
}

function inside(truth: number, { lo, hi }: Interval): boolean {
  return lo <= truth && truth <= hi;
}

function findings({ reading, results }: Pick<Defended, "reading" | "results">): readonly Finding[] {
  return [...reading.findings, ...results.scorecard.findings];
}

function words({ workbook }: Defended, sheet: string): string {
  return everyCell(workbook)
    .filter((cell) => cell.sheet === sheet)
    .map(({ cell }) => String(cell.value ?? ""))
    .join("\n");
}

describe("two channels whose spend correlates above 0.95", () => {
  const search: number[] = [];
  const own = freely(4000);
  const hard = hardTable({
    weeks: 104,
    spend: {
      Search: (week, random) => {
        search[week] = own(week, random);
        return search[week];
      },
      Social: (week, random) => 0.8 * search[week] * Math.exp(0.1 * random.normal()),
      TV: freely(6000),
    },
  });

  it("are known as a sum, and their division is said to be assumption", async () => {
    const defended = await converged(hard);
    const [first, second] = [channelOf(defended, "Search"), channelOf(defended, "Social")];
    const [pair, ...others] = defended.fit.attribution.alike;
    expect(others).toEqual([]);
    expect([pair.first, pair.second]).toEqual(["Search", "Social"]);
    expect(pair.correlation).toBeGreaterThan(0.95);
    const truth = (hard.truth.get("Search") ?? Number.NaN) + (hard.truth.get("Social") ?? Number.NaN);
    expect(inside(truth, pair.together)).toBe(true);
    for (const { contribution, learned } of [first, second]) {
      expect(learned).not.toBe("data");
      // for its size the sum is known far better than either part
      expect(widthOf(pair.together) / pair.together.mean).toBeLessThan(
        0.75 * (widthOf(contribution) / contribution.mean),
      );
    }
    const left = widthOf(pair.firstShare) / widthOf(pair.priorFirstShare);
    expect(left).toBeGreaterThan(ABOUT_AS_WIDE);
    expect(words(defended, "Defense")).toContain("Search and Social rise and fall together");
    expect(words(defended, "ROI")).toContain("Channels that the data can not tell apart");
    expect(words(defended, "ROI")).not.toMatch(/^(Search|Social) returned most/);
    const audit = findings(defended).find(({ code }) => code === "IN-52");
    expect(audit?.message).toMatch(/Search with Social/);
    record(
      "two channels, spend correlation 0.98: width of the sum's 90 % interval over its mean; of each channel's",
      [pair.together, first.contribution, second.contribution]
        .map((interval) => (widthOf(interval) / interval.mean).toFixed(2))
        .join("; "),
      "the sum's under 0.75 of either; the true sum inside",
    );
    record(
      "the same: width of the first's part of the sum over its width before the data",
      left.toFixed(2),
      `> ${ABOUT_AS_WIDE}, and said on ROI and Defense`,
    );
  });
});

describe("a channel with three active weeks", () => {
  it("is left out by name, with what would let it in; the others are fitted", async () => {
    const burst = (week: number): number => (week % 40 === 10 ? 9000 : 0);
    const defended = await converged(
      hardTable({ weeks: 104, spend: { Search: freely(4000), Social: burst, TV: freely(6000) } }),
    );
    expect(defended.fit.attribution.channels.map(({ name }) => name)).toEqual(["Search", "TV"]);
    const finding = findings(defended).find(({ code }) => code === "IN-49");
    expect(finding?.message).toContain('"Social" is left out of the model: only 3 weeks with spend');
    expect(finding?.remedy).toMatch(/merge it with a channel of its kind, or run a lift test/);
    record("a channel with 3 active weeks", "left out by name, with the remedy", "refused with a remedy");
  });
});

describe("a channel whose spend does not change", () => {
  it("is left out by name where it is the same every week, with what would let it in", async () => {
    const defended = await converged(
      hardTable({ weeks: 104, spend: { Search: freely(4000), Social: () => 3000, TV: freely(6000) } }),
    );
    const finding = findings(defended).find(({ code }) => code === "IN-46");
    expect(finding?.message).toContain('"Social" is left out of the model: the same spend every week');
    expect(finding?.remedy).toMatch(/^Pause it or raise it for some weeks, or run a lift test/);
    record("constant spend", "left out by name, with the remedy", "refused with a remedy");
  });

  it("stops the run where it is the only one", async () => {
    const outcome = await defend(hardTable({ weeks: 104, spend: { Search: () => 3000 } }));
    expect(outcome.kind).toBe("unreadable");
    const stop = outcome.reading.findings.find(({ severity }) => severity === "stop");
    expect(stop?.remedy).toMatch(/at least one channel whose spend changes/);
  });

  it("keeps the prior's interval and is called assumption where it hardly changes", async () => {
    const hardly = (_: number, random: { normal(): number }): number => 3000 + 20 * random.normal();
    const defended = await converged(
      hardTable({ weeks: 104, spend: { Search: freely(4000), Social: hardly, TV: freely(6000) } }),
    );
    const social = channelOf(defended, "Social");
    expect(social.learned).toBe("prior");
    expect(widthLeft(social)).toBeGreaterThan(ABOUT_AS_WIDE);
    expect(words(defended, "Defense")).toMatch(/Still mostly assumption: Social\./);
    record(
      "spend within 1 % of constant: width of its ROAS interval over the prior's",
      widthLeft(social).toFixed(2),
      `> ${ABOUT_AS_WIDE}, and called assumption`,
    );
  });
});

describe("thirty weeks of eight channels", () => {
  it("give an order and no amount, and no channel is called learned", async () => {
    const names = ["Search", "Social", "TV", "Radio", "Print", "Video", "Email", "Affiliates"];
    const spend = Object.fromEntries(names.map((name, place) => [name, freely(1500 + 500 * place)]));
    const defended = await converged(hardTable({ weeks: 30, spend }));
    const { channels } = defended.fit.attribution;
    expect(channels.length).toBe(8);
    expect(channels.map(({ roas }) => roas)).toEqual(channels.map(() => null));
    expect(channels.filter(({ learned }) => learned === "data")).toEqual([]);
    expect(findings(defended).find(({ code }) => code === "X-01")?.remedy).toMatch(
      /Add older weeks, or merge/,
    );
    const surest = Math.max(...channels.map(({ rankProbability }) => rankProbability));
    record(
      "30 weeks × 8 channels: chance of the surest rank",
      surest.toFixed(2),
      "converged; an order only, none learned from data alone",
    );
  });
});

describe("one week that carries the KPI", () => {
  const week = monday(OUTLIER);

  it("is named by the audit, and leaves every channel with its prior where no spend goes with it", async () => {
    const defended = await converged(
      hardTable({
        weeks: 104,
        spend: { Search: freely(4000), Social: freely(3000), TV: freely(6000) },
        extra: (at) => (at === OUTLIER ? 900_000 : 0),
      }),
    );
    const finding = findings(defended).find(({ code }) => code === "B-16");
    expect(finding?.message).toContain(week);
    expect(finding?.remedy).toMatch(/name it as an event/);
    expect(defended.fit.health.loo.khatWeek).toBe(week);
    const { channels } = defended.fit.attribution;
    expect(channels.map(({ learned }) => learned)).toEqual(["prior", "prior", "prior"]);
    const least = Math.min(...channels.map(widthLeft));
    expect(least).toBeGreaterThan(ABOUT_AS_WIDE);
    record(
      "one week of nine times the KPI: least width of a ROAS interval over the prior's",
      least.toFixed(2),
      `> ${ABOUT_AS_WIDE}, every channel called assumption, the week named`,
    );
  });

  it("is named together with the channel that is credited with it", async () => {
    const social = freely(3000);
    const defended = await converged(
      hardTable({
        weeks: 104,
        spend: {
          Search: freely(4000),
          Social: (at, random) => (at === OUTLIER ? 30_000 : social(at, random)),
          TV: freely(6000),
        },
        extra: (at) => (at === OUTLIER ? 400_000 : 0),
      }),
    );
    const { oneWeek } = channelOf(defended, "Social");
    expect(oneWeek?.week).toBe(week);
    expect(defended.fit.health.loo.khatWeek).toBe(week);
    const finding = findings(defended).find(({ code }) => code === "IN-58");
    expect(finding?.message).toContain(week);
    expect(finding?.message).toContain("Social");
    expect(words(defended, "Defense")).toContain(`% of its effect falls in the week of ${week}`);
    expect(words(defended, "Defense")).toContain("Learned from one single week: Social.");
    expect(words(defended, "ROI")).toContain("one single week");
    record(
      "one week of five times the KPI in which one channel spends tenfold: share of its effect in that week",
      `${(100 * (oneWeek?.share ?? 0)).toFixed(0)} %`,
      "week and channel named by the audit, on ROI and on Defense",
    );
  });
});
