/** One custom function: what hosts register, what help says, what is computed. */

import { type Fault, fault, type Given, isFault, type Outcome } from "./outcome.ts";

/** An argument as the user meets it, and how it is read. */
export interface Parameter<Value> {
  readonly name: string;
  /** One sentence, with the unit. */
  readonly description: string;
  readonly kind: "range" | "number" | "text" | "boolean";
  readonly optional: boolean;
  readonly read: (given: Given) => Value | Fault;
}

export interface FunctionSpec {
  /** "HILL" for =MMM.HILL and =MMM_HILL; never changed once it is out. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly parameters: readonly Parameter<unknown>[];
  /** What comes back, with its unit. */
  readonly returns: string;
  /** True where the result may be a rectangle. */
  readonly spills: boolean;
  /** A formula that can be checked by hand, and what it gives. */
  readonly example: { readonly formula: string; readonly result: string };
  readonly source: string;
  /** @param given - one entry per parameter; what is left out may be absent or null. */
  readonly call: (given: readonly Given[]) => Outcome;
}

type Values<Parameters extends readonly Parameter<unknown>[]> = {
  [Place in keyof Parameters]: Parameters[Place] extends Parameter<infer Value> ? Value : never;
};

/** A function whose arguments are read before it is computed; the first that can not be read is the result. */
export function defineFunction<const Parameters extends readonly Parameter<unknown>[]>(
  spec: Omit<FunctionSpec, "call" | "parameters"> & {
    readonly parameters: Parameters;
    readonly compute: (...values: Values<Parameters>) => Outcome;
  },
): FunctionSpec {
  const { compute, ...described } = spec;
  return {
    ...described,
    call(given) {
      const values = spec.parameters.map((parameter, place) => parameter.read(given[place] ?? null));
      const wrong = values.find(isFault);
      return wrong ?? finite(compute(...(values as unknown as Values<Parameters>)));
    },
  };
}

/** A spreadsheet has no infinity and no NaN: what overflows says so instead. */
function finite(outcome: Outcome): Outcome {
  const cells = Array.isArray(outcome) ? outcome.flat() : [outcome];
  const isBeyond = cells.some((cell) => typeof cell === "number" && !Number.isFinite(cell));
  return isBeyond ? fault("#NUM!", "the result is too large, or not defined for these arguments") : outcome;
}
