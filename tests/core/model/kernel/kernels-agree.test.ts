import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import { SAMPLE_ROWS } from "@mmm/core/govern/rows/sample-rows.ts";
import { buildTarget } from "@mmm/core/model/build-target.ts";
import type { KernelName } from "@mmm/core/model/kernel/media-kernel.ts";
import { evaluate, type LogPosterior, logPosterior } from "@mmm/core/model/log-posterior.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { dimensionOf } from "@mmm/core/model/parameters.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { runInProcess } from "@mmm/core/sample/run-in-process.ts";
import { ALL_FAMILIES } from "../example-families.ts";
import { exampleHistory } from "../example-history.ts";

const RULES = defaultRules(MODEL_ROWS);
const modelOf = (channels: number): MediaMixModel =>
  specifyModel(exampleHistory({ weeks: 40, channels, seed: 1 }), RULES, 36);
const MODEL = modelOf(3);
const COEFFICIENT_MODEL: MediaMixModel = {
  ...MODEL,
  channels: MODEL.channels.map((channel) => ({ ...channel, effect: { kind: "coefficient", scale: 0.3 } })),
};
const DARK_MODEL: MediaMixModel = {
  ...MODEL,
  channels: MODEL.channels.map((channel, index) => ({
    ...channel,
    // the first spends once, so that most weeks carry nothing; the second spends only while the window still reaches
    spend: channel.spend.map((spend, week) => (index === 2 || week === 17 * index ? spend : 0)),
  })),
};

function positions(model: MediaMixModel, count: number, spread: number): Float64Array[] {
  const random = createRandom(7, 1);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimensionOf(model) }, () => spread * random.normal()),
  );
}

/** Value and gradient, one after the other. */
function evaluated(posterior: LogPosterior, position: Float64Array): Float64Array {
  const result = new Float64Array(position.length + 1);
  result[position.length] = evaluate(posterior, position, result.subarray(0, position.length));
  return result;
}

/** The same bits: Object.is tells −0 from 0 and knows NaN. */
function expectSameBits(model: MediaMixModel, places: readonly Float64Array[]): void {
  const [wasm, typescript] = [logPosterior(model, "wasm-simd-1"), logPosterior(model, "typescript-1")];
  for (const position of places) {
    const [ours, reference] = [evaluated(wasm, position), evaluated(typescript, position)];
    expect([...ours].every((value, index) => Object.is(value, reference[index]))).toBe(true);
  }
}

