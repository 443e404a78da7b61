/** The weekly part in WebAssembly: two channels at a time, the same operations in the same order as in TypeScript. */

import { fillLogExpTables, LOG_EXP_TABLE_SIZE } from "../../numerics/table-elementary.ts";
import type { Curve } from "../curve.ts";
import {
  dealSlots,
  HALF_POINT_AT,
  type MediaKernel,
  type MediaShape,
  OWN_AT,
  SETTINGS_PER_CHANNEL,
  SUMS_PER_CHANNEL,
  type WeeklyChannel,
} from "./media-kernel.ts";
import { emptySettings } from "./typescript-kernel.ts";
import { WASM_BYTES } from "./wasm-bytes.ts";
import { bytesFromBase64, type WasmHost } from "./wasm-host.ts";

const BYTES_PER_NUMBER = 8;
const BYTES_PER_PAGE = 65536;
/** Numbers in a cache line; every part of the memory begins on one. */
const LINE = 8;
/** Numbers per week of a pair: reached, answer, bend and drag of two channels. */
const RESULTS = 8;

/** The kernel's own setting: 1 / half point. */
const INVERSE_HALF_POINT_AT = OWN_AT;

/** The curves as core/assembly/media-kernel.ts numbers them. */
const CURVE_NUMBER: Readonly<Record<Curve, number>> = { hill: 0, logistic: 1, power: 2 };

/** What core/assembly/media-kernel.ts exports; addresses in bytes. */
interface PairFunctions {
  saturatePair(
    curve: number,
    settings: number,
    spend: number,
    lead: number,
    back0: number,
    back1: number,
    results: number,
    sums: number,
    tables: number,
    weeks: number,
  ): void;
  subtractPair(settings: number, results: number, residual: number, weeks: number): void;
  reducePair(results: number, byWeek: number, products: number, weeks: number): void;
}

const compiled = new WeakMap<WasmHost, object>();

/** The module, compiled once per host. */
function moduleOf(host: WasmHost): object {
  const known = compiled.get(host);
  if (known) return known;
  const made = new host.Module(bytesFromBase64(WASM_BYTES));
  compiled.set(host, made);
  return made;
}

/**
 * The kernel in WebAssembly, with a memory of its own that never grows.
 *
 * @param host - the host's WebAssembly.
 * @param shape - spends are copied.
 * @throws whatever the host throws when it refuses to compile.
 */
export function wasmKernel(host: WasmHost, shape: MediaShape): MediaKernel {
  const { weeks, weights } = shape;
  const pairs = pairChannels(shape);
  const lead = leadOf(shape);
  const place = layout(pairs.length, weeks, lead + windowOf(shape));
  const pages = Math.ceil((place.end * BYTES_PER_NUMBER) / BYTES_PER_PAGE);
  const memory = new host.Memory({ initial: pages, maximum: pages });
  const { exports } = new host.Instance(moduleOf(host), { env: { memory } });
  const call = exports as PairFunctions;
  const numbers = new Float64Array(memory.buffer);
  const settings = numbers.subarray(place.settings, place.sums);
  settings.set(emptySettings(2 * pairs.length));
  fillLogExpTables(numbers.subarray(place.tables, place.tables + LOG_EXP_TABLE_SIZE));
  numbers.set(weights ?? [], place.weights);
  pairs.forEach((pair, index) => {
    fillSpend(numbers, place, shape, { pair, index });
  });
  const at = addresses(place, shape);
  const reduceBy = (factors: number, into: (pair: number) => number): void => {
    for (let pair = 0; pair < pairs.length; pair++)
      call.reducePair(at.results(pair), factors, into(pair), weeks);
  };
  return {
    name: "wasm-simd-1",
    settings,
    sums: numbers.subarray(place.sums, place.weighted),
    weighted: numbers.subarray(place.weighted, place.products),
    products: numbers.subarray(place.products, place.residual),
    residual: numbers.subarray(place.residual, place.residual + weeks),
    byWeek: numbers.subarray(place.byWeek, place.byWeek + weeks),
    saturate(): void {
      invertHalfPoints(settings);
      for (let pair = 0; pair < pairs.length; pair++)
        call.saturatePair(
          pairs[pair].curve,
          at.settings(pair),
          at.spend(pair),
          lead,
          pairs[pair].back0,
          pairs[pair].back1,
          at.results(pair),
          at.sums(pair),
          at.tables,
          weeks,
        );
    },
    weigh(): void {
      if (weights !== null) reduceBy(at.weights, at.weighted);
    },
    subtract(): void {
      for (let pair = 0; pair < pairs.length; pair++)
        call.subtractPair(at.settings(pair), at.results(pair), at.residual, weeks);
    },
    reduce: () => reduceBy(at.byWeek, at.products),
  };
}

