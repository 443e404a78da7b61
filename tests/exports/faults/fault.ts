/** A named fault of requirements §5.2 that can be put into any draft it fits. */

import type { Draft, Outcome } from "../draft.ts";
import type { Seeded } from "../seeded.ts";

export interface Fault {
  readonly name: string;
  /** Weeks and columns come first, then how cells are written, then what stands around them. */
  readonly stage: "weeks" | "cells" | "surroundings";
  /** The draft with the fault in it, or null where it does not fit. */
  readonly inject: (draft: Draft, random: Seeded) => Injection | null;
}

export interface Injection {
  readonly draft: Draft;
  readonly outcome: Outcome;
}

const STAGES = ["weeks", "cells", "surroundings"] as const;

/** The draft with every fault that fits, one stage after the other. */
export function withFaults(draft: Draft, faults: readonly Fault[], random: Seeded): Draft {
  const ordered = STAGES.flatMap((stage) => faults.filter((fault) => fault.stage === stage));
  return ordered.reduce((before, fault) => {
    const injected = fault.inject(before, random);
    if (injected === null) return before;
    const { draft: after, outcome } = injected;
    return { ...after, faults: [...after.faults, { name: fault.name, outcome }] };
  }, draft);
}

/** Mended without a question. */
export function mends(...codes: readonly string[]): Outcome {
  return { notes: codes.map((code) => `${code} repair`) };
}

/** Mended, and the user told. */
export function mendsAndWarns(code: string): Outcome {
  return { notes: [`${code} repair`, `${code} warn`] };
}
