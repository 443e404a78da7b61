import { type ScreenedChannel, screenChannels } from "@mmm/core/data/screen-channels.ts";
import { DATA_RULES } from "../../fixtures/reading.ts";

const WEEKS = 20;
const SOURCE = { file: "spend.csv", sheet: null };
const weeks = (value: (week: number) => number) =>
  Float64Array.from({ length: WEEKS }, (_, week) => value(week));
const tv = weeks((week) => 10 + ((week * 7) % 11));
const search = weeks((week) => 5 + ((week * 5) % 13));
const kpi = weeks((week) => 100 + ((week * 3) % 17));

function channel(name: string, spend: Float64Array): ScreenedChannel {
  const rest = {
    exposure: null,
    min: null,
    max: null,
    lockedUntil: null,
    carryIn: new Float64Array(0),
    adstock: null,
    saturation: null,
    prior: null,
    group: "other",
    filled: [],
  } as const;
  return { name, column: name, spend, range: "B2:B21", ...rest };
}

function screen(...channels: ScreenedChannel[]) {
  const { value, notes } = screenChannels(SOURCE, channels, kpi, DATA_RULES, {});
  return {
    kept: value.channels.map(({ name }) => name),
    out: value.leftOut.map(({ name, code }) => `${code} ${name}`),
    codes: notes.findings.map(({ code, severity }) => `${code} ${severity}`),
  };
}

describe("screenChannels", () => {
  it("lets ordinary channels pass without a word", () => {
    expect(screen(channel("TV", tv), channel("Search", search))).toEqual({
      kept: ["TV", "Search"],
      out: [],
      codes: [],
    });
  });

  it("leaves out a channel that never changes: the baseline would take its effect (IN-46)", () => {
    const flat = weeks(() => 10);
    expect(screen(channel("TV", tv), channel("Radio", flat))).toMatchObject({
      out: ["IN-46 Radio"],
      codes: ["IN-46 warn"],
    });
  });

  it("leaves out a channel without any spend (IN-47)", () => {
    expect(
      screen(
        channel("TV", tv),
        channel(
          "Radio",
          weeks(() => 0),
        ),
      ),
    ).toMatchObject({
      out: ["IN-47 Radio"],
      codes: ["IN-47 warn"],
    });
  });

  it("lets a channel wait until its 13th week with spend (IN-49, A-56)", () => {
    const live = (count: number) => weeks((week) => (week < count ? 1 + week : 0));
    expect(screen(channel("TV", tv), channel("Radio", live(12))).out).toEqual(["IN-49 Radio"]);
    expect(screen(channel("TV", tv), channel("Radio", live(13))).out).toEqual([]);
  });

  it("stops where no channel is left", () => {
    expect(
      screen(
        channel(
          "TV",
          weeks(() => 0),
        ),
      ).codes,
    ).toEqual(["IN-47 warn", "IN-49 stop"]);
  });

  it("stops at a total beside its parts (IN-51)", () => {
    const total = tv.map((spend, week) => spend + search[week]);
    expect(screen(channel("TV", tv), channel("Search", search), channel("All", total)).codes).toContain(
      "IN-51 stop",
    );
  });

  it("stops at two channels in exact proportion (IN-52)", () => {
    const twin = tv.map((spend) => 3 * spend);
    expect(screen(channel("TV", tv), channel("TV agency", twin)).codes).toEqual(["IN-52 stop"]);
    const near = tv.map((spend, week) => 3 * spend + (week % 2));
    expect(screen(channel("TV", tv), channel("TV agency", near)).codes).toEqual([]);
  });

  it("stops at spend that is a fixed share of the KPI, as commission is (IN-53)", () => {
    const commission = kpi.map((value) => 0.05 * value);
    expect(screen(channel("TV", tv), channel("Affiliate", commission)).codes).toEqual(["IN-53 stop"]);
  });

  it("judges sums, copies and commission by the weeks whose spend was not filled in", () => {
    const known = (spend: Float64Array) => ({
      filled: [4],
      spend: spend.map((value, week) => (week === 4 ? 3 : value)),
    });
    const total = {
      ...channel("Agency", tv),
      ...known(tv.map((value, week) => value + (search[week] ?? 0))),
    };
    expect(screen(channel("TV", tv), channel("Search", search), total).codes).toEqual(["IN-51 stop"]);
    const copy = { ...channel("Copy", tv), ...known(tv.map((value) => 3 * value)) };
    expect(screen(channel("TV", tv), copy).codes).toEqual(["IN-52 stop"]);
    const commission = { ...channel("Affiliate", tv), ...known(kpi.map((value) => 0.1 * value)) };
    expect(screen(channel("TV", tv), commission).codes).toEqual(["IN-53 stop"]);
  });
});
