/** Seeded random numbers: one independent stream per (seed, stream), the same bits in every engine. */

import { log } from "./elementary.ts";
import { philox } from "./philox.ts";

/** A source of random numbers; it is passed in, never global. */
export interface Random {
  /** Uniform in the open interval (0, 1), 52 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** Where a stream stands, as plain data. */
export interface RandomState {
  /** Words of 32 bits taken so far. */
  readonly words: number;
  /** The second of a pair of normals, if it is still to be given. */
  readonly spareNormal: number | null;
}

/** A stream that can tell where it stands. */
export interface SeededRandom extends Random {
  state(): RandomState;
}

const { sqrt } = Math;
const WORDS_PER_BLOCK = 4;
const WORD = 4294967296; // 2^32
const TWO_TO_26 = 67108864;
const TWO_TO_52 = 4503599627370496;

/**
 * A stream of random numbers.
 *
 * @param seed - whole number in 0 … 2⁵³ − 1: the key of the generator.
 * @param stream - whole number in 0 … 2⁵³ − 1: the upper half of its counter, so two streams never meet.
 * @param from - where to go on, as `state` told it; by default the beginning.
 * @returns the same numbers for the same pair, always; a stream that goes on gives what the first would have given.
 * @throws RangeError on anything but such whole numbers.
 * Source: Salmon et al. (2011); normals by Marsaglia's polar method (1964). Decisions §9.
 */
export function createRandom(seed: number, stream: number, from: RandomState = BEGINNING): SeededRandom {
  assertWhole("seed", seed);
  assertWhole("stream", stream);
  assertWhole("words taken", from.words);
  const key = Uint32Array.of(seed, Math.floor(seed / WORD));
  const begun = Math.floor(from.words / WORDS_PER_BLOCK);
  const counter = Uint32Array.of(begun, Math.floor(begun / WORD), stream, Math.floor(stream / WORD));
  const words = new Uint32Array(WORDS_PER_BLOCK);
  let next = WORDS_PER_BLOCK;
  let spareNormal = from.spareNormal ?? 0;
  let hasSpare = from.spareNormal !== null;
  for (let taken = begun * WORDS_PER_BLOCK; taken < from.words; taken++) word();

  function word(): number {
    if (next === WORDS_PER_BLOCK) {
      philox(counter, key, words);
      counter[0] += 1;
      if (counter[0] === 0) counter[1] += 1;
      next = 0;
    }
    return words[next++];
  }

  function uniform(): number {
    // the half step keeps 0 and 1 out and the distribution symmetric about ½
    return ((word() >>> 6) * TWO_TO_26 + (word() >>> 6) + 0.5) / TWO_TO_52;
  }

  function normal(): number {
    if (hasSpare) {
      hasSpare = false;
      return spareNormal;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = sqrt((-2 * log(square)) / square);
      spareNormal = y * factor;
      hasSpare = true;
      return x * factor;
    }
  }

  function state(): RandomState {
    const blocks = counter[0] + WORD * counter[1];
    return {
      words: WORDS_PER_BLOCK * (blocks - 1) + next,
      spareNormal: hasSpare ? spareNormal : null,
    };
  }

  return { uniform, normal, state };
}

const BEGINNING: RandomState = { words: 0, spareNormal: null };

function assertWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of 0 or more, not ${value}`);
  }
}
