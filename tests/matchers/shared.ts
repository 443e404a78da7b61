/** Finds the shared reference data; skips loudly where it is absent, fails in CI (decisions §11). */

import { existsSync } from "node:fs";
import { resolve } from "node:path";

const SHARED = resolve(process.cwd(), "../shared");

/** A describe block that needs ../shared; `body` gets a resolver of paths inside it. */
export function describeShared(
  title: string,
  body: (path: (...parts: readonly string[]) => string) => void,
): void {
  if (existsSync(SHARED)) {
    describe(title, () => body((...parts) => resolve(SHARED, ...parts)));
    return;
  }
  if (process.env.CI === "true") throw new Error(`CI needs ${SHARED}`);
  process.stderr.write(`SKIPPED: ${title}: ../shared is absent\n`);
  describe.skip(title, () => {
    it("needs ../shared", () => undefined);
  });
}
