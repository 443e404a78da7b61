/** Opens a page in headless Chromium; skips loudly where it is absent, fails in CI (decisions §11). */

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** No sandbox, since tests may run as root; nothing that would ask a network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PATIENCE = 300_000; // milliseconds for one page

/** A describe block that needs Chromium; `body` gets a function that opens a page. */
export function describeChromium(title: string, body: (open: typeof openPage) => void): void {
  if (installed() !== null) {
    describe(title, () => body(openPage));
    return;
  }
  if (process.env.CI === "true") throw new Error(`CI needs Chromium for: ${title}`);
  process.stderr.write(`SKIPPED: ${title}: Chromium is absent\n`);
  describe.skip(title, () => {
    it("needs Chromium", () => undefined);
  });
}

/** Files by path, e.g. "/" → HTML; all are sent with the same content security policy. */
export interface Site {
  readonly files: Readonly<Record<string, { readonly type: string; readonly body: string }>>;
  readonly policy: string;
}

/**
 * Opens "/" of a site from a server of its own on this machine.
 *
 * @returns what the page posts to "/answer".
 * @throws when nothing comes within five minutes.
 */
async function openPage({ files, policy }: Site): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "marginal-chromium-"));
  let answer: (body: string) => void = () => undefined;
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let body = "";
      request.on("data", (text) => {
        body += text;
      });
      request.on("end", () => {
        response.end();
        answer(body);
      });
      return;
    }
    const file = files[request.url ?? ""];
    response.writeHead(file === undefined ? 404 : 200, {
      "Content-Type": file?.type ?? "text/plain",
      "Content-Security-Policy": policy,
    });
    response.end(file?.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const browser = spawn(
    installed() ?? "",
    [...FLAGS, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`],
    { stdio: "ignore", detached: true },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the page has not answered")), PATIENCE);
  });
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
    const closed = new Promise((done) => browser.once("exit", done));
    // its group: Chromium is several processes
    if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, "SIGKILL");
    await closed;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function installed(): string | null {
  return NAMES.find((name) => spawnSync("which", [name]).status === 0) ?? null;
}
