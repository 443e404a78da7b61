import { mappingSentences } from "@mmm/core/data/mapping-sentences.ts";

const MAPPING = {
  date: "week",
  kpi: "revenue",
  channels: [
    { name: "TV", spend: "TV spend", exposure: "TV grp" },
    { name: "meta", spend: "meta", exposure: null },
  ],
  controls: [],
  events: ["launch"],
  ignored: ["t"],
  layout: "wide" as const,
  columns: [],
  guessed: false,
};

describe("mappingSentences", () => {
  it("says which column was taken for what, and leaves out what there is none of", () => {
    expect(mappingSentences(MAPPING)).toEqual([
      "Date: week.",
      "KPI: revenue.",
      "Media: TV (spend from TV spend, exposure from TV grp), meta.",
      "Events: launch.",
      "Not used: t.",
    ]);
  });

  it("says that it guessed", () => {
    expect(mappingSentences({ ...MAPPING, guessed: true }).at(-1)).toContain("a brief can say otherwise");
  });
});
