/** A channel whose columns are read onto weeks, not yet judged. */

import type { ChannelBrief } from "./brief.ts";
import type { WeekSeries } from "./fill-blanks.ts";

export interface ReadChannel {
  readonly brief: ChannelBrief;
  /** Null where the column holds no figure at all. */
  readonly spend: WeekSeries | null;
  /** [week before the window], oldest first: currency; empty where the table begins with the window. */
  readonly carryIn: Float64Array;
  /** [filled cell] week of the table whose spend an answer filled in. */
  readonly filled: readonly number[];
  readonly exposure: WeekSeries | null;
  readonly range: string;
}
