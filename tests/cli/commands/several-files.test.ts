/** A folder as a marketer has it: exports by day, invoices by month, the shop, outside factors and a lift test. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../fixtures/run-command.ts";

const FIRST = Date.UTC(2023, 0, 2);
const day = (at: number) => new Date(FIRST + at * 86_400_000).toISOString().slice(0, 10);
const DAYS = 7 * 70;
const german = (value: number) => value.toFixed(2).replace(".", ",");
const noise = (at: number, seed: number) => ((at * 7919 + seed * 104_729) % 9973) / 9973;

function files(): Record<string, string | Uint8Array> {
  const days = Array.from({ length: DAYS }, (_, at) => at);
  const google = [
    "Kampagnenbericht",
    "2. Januar 2023 – 5. Mai 2024",
    "Tag\tKampagne\tWährungscode\tKosten\tImpr.\tKosten/Conv.",
    ...days.flatMap((at) =>
      ["Marke", "Generisch"].map((name, seed) =>
        [
          day(at).split("-").reverse().join("."),
          name,
          "EUR",
          german(900 * noise(at, seed)),
          500 + at,
          "1,20",
        ].join("\t"),
      ),
    ),
    "Gesamt: Konto\t --\tEUR\t99999,00\t1\t1",
  ].join("\n");
  const meta = [
    "Campaign name,Day,Amount spent (EUR),Impressions,Results",
    ...days.map((at) => `Prospecting,${day(at)},${(400 * noise(at, 5)).toFixed(2)},${900 + at},3`),
  ].join("\n");
  const months = Array.from(
    { length: 17 },
    (_, at) => `${String((at % 12) + 1).padStart(2, "0")}/${2023 + Math.floor(at / 12)}`,
  );
  const tv = [
    "Month;Station;Net cost",
    ...months.map((month, at) => `${month};Eins;${german(30_000 + 9000 * noise(at, 7))}`),
  ].join("\n");
  const shop = [
    "date,orders,revenue",
    ...days.map((at) => `${day(at)},${100 + (at % 31)},${(9000 + 3000 * noise(at, 9)).toFixed(2)}`),
  ].join("\n");
  const factors = [
    "date,factor_name,value",
    ...Array.from({ length: 70 }, (_, at) => `${day(7 * at)},temperature,${5 + ((at * 5) % 23)}`),
  ].join("\n");
  const lift = [
    {
      channel: "meta ads",
      start_date: day(70),
      end_date: day(97),
      spend_delta: 4000,
      lift: 9000,
      ci_lower: 1000,
      ci_upper: 17_000,
      level: 0.9,
      unit: "kpi",
    },
  ];
  return {
    "google_ads.csv": Buffer.from(`\ufeff${google}`, "utf16le"),
    "meta_ads.csv": meta,
    "tv_invoice.csv": tv,
    "shop.csv": shop,
    "external_factors.csv": factors,
    "lift.json": JSON.stringify(lift),
    "answers.yaml": '"IN-25@tv_invoice.csv": spread\n',
    "brief.yaml": 'currency: EUR\nanswers: {"IN-25@tv_invoice.csv": spread}\n',
  };
}

function folder(): { readonly paths: readonly string[]; readonly at: (name: string) => string } {
  const path = mkdtempSync(join(tmpdir(), "marginal-files-"));
  const at = (name: string) => join(path, name);
  for (const [name, content] of Object.entries(files())) writeFileSync(at(name), content);
  const tables = [
    "google_ads.csv",
    "meta_ads.csv",
    "tv_invoice.csv",
    "shop.csv",
    "external_factors.csv",
    "lift.json",
  ];
  return { paths: tables.map(at), at };
}

describe("several files on the command line", () => {
  it("become one clean weekly table", async () => {
    const { paths, at } = folder();
    const { exit, said } = await runCommand([
      "clean",
      ...paths,
      "--out",
      at("clean.csv"),
      "--brief",
      at("brief.yaml"),
    ]);
    expect(said).not.toContain("Nothing was written");
    expect(exit).toBe(0);
    const [head = "", ...rows] = readFileSync(at("clean.csv"), "utf8").trim().split(/\r?\n/);
    expect(head.split(",").slice(0, 5)).toEqual([
      "week",
      "kpi",
      "google ads spend",
      "meta ads spend",
      "tv spend",
    ]);
    expect(head).toContain("temperature");
    expect(rows).toHaveLength(70);
    const cents = [0, 1, 2, 3, 4, 5, 6].flatMap((of) =>
      [0, 1].map((seed) => Math.round(100 * Number((900 * noise(of, seed)).toFixed(2)))),
    );
    expect(Number(rows[0]?.split(",")[2])).toBe(cents.reduce((sum, cent) => sum + cent, 0) / 100);
  });

  it("read again by the brief that was saved give the same table and ask nothing", async () => {
    const { paths, at } = folder();
    const first = [
      "clean",
      ...paths,
      "--out",
      at("one.csv"),
      "--brief",
      at("brief.yaml"),
      "--save-brief",
      at("saved.yaml"),
    ];
    expect((await runCommand(first)).exit).toBe(0);
    const again = await runCommand(["clean", ...paths, "--out", at("two.csv"), "--brief", at("saved.yaml")]);
    expect(again.exit).toBe(0);
    expect(readFileSync(at("two.csv"), "utf8")).toBe(readFileSync(at("one.csv"), "utf8"));
  });

  it("end with 2 and the question about the invoice until it is answered", async () => {
    const { paths, at } = folder();
    const { exit, said } = await runCommand(["audit", ...paths]);
    expect(exit).toBe(2);
    expect(said).toContain("tv_invoice.csv!A2:A18: IN-25");
    expect((await runCommand(["audit", ...paths, "--brief", at("brief.yaml")])).exit).toBe(0);
  });

  it("are fitted together, the lift test among them", async () => {
    const { paths, at } = folder();
    const { exit, result } = await runCommand([
      "fit",
      ...paths,
      "--preview",
      "--brief",
      at("brief.yaml"),
      "--json",
    ]);
    expect(exit).toBe(0);
    const channels = (JSON.parse(result) as { channels: ReadonlyArray<{ name: string }> }).channels;
    expect(channels.map(({ name }) => name)).toEqual(["google ads", "meta ads", "tv"]);
  });

  it("refuse a lift test that names no channel of theirs, and a file that is no JSON", async () => {
    const { paths, at } = folder();
    writeFileSync(
      at("lift.json"),
      JSON.stringify([{ channel: "metta ads", lift: 1, ci_lower: 0, ci_upper: 2 }]),
    );
    const missing = await runCommand(["audit", ...paths, "--brief", at("brief.yaml")]);
    expect(missing.exit).toBe(2);
    expect(missing.said).toContain("liftTests[0]");
    writeFileSync(at("lift.json"), "nonsense");
    expect((await runCommand(["audit", ...paths])).said).toContain("is not valid JSON");
  });
});
