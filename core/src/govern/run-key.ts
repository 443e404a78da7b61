/** Fingerprints of data, methodology and run: same key, same numbers, bit for bit (decisions §9). */

import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import type { BaselineBrief } from "../data/brief.ts";
import type { MediaHistory } from "../data/media-history.ts";
import type { MediaMixModel } from "../model/media-mix-model.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import type { MethodologyRow } from "./methodology-row.ts";

/** SHA-256 of a text in hexadecimal digits. */
function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Fingerprint of everything in a history that can move a number.
 *
 * @returns 64 hexadecimal digits; a changed cell, name, week or order of channels changes it, a file's name does not.
 */
export function dataHash(history: MediaHistory): string {
  const { weeks, kpi, channels, controls, events, liftTests } = history;
  return digest(
    JSON.stringify({
      weeks,
      kpi: [kpi.name, kpi.kind, numbers(kpi.values), kpi.revenuePerKpi && numbers(kpi.revenuePerKpi)],
      channels: channels.map(({ name, spend, carryIn, adstock, saturation, prior }) => [
        name,
        numbers(spend),
        numbers(carryIn),
        adstock,
        saturation,
        prior,
      ]),
      controls: controls.map(({ name, sign, values }) => [name, sign, numbers(values)]),
      events: events.map(({ name, values }) => [name, numbers(values)]),
      liftTests: liftTests.map(({ spendWithout, ...test }) => ({
        ...test,
        spendWithout: numbers(spendWithout),
      })),
    }),
  );
}

/** Version of a methodology: the release that wrote its rows and a fingerprint of their values, e.g. "1.0-3f2a90c1". */
export function methodologyVersion(release: string, rows: readonly MethodologyRow[]): string {
  const values = rows.map(({ key, value }) => `${key}=${value}`).sort();
  return `${release}-${digest(values.join("\n")).slice(0, 8)}`;
}

/** What decides a run's numbers. */
export interface RunIngredients {
  readonly dataHash: string;
  readonly methodologyVersion: string;
  /** The holidays are columns of the data, and so in their hash. */
  readonly baseline: Omit<BaselineBrief, "holidays">;
  readonly seed: number;
  readonly chains: number;
  readonly maxDraws: number;
  readonly engineVersion: string;
  readonly kernel: string;
}

/** The run's key: 64 hexadecimal digits that change when any ingredient does. */
export function runKey(ingredients: RunIngredients): string {
  const {
    dataHash: data,
    methodologyVersion: methodology,
    baseline: { trendKnots, quarterlyPairs },
    seed,
    chains,
    maxDraws,
    engineVersion,
    kernel,
  } = ingredients;
  const baseline = JSON.stringify([trendKnots, quarterlyPairs]);
  return digest([data, methodology, baseline, seed, chains, maxDraws, engineVersion, kernel].join("\n"));
}

/**
 * Fingerprint of a model and of the engine that samples it: what a checkpoint must have been made with (decisions §9).
 *
 * @returns 64 hexadecimal digits that change with any number, name or prior of the model.
 */
export function modelKey(model: MediaMixModel): string {
  const plain = JSON.stringify(model, (_, value) =>
    // not instanceof: a model that came from another thread or frame has that one's arrays
    ArrayBuffer.isView(value) ? numbers(value as Float64Array) : value,
  );
  return digest(`${ENGINE_VERSION}\n${plain}`);
}

function numbers(values: Float64Array): number[] {
  return Array.from(values);
}