/** Two channels of the same curve. */
interface Pair {
  readonly curve: number;
  /** [lane] null in the second place of a pair with one channel. */
  readonly channels: readonly (WeeklyChannel | null)[];
  /** Bytes back to the row whose spend leaves, of either lane. */
  readonly back0: number;
  readonly back1: number;
}

const BYTES_PER_ROW = 2 * BYTES_PER_NUMBER;

function pairChannels({ channels }: MediaShape): Pair[] {
  const slots = dealSlots(channels).map((channel) => (channel === null ? null : channels[channel]));
  const pairs: Pair[] = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [first, second] = [slots[slot], slots[slot + 1]];
    if (first === null) throw new RangeError("a pair begins with a channel");
    const back0 = first.window * BYTES_PER_ROW;
    const back1 = (second ?? first).window * BYTES_PER_ROW;
    pairs.push({ curve: CURVE_NUMBER[first.curve], channels: [first, second], back0, back1 });
  }
  return pairs;
}

/** Rows that only carry over: those of the longest history before the window. */
function leadOf({ channels }: MediaShape): number {
  return channels.reduce((most, { carryIn }) => Math.max(most, carryIn.length), 0);
}

function windowOf({ channels }: MediaShape): number {
  return channels.reduce((most, { window }) => Math.max(most, window), 0);
}

/** Where each part begins, in numbers. */
interface Layout {
  readonly tables: number;
  readonly settings: number;
  readonly sums: number;
  readonly weighted: number;
  readonly products: number;
  readonly residual: number;
  readonly byWeek: number;
  readonly weights: number;
  readonly spend: number;
  readonly results: number;
  readonly end: number;
}

function layout(pairs: number, weeks: number, rowsBefore: number): Layout {
  const lines = (size: number): number => Math.ceil(size / LINE) * LINE;
  const tables = 0;
  const settings = lines(LOG_EXP_TABLE_SIZE);
  const sums = settings + 2 * pairs * SETTINGS_PER_CHANNEL;
  const weighted = sums + 2 * pairs * SUMS_PER_CHANNEL;
  const products = weighted + 2 * pairs * SUMS_PER_CHANNEL;
  const residual = products + 2 * pairs * SUMS_PER_CHANNEL;
  const byWeek = residual + lines(weeks);
  const weights = byWeek + lines(weeks);
  const spend = weights + lines(weeks);
  const results = lines(spend + 2 * pairs * (rowsBefore + weeks));
  return {
    tables,
    settings,
    sums,
    weighted,
    products,
    residual,
    byWeek,
    weights,
    spend,
    results,
    end: results + pairs * weeks * RESULTS,
  };
}

/** Addresses of a pair's parts, in bytes. */
function addresses(place: Layout, shape: MediaShape) {
  const of = (start: number, perPair: number) => (pair: number) =>
    (start + pair * perPair) * BYTES_PER_NUMBER;
  const rows = windowOf(shape) + leadOf(shape) + shape.weeks;
  return {
    tables: place.tables * BYTES_PER_NUMBER,
    residual: place.residual * BYTES_PER_NUMBER,
    byWeek: place.byWeek * BYTES_PER_NUMBER,
    weights: place.weights * BYTES_PER_NUMBER,
    settings: of(place.settings, 2 * SETTINGS_PER_CHANNEL),
    sums: of(place.sums, 2 * SUMS_PER_CHANNEL),
    weighted: of(place.weighted, 2 * SUMS_PER_CHANNEL),
    products: of(place.products, 2 * SUMS_PER_CHANNEL),
    spend: of(place.spend + 2 * windowOf(shape), 2 * rows),
    results: of(place.results, shape.weeks * RESULTS),
  };
}

/** [pair][window + lead + week][2]: the rows before a channel's history are without spend, so that the recursion needs no test. */
function fillSpend(
  numbers: Float64Array,
  place: Layout,
  shape: MediaShape,
  { pair, index }: { readonly pair: Pair; readonly index: number },
): void {
  const [window, lead] = [windowOf(shape), leadOf(shape)];
  const rows = window + lead + shape.weeks;
  pair.channels.forEach((channel, lane) => {
    const rowAt = (row: number): number => place.spend + 2 * (index * rows + row) + lane;
    channel?.carryIn.forEach((spend, week) => {
      numbers[rowAt(window + lead - channel.carryIn.length + week)] = spend;
    });
    channel?.spend.forEach((spend, week) => {
      numbers[rowAt(window + lead + week)] = spend;
    });
  });
}

function invertHalfPoints(settings: Float64Array): void {
  for (let at = 0; at < settings.length; at += SETTINGS_PER_CHANNEL)
    settings[at + INVERSE_HALF_POINT_AT] = 1 / settings[at + HALF_POINT_AT];
}
