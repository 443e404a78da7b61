/** A channel whose columns are read onto weeks, not yet judged. */

import type { ChannelBrief } from "./brief.ts";
import type { WeekSeries } from "./fill-blanks.ts";

export interface ReadChannel {
  readonly brief: ChannelBrief;
  /** Null where the column holds no figure at all. */
  readonly spend: WeekSeries | null;
  readonly exposure: WeekSeries | null;
  readonly range: string;
}