describe("the WebAssembly kernel and the TypeScript kernel", () => {
  it("are two implementations", () => {
    expect(logPosterior(MODEL, "wasm-simd-1").media.name).toBe("wasm-simd-1");
    expect(logPosterior(MODEL, "typescript-1").media.name).toBe("typescript-1");
  });

  it.each([1, 2, 3, 4, 7])("give the same bits at random positions with %d channels", (channels) => {
    const model = modelOf(channels);
    expectSameBits(model, positions(model, 100, 1));
    expectSameBits(model, positions(model, 100, 4));
  });

  it("give the same bits when the prior is the coefficient's", () => {
    expectSameBits(COEFFICIENT_MODEL, positions(COEFFICIENT_MODEL, 200, 1));
  });

  it("give the same bits where most weeks carry nothing over", () => {
    expectSameBits(DARK_MODEL, positions(DARK_MODEL, 200, 2));
  });

  it.each([0, 1, 5, 60])("give the same bits with a maximum lag of %d weeks", (maxLag) => {
    const retention = { alpha: 2, beta: 2 };
    const channels = MODEL.channels.map((channel) => ({
      ...channel,
      adstock: { kind: "geometric" as const, maxLag, retention },
    }));
    expectSameBits({ ...MODEL, channels }, positions(MODEL, 50, 2));
  });

  it.each([
    ["no carryover", 0, -12],
    ["carryover that never ends", 0, 12],
    ["an S-curve nearly a step", 2, 6],
    ["a nearly flat curve", 2, -8],
    ["a half-saturation far beyond the data", 1, 6],
    ["a half-saturation far below the data", 1, -6],
    ["next to no effect", 3, -6],
    ["an effect far beyond its prior", 3, 6],
  ])("give the same bits at %s", (_, kind, value) => {
    const places = positions(MODEL, 20, 0.5);
    for (const position of places)
      for (let channel = 0; channel < 3; channel++) position[4 * channel + kind] = value;
    expectSameBits(MODEL, places);
  });

  it("give the same bits for every family, prior, history before the window and lift test", () => {
    const { model } = ALL_FAMILIES;
    expectSameBits(model, positions(model, 200, 1));
    expectSameBits(model, positions(model, 200, 4));
    expectSameBits(model, positions(model, 200, 30));
  });

  it("refuse the same places, and never with NaN", () => {
    const corners = [-1e6, -101, -100, -50, -37, 0, 37, 50, 100, 101, 1e6, Number.NaN, Infinity];
    const places: Float64Array[] = [];
    for (let coordinate = 0; coordinate < dimensionOf(MODEL); coordinate++) {
      for (const corner of corners) {
        const position = new Float64Array(dimensionOf(MODEL));
        position[coordinate] = corner;
        places.push(position);
      }
    }
    places.push(...positions(MODEL, 300, 50));
    expectSameBits(MODEL, places);
    const wasm = logPosterior(MODEL, "wasm-simd-1");
    for (const position of places) expect(evaluated(wasm, position)).not.toContain(Number.NaN);
  });

  it("refuse a channel that never spends, alike", () => {
    const silent: MediaMixModel = {
      ...MODEL,
      channels: MODEL.channels.map((channel, index) => ({
        ...channel,
        spend: index === 1 ? new Float64Array(channel.spend.length) : channel.spend,
      })),
    };
    expectSameBits(silent, positions(silent, 5, 1));
    const [position] = positions(silent, 1, 1);
    expect(evaluated(logPosterior(silent, "wasm-simd-1"), position).at(-1)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("give the same bits under priors so wide that curves leave the range of doubles", () => {
    const wide: MediaMixModel = {
      ...MODEL,
      channels: MODEL.channels.map((channel) => ({
        ...channel,
        saturation: {
          kind: "hill",
          halfSaturation: { logMedian: 0, logSd: 300 },
          slope: { logMedian: 0, logSd: 300 },
        },
      })),
    };
    const places = positions(wide, 300, 2);
    expectSameBits(wide, places);
    const inside = places.filter((place) =>
      evaluated(logPosterior(wide, "typescript-1"), place).every(Number.isFinite),
    );
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.length).toBeLessThan(places.length);
  });
});

describe("a run", () => {
  const plan = { ...defaultRules(SAMPLE_ROWS), seed: 5, warmup: 60, minDraws: 40, maxDraws: 40, block: 40 };
  const run = async (kernel: KernelName): Promise<Posterior> => {
    const outcome = await runInProcess<MediaMixModel>(buildTarget, kernel, () => 0)(MODEL, plan, () => true, {
      onProgress: () => undefined,
      cancelled: () => false,
    });
    if (outcome.kind !== "sampled") throw new Error("nobody cancels here");
    return outcome.posterior;
  };

  it("has the same draws by either kernel, and says which one made them", async () => {
    const [wasm, typescript] = [await run("wasm-simd-1"), await run("typescript-1")];
    expect(wasm.kernel).toBe("wasm-simd-1");
    expect(typescript.kernel).toBe("typescript-1");
    expect(wasm.chains).toEqual(typescript.chains);
    expect(wasm.warmup).toEqual(typescript.warmup);
  });
});

describe("the WebAssembly kernel", () => {
  it("gives the same bits for the same position, whatever it computed in between", () => {
    const posterior = logPosterior(MODEL, "wasm-simd-1");
    const places = positions(MODEL, 20, 3);
    const first = places.map((position) => evaluated(posterior, position));
    const again = [...places].reverse().map((position) => evaluated(posterior, position));
    expect(again.reverse()).toEqual(first);
  });

  it("shares nothing between two models", () => {
    const [position] = positions(MODEL, 1, 1);
    const posterior = logPosterior(MODEL, "wasm-simd-1");
    const alone = evaluated(posterior, position);
    const other = modelOf(4);
    evaluated(logPosterior(other, "wasm-simd-1"), positions(other, 1, 1)[0]);
    posterior.media.reduce();
    expect(evaluated(posterior, position)).toEqual(alone);
  });
});
