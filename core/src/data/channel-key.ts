/** Names under which exports know one and the same media platform. */

import { plainHeader } from "./header-tokens.ts";

/** Old names, short names and product names of one platform, without case, spaces and marks. */
const NAMESAKES: ReadonlyArray<readonly string[]> = [
  ["meta", "metaads", "facebook", "facebookads", "fb", "fbads"],
  ["google", "googleads", "adwords", "googleadwords"],
  ["microsoft", "microsoftads", "bing", "bingads", "microsoftadvertising"],
  ["tiktok", "tiktokads", "tt"],
  ["linkedin", "linkedinads", "li"],
  ["youtube", "youtubeads", "yt"],
  ["snapchat", "snap", "snapchatads"],
  ["twitter", "twitterads", "xads"],
  ["tv", "television", "lineartv"],
  ["ooh", "outofhome", "outdoor"],
];

const KEYS = new Map(NAMESAKES.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

/** What names of one channel have in common: "Face book", "FB" and "Meta" are all "meta"; "TV North" is "tvnorth". */
export function channelKey(name: string): string {
  const plain = plainHeader(name);
  return KEYS.get(plain) ?? plain;
}
