/** A chain that may live in another thread. */

import type { ChainDraws, WarmupReport } from "./chain-draws.ts";
import type { ChainState } from "./chain-state.ts";

/** A chain as whoever walks it sees it; promises reject with an Error when the chain fails. */
export interface ChainHandle {
  /** The next warmup transitions; the report covers all of them so far. */
  warmUp(transitions: number): Promise<{ readonly report: WarmupReport; readonly state: ChainState }>;
  advance(draws: number): Promise<{ readonly draws: ChainDraws; readonly state: ChainState }>;
  /** Ends the chain; may be called at any time. */
  close(): void;
}
