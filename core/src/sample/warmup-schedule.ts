/** When warmup forgets its older draws, and when it stops to adapt the metric. */

/** Counts of warmup transitions done. */
export interface WarmupSchedule {
  /** After so many transitions the estimate of the metric drops all but the newest window. */
  readonly switches: readonly number[];
  /** From here on the metric rests and only the step size adapts. */
  readonly metricUntil: number;
}

// Windows of nuts-rs 0.18 (src/adapt_strategy.rs): a quick early phase, then growing windows, then the step size alone.
const EARLY_SHARE = 0.3;
const FINAL_SHARE = 0.15;
const EARLY_WINDOW = 10;
const FIRST_WINDOW = 80;
const GROWTH = 1.5;

/**
 * The schedule of a warmup.
 *
 * @param warmup - transitions, a whole number of 0 or more.
 * @returns e.g. 300 gives switches after 10, 20 … 90 and a metric that rests from 255 on.
 */
export function scheduleWarmup(warmup: number): WarmupSchedule {
  const metricUntil = warmup - Math.floor(FINAL_SHARE * warmup);
  const earlyEnd = Math.floor(EARLY_SHARE * warmup);
  const switches: number[] = [];
  let last = 0;
  while (last + EARLY_WINDOW <= earlyEnd) {
    last += EARLY_WINDOW;
    switches.push(last);
  }
  // a switch must leave a full next window, or the metric would end on few draws
  for (let window = FIRST_WINDOW; last + window + grown(window) <= metricUntil; window = grown(window)) {
    last += window;
    switches.push(last);
  }
  return { switches, metricUntil };
}

function grown(window: number): number {
  return Math.round(window * GROWTH);
}
