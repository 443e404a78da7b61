import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

describe("docs/validation.md", () => {
  it("shows the committed figures, no more and no less", () => {
    const check = spawnSync(process.execPath, [resolve("tools/validation.mjs")], { encoding: "utf8" });
    expect([check.status, check.stderr]).toEqual([0, ""]);
  });
});
