/** From files to an attribution, as the product does it, in this thread. */

import { readFileSync } from "node:fs";
import { parseCsv } from "@mmm/cli/io/parse-csv.ts";
import { readBriefFile } from "@mmm/cli/io/read-brief-file.ts";
import { attributeKpi } from "@mmm/core/attribute/attribute-kpi.ts";
import type { Attribution } from "@mmm/core/attribute/attribution.ts";
import type { MediaHistory } from "@mmm/core/data/media-history.ts";
import { readHistory } from "@mmm/core/data/read-history.ts";
import { defaultRules } from "@mmm/core/govern/methodology-row.ts";
import { ATTRIBUTE_ROWS } from "@mmm/core/govern/rows/attribute-rows.ts";
import { DATA_ROWS } from "@mmm/core/govern/rows/data-rows.ts";
import { MODEL_ROWS } from "@mmm/core/govern/rows/model-rows.ts";
import type { MediaMixModel } from "@mmm/core/model/media-mix-model.ts";
import { specifyModel } from "@mmm/core/model/specify-model.ts";
import { createRandom } from "@mmm/core/numerics/random.ts";
import type { Posterior } from "@mmm/core/sample/protocol.ts";
import { samplePosterior } from "./sample-posterior.ts";

export interface RecoveredFit {
  readonly model: MediaMixModel;
  readonly posterior: Posterior;
  readonly attribution: Attribution;
  readonly converged: boolean;
}

/** Reads a table by its brief; a finding that stops or an open question fails the test. */
export async function readFixture(csv: string, brief: string): Promise<MediaHistory> {
  const table = parseCsv(readFileSync(csv), csv);
  const reading = await readBriefFile(brief);
  if ("kind" in table || reading.kind !== "brief") throw new Error(`${csv} or ${brief} can not be read`);
  const { history, findings, questions } = readHistory(
    table,
    reading.brief,
    defaultRules(DATA_ROWS),
    "2026-11-22",
  );
  if (history === null) throw new Error(JSON.stringify({ findings, questions }));
  return history;
}

/** Fits a history with the default priors. */
export async function fitHistory(history: MediaHistory, seed: number): Promise<RecoveredFit> {
  const model = specifyModel(history, defaultRules(MODEL_ROWS));
  const [posterior, converged] = await samplePosterior(model, seed);
  const attribution = attributeKpi({
    model,
    history,
    posterior,
    rules: defaultRules(ATTRIBUTE_ROWS),
    margin: null,
    roasWithheld: null,
    random: createRandom(seed, 2 ** 40),
  });
  return { model, posterior, attribution, converged };
}
