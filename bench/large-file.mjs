// Reads a generated export of 1.5 million rows (about 100 MB) through `marginal clean`; prints seconds and peak memory.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "marginal-large-"));
const [DAYS, CAMPAIGNS] = [1095, 460];
const day = (at) => new Date(Date.UTC(2022, 0, 3) + at * 86_400_000).toISOString().slice(0, 10);
const noise = (at, seed) => ((at * 7919 + seed * 104_729) % 9973) / 9973;

const ads = join(folder, "ads.csv");
const out = createWriteStream(ads);
out.write("Campaign report\nDay,Channel,Campaign,Ad ID,Cost,Impressions,Conversions,Avg. CPC\n");
let rows = 0;
for (let at = 0; at < DAYS; at++) {
  let text = "";
  for (const [place, channel] of ["Search", "Social", "Video"].entries())
    for (let part = 0; part < CAMPAIGNS; part++) {
      const cost = (90 * noise(Math.floor(at / 7) * (31 + place), place) * noise(part, at)).toFixed(2);
      text += `${day(at)},${channel},${channel} campaign ${part},${100_000_000 + part},${cost},${(part * 13) % 900},${part % 5},0.31\n`;
      rows++;
    }
  if (!out.write(text)) await new Promise((done) => out.once("drain", done));
}
await new Promise((done) => out.end(done));
const shop = join(folder, "shop.csv");
writeFileSync(
  shop,
  [
    "date,revenue",
    ...Array.from({ length: DAYS }, (_, at) => `${day(at)},${(50_000 + 9000 * noise(at, 9)).toFixed(2)}`),
  ].join("\n"),
);

const started = process.hrtime.bigint();
const probe =
  'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"))';
const run = spawnSync(
  process.execPath,
  [
    "--import",
    `data:text/javascript,${encodeURIComponent(probe)}`,
    resolve(root, "cli/bin/marginal.mjs"),
    "clean",
    ads,
    shop,
    "--out",
    join(folder, "clean.csv"),
  ],
  { encoding: "utf8" },
);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const peaks = [...run.stderr.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) / 1024);
console.log(
  `${rows} rows, ${Math.round(statSync(ads).size / 2 ** 20)} MB: exit ${run.status}, ${seconds.toFixed(1)} s, peak ${Math.round(Math.max(0, ...peaks))} MB`,
);
rmSync(folder, { recursive: true });
