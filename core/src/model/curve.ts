/** The three curves that all families of saturation come down to. */

import type { Saturation } from "./media-mix-model.ts";

/** Michaelis–Menten is Hill of slope 1, tanh is the logistic curve, and none is the power 1. */
export type Curve = "hill" | "logistic" | "power";

/** ln 3: the logistic curve (1 − e^−u) / (1 + e^−u) is one half at u = ln 3. */
export const LOGISTIC_HALF = 1.0986122886681098;

/**
 * The curve of a family.
 *
 * @returns e.g. "hill" for Michaelis–Menten, since u / (1 + u) is Hill's u^n / (1 + u^n) with n = 1, and "logistic" for
 *   tanh, since (1 − e^−u) / (1 + e^−u) = tanh(u / 2).
 */
export function curveOf(kind: Saturation["kind"]): Curve {
  if (kind === "hill" || kind === "michaelis-menten") return "hill";
  return kind === "logistic" || kind === "tanh" ? "logistic" : "power";
}
