/** Functions of how an effect flattens, and its slope. */

import { hill, hillDerivative } from "../../model/transforms/hill.ts";
import { logisticDerivative, logisticSaturation } from "../../model/transforms/logistic-saturation.ts";
import { michaelisMenten, michaelisMentenDerivative } from "../../model/transforms/michaelis-menten.ts";
import { powerDerivative, powerSaturation } from "../../model/transforms/power-saturation.ts";
import { tanhDerivative, tanhSaturation } from "../../model/transforms/tanh-saturation.ts";
import { type Series, series } from "../arguments/ranges.ts";
import { choice, number, optionalNumber } from "../arguments/single.ts";
import { defineFunction, type FunctionSpec } from "../function-spec.ts";
import { type Fault, fault, type Outcome } from "../outcome.ts";

const EXPOSURE = series("x", "Spend or exposure, one or more cells, at least 0");
const SCALE = optionalNumber("scale", "What the curve is multiplied by; 1 if left out", 1);
const ABOVE = { above: 0 };

/** One cell in, one cell out; a range in, the same shape out. */
function each(x: Series, curve: (value: number) => number): Outcome {
  const low = x.values.findIndex((value) => value < 0);
  if (low >= 0) return fault("#NUM!", `x must be at least 0, not ${x.values[low]}`);
  const values = x.values.map(curve);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) return fault("#DIV/0!", `the curve is infinitely steep at x = ${x.values[bad]}`);
  return values.length === 1 && x.header === null ? (values[0] ?? null) : x.shaped(values);
}

/** The two parameters that each family takes, and its slope. */
function slopeOf(family: string, first: number, second: number | null): ((x: number) => number) | Fault {
  const needs = (what: string) => fault("#VALUE!", `p2 is needed: ${what}`);
  const positive = (value: number, name: string) =>
    value > 0 ? null : fault("#NUM!", `${name} must be above 0, not ${value}`);
  const wrong = positive(first, "p1") ?? (second === null ? null : positive(second, "p2"));
  if (wrong !== null) return wrong;
  switch (family) {
    case "concave":
      return (x) => powerDerivative(x, first);
    case "logistic":
      return (x) => logisticDerivative(x, first);
    case "michaelis":
      return second === null ? needs("half-saturation") : (x) => michaelisMentenDerivative(x, first, second);
    case "tanh":
      return second === null ? needs("first cost") : (x) => tanhDerivative(x, first, second);
    default:
      return second === null ? needs("slope") : (x) => hillDerivative(x, first, second);
  }
}

export const SATURATION: readonly FunctionSpec[] = [
  defineFunction({
    name: "HILL",
    summary: "The Hill curve: half of the effect at half-saturation, an S for a slope above 1.",
    parameters: [
      EXPOSURE,
      number(
        "half_saturation",
        "Exposure at which half of the effect is reached, above 0, in the unit of x",
        ABOVE,
      ),
      number("slope", "Steepness, above 0", ABOVE),
      SCALE,
    ],
    returns: "A share between 0 and 1, times scale; a range in, the same shape out.",
    spills: true,
    example: { formula: "=MMM.HILL(50, 50, 2)", result: "0.5" },
    source: "x^s / (x^s + k^s); Hill (1910)",
    compute: (x, half, slope, scale) => each(x, (value) => hill(value, half, slope) * scale),
  }),
  defineFunction({
    name: "CONCAVE",
    summary: "The concave power curve: diminishing from the first dollar on.",
    parameters: [EXPOSURE, number("exponent", "Above 0 and at most 1", { above: 0, max: 1 }), SCALE],
    returns: "scale · x^exponent; a range in, the same shape out.",
    spills: true,
    example: { formula: "=MMM.CONCAVE(1.8, 0.118, 4952.6)", result: "5308.3" },
    source: "β · x^r; requirements §6.5",
    compute: (x, exponent, scale) => each(x, (value) => powerSaturation(value, exponent) * scale),
  }),
  defineFunction({
    name: "LOGSAT",
    summary: "Logistic saturation: a ceiling approached exponentially.",
    parameters: [EXPOSURE, number("lambda", "Steepness per unit of x, above 0", ABOVE), SCALE],
    returns: "A share between 0 and 1, times scale; a range in, the same shape out.",
    spills: true,
    example: { formula: "=MMM.LOGSAT(LN(2), 1)", result: "0.333333" },
    source: "(1 − e^(−λx)) / (1 + e^(−λx)); PyMC-Marketing",
    compute: (x, rate, scale) => each(x, (value) => logisticSaturation(value, rate) * scale),
  }),
  defineFunction({
    name: "MICHAELIS",
    summary: "The Michaelis–Menten curve: a ceiling, half of it at half-saturation.",
    parameters: [
      EXPOSURE,
      number("vmax", "Ceiling of the effect, above 0", ABOVE),
      number("km", "Exposure at which half of the ceiling is reached, above 0", ABOVE),
    ],
    returns: "vmax · x / (km + x); a range in, the same shape out.",
    spills: true,
    example: { formula: "=MMM.MICHAELIS(30, 8, 10)", result: "6" },
    source: "Michaelis & Menten (1913)",
    compute: (x, ceiling, half) => each(x, (value) => michaelisMenten(value, ceiling, half)),
  }),
  defineFunction({
    name: "TANH",
    summary: "Hyperbolic tangent saturation: a ceiling, and what a unit of effect costs at first.",
    parameters: [
      EXPOSURE,
      number("saturation", "Ceiling of the effect, above 0", ABOVE),
      number("first_cost", "Exposure per unit of effect at the start, above 0", ABOVE),
    ],
    returns: "saturation · tanh(x / (saturation · first_cost)); a range in, the same shape out.",
    spills: true,
    example: { formula: "=MMM.TANH(LN(2)/2, 1, 1)", result: "0.333333" },
    source: "PyMC-Marketing",
    compute: (x, ceiling, cost) => each(x, (value) => tanhSaturation(value, ceiling, cost)),
  }),
  defineFunction({
    name: "MARGINAL",
    summary: "The slope of a curve: what one more unit of x adds.",
    parameters: [
      EXPOSURE,
      {
        ...choice("family", "The curve", ["hill", "concave", "logistic", "michaelis", "tanh"]),
        optional: false,
      },
      number("p1", "Half-saturation, exponent, lambda, vmax or saturation"),
      optionalNumber("p2", "Slope, km or first cost; nothing for concave and logistic", null),
      SCALE,
    ],
    returns: "Effect per unit of x; a range in, the same shape out.",
    spills: true,
    example: { formula: '=MMM.MARGINAL(50, "hill", 50, 2)', result: "0.01" },
    source: "the derivative of each curve",
    compute(x, family, first, second, scale) {
      const slope = slopeOf(family, first, second);
      return "error" in slope ? slope : each(x, (value) => slope(value) * scale);
    },
  }),
];
