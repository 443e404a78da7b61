/** The weekly part in WebAssembly: two channels at a time, the same operations in the same order as in TypeScript. */

import { fillLogExpTables, LOG_EXP_TABLE_SIZE } from "../../numerics/table-elementary.ts";
import { lastWeight } from "./carry-over.ts";
import {
  HALF_POINT_AT,
  type MediaKernel,
  type MediaShape,
  OWN_AT,
  RETENTION_AT,
  SETTINGS_PER_CHANNEL,
  SLOPE_AT,
  SUMS_PER_CHANNEL,
} from "./media-kernel.ts";
import { WASM_BYTES } from "./wasm-bytes.ts";
import { bytesFromBase64, type WasmHost } from "./wasm-host.ts";

const BYTES_PER_NUMBER = 8;
const BYTES_PER_PAGE = 65536;
/** Numbers in a cache line; every part of the memory begins on one. */
const LINE = 8;
/** Numbers per week of a pair: reached, answer, bend and drag of two channels. */
const RESULTS = 8;

/** Places of the kernel's own settings. */
const INVERSE_HALF_POINT_AT = OWN_AT;
const LEAVING_WEIGHT_AT = 6;
const LEAVING_SLOPE_AT = 7;

/** What core/assembly/media-kernel.ts exports; addresses in bytes. */
interface PairFunctions {
  saturatePair(
    settings: number,
    spend: number,
    results: number,
    sums: number,
    tables: number,
    weeks: number,
    window: number,
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
 * @throws whatever the host throws when it refuses to compile or has no SIMD.
 */
export function wasmKernel(host: WasmHost, shape: MediaShape): MediaKernel {
  const { spends, weeks, maxLag } = shape;
  const pairs = (spends.length + 1) >> 1;
  const place = layout(pairs, weeks, maxLag + 1);
  const pages = Math.ceil((place.end * BYTES_PER_NUMBER) / BYTES_PER_PAGE);
  const memory = new host.Memory({ initial: pages, maximum: pages });
  const { exports } = new host.Instance(moduleOf(host), { env: { memory } });
  const call = exports as PairFunctions;
  const numbers = new Float64Array(memory.buffer);
  const settings = numbers.subarray(place.settings, place.sums);
  fillLogExpTables(numbers.subarray(place.tables, place.tables + LOG_EXP_TABLE_SIZE));
  fillSpends(numbers, place, shape);
  for (let at = 0; at < settings.length; at += SETTINGS_PER_CHANNEL) {
    // an odd channel's neighbor never spends, but its half point is divided by
    settings[at + HALF_POINT_AT] = 1;
    settings[at + SLOPE_AT] = 1;
  }
  const byte = addresses(place, weeks, maxLag + 1);
  return {
    name: "wasm-simd-1",
    settings,
    sums: numbers.subarray(place.sums, place.products),
    products: numbers.subarray(place.products, place.residual),
    residual: numbers.subarray(place.residual, place.residual + weeks),
    byWeek: numbers.subarray(place.byWeek, place.byWeek + weeks),
    saturate(): void {
      deriveSettings(settings, maxLag);
      for (let pair = 0; pair < pairs; pair++)
        call.saturatePair(
          byte.settings(pair),
          byte.spend(pair),
          byte.results(pair),
          byte.sums(pair),
          byte.tables,
          weeks,
          maxLag + 1,
        );
    },
    subtract(): void {
      for (let pair = 0; pair < pairs; pair++)
        call.subtractPair(byte.settings(pair), byte.results(pair), byte.residual, weeks);
    },
    reduce(): void {
      for (let pair = 0; pair < pairs; pair++)
        call.reducePair(byte.results(pair), byte.byWeek, byte.products(pair), weeks);
    },
  };
}

/** Where each part begins, in numbers. */
interface Layout {
  readonly tables: number;
  readonly settings: number;
  readonly sums: number;
  readonly products: number;
  readonly residual: number;
  readonly byWeek: number;
  readonly spend: number;
  readonly results: number;
  readonly end: number;
}

function layout(pairs: number, weeks: number, window: number): Layout {
  const lines = (size: number): number => Math.ceil(size / LINE) * LINE;
  const tables = 0;
  const settings = lines(LOG_EXP_TABLE_SIZE);
  const sums = settings + 2 * pairs * SETTINGS_PER_CHANNEL;
  const products = sums + 2 * pairs * SUMS_PER_CHANNEL;
  const residual = products + 2 * pairs * SUMS_PER_CHANNEL;
  const byWeek = residual + lines(weeks);
  const spend = byWeek + lines(weeks);
  const results = lines(spend + 2 * pairs * (window + weeks));
  return {
    tables,
    settings,
    sums,
    products,
    residual,
    byWeek,
    spend,
    results,
    end: results + pairs * weeks * RESULTS,
  };
}

/** Addresses of a pair's parts, in bytes. */
function addresses(place: Layout, weeks: number, window: number) {
  const of = (start: number, perPair: number) => (pair: number) =>
    (start + pair * perPair) * BYTES_PER_NUMBER;
  return {
    tables: place.tables * BYTES_PER_NUMBER,
    residual: place.residual * BYTES_PER_NUMBER,
    byWeek: place.byWeek * BYTES_PER_NUMBER,
    settings: of(place.settings, 2 * SETTINGS_PER_CHANNEL),
    sums: of(place.sums, 2 * SUMS_PER_CHANNEL),
    products: of(place.products, 2 * SUMS_PER_CHANNEL),
    spend: of(place.spend, 2 * (window + weeks)),
    results: of(place.results, weeks * RESULTS),
  };
}

/** [pair][window + week][2]: the weeks before the first are without spend, so that the recursion needs no test. */
function fillSpends(numbers: Float64Array, place: Layout, { spends, weeks, maxLag }: MediaShape): void {
  const rows = maxLag + 1 + weeks;
  spends.forEach((spend, channel) => {
    const start = place.spend + (channel >> 1) * 2 * rows + 2 * (maxLag + 1) + (channel & 1);
    for (let week = 0; week < weeks; week++) numbers[start + 2 * week] = spend[week];
  });
}

/** What the recursion and the curve need of each channel beside what was set. */
function deriveSettings(settings: Float64Array, maxLag: number): void {
  for (let at = 0; at < settings.length; at += SETTINGS_PER_CHANNEL) {
    const retention = settings[at + RETENTION_AT];
    const last = lastWeight(retention, maxLag);
    settings[at + INVERSE_HALF_POINT_AT] = 1 / settings[at + HALF_POINT_AT];
    settings[at + LEAVING_WEIGHT_AT] = last * retention;
    settings[at + LEAVING_SLOPE_AT] = (maxLag + 1) * last;
  }
}
