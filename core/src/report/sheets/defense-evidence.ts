/** Page 2 of Defense: how we know, by what method, and what was assumed against learned. */

import type { Learned } from "../../attribute/attribution.ts";
import { cellAt } from "../layout/address.ts";
import { type Part, percentPart } from "../layout/sentence.ts";
import { FIT, fitPlaces } from "../places/fit-places.ts";
import type { ReportContext } from "../report-context.ts";
import { prose, type Section } from "./defense-flow.ts";
import { insideShare, insideShareCell } from "./fit-sheet.ts";

/** Data window, held-out weeks, coverage, convergence and readiness, each in a line. */
export function howWeKnow(context: ReportContext): (row: number) => Section {
  const { run, health, scorecard, history } = context;
  const [inside, weeks] = [insideShareCell(history.weeks.length), history.weeks.length];
  const metrics = fitPlaces(weeks).metricsRow;
  const { holdout } = health;
  const heldOut: readonly Part[] =
    holdout === null
      ? ["The history is too short to hold weeks out; the fit was not tested on unseen weeks."]
      : [
          `Unseen weeks: a second fit without the last ${holdout.weeks} weeks missed them by `,
          percentPart(cellAt(FIT, metrics + 1, 2), holdout.mape),
          " on average.",
        ];
  return prose("How we know", [
    [
      `Data: ${run.dataStart} to ${run.dataEnd}, ${run.weeks} weeks, ${history.channels.length} channels, ${history.controls.length + history.events.length} other causes. Readiness ${scorecard.overall} of 5.`,
    ],
    heldOut,
    [
      "Honest ranges: ",
      percentPart(inside, insideShare(context)),
      ` of weeks lie inside their ${context.words.level}; a well-set range holds about ${Math.round(context.results.attribution.level * 100)}%.`,
    ],
    [computationWords(context)],
    [experimentWords(context)],
  ]);
}

/** The verdict in words, with the first two checks that did not pass: notes do not turn a verdict, but are said. */
function computationWords({ health }: ReportContext): string {
  const outcome =
    health.verdict === "pass"
      ? `converged on ${health.draws} draws`
      : `to be reviewed on ${health.draws} draws`;
  const reasons = health.checks.filter((check) => check.verdict !== "pass").map((check) => check.reason);
  return [`Computation: ${outcome} (see Diagnostics).`, ...reasons.slice(0, 2)].join(" ");
}

function experimentWords({ brief, history }: ReportContext): string {
  const [given, used] = [brief.liftTests.length, history.liftTests.length];
  if (given === 0)
    return "Experiments: none was given. These are estimates from history, not from a controlled test.";
  return `Experiments: ${used} of ${given} given in the brief could be used, and are part of these estimates.`;
}

/** The method in eight lines a finance reader can follow. */
export function method(context: ReportContext): (row: number) => Section {
  const { words, run } = context;
  const lines = [
    `1. The KPI of each week is split into a baseline (level, trend, season, other causes) and one part per channel.`,
    "2. A share of each week's media effect carries over into the weeks after it, up to 12 weeks.",
    "3. Each channel's effect flattens as its weekly spend grows; how fast is estimated, not set.",
    "4. A channel can not have a negative effect; otherwise the data decide.",
    `5. Every number comes from ${context.health.draws} plausible versions of the model; the mean is shown with its ${words.level}.`,
    "6. What a channel brought is the expected KPI with its spend minus the expected KPI without it.",
    "7. Money is moved only inside the range of spend that was seen, and only as far as the limits allow.",
    `8. Same data, same settings, same numbers: run ${run.runId} can be repeated by anyone.`,
  ];
  return prose(
    "Method in eight lines",
    lines.map((words) => [words]),
  );
}

/** Which channels the data speak for, and which still rest on what was assumed. */
export function assumptions(context: ReportContext): (row: number) => Section {
  const { channels } = context.results.attribution;
  const decided = channels.filter(({ oneWeek, learned }) => oneWeek !== null && learned !== "prior");
  const names = (some: typeof channels): string => some.map(({ name }) => name).join(", ") || "none";
  const named = (learned: Learned): string =>
    names(channels.filter((channel) => channel.learned === learned && !decided.includes(channel)));
  const ofOneWeek = decided.length > 0 ? ` Learned from one single week: ${names(decided)}.` : "";
  return prose("What was assumed, what was learned", [
    [
      `Learned from the data: ${named("data")}. Partly: ${named("mixed")}. Still mostly assumption: ${named("prior")}.${ofOneWeek}`,
    ],
    [
      "Assumed before the data: effects carry over by about half from week to week, flatten around half of the largest weekly spend, and are shared out half by spend, half evenly. Ranges before and after the data stand side by side on ROI.",
    ],
    [
      "Held constant: prices, competitors and distribution, unless they are columns of the table. Not for judging single campaigns.",
    ],
  ]);
}
