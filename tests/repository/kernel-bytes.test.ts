import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

describe("the committed kernel", () => {
  it("is byte for byte what the pinned compiler makes of core/assembly today", () => {
    const compiled = execFileSync(process.execPath, [resolve("tools/build-kernel.mjs"), "--print"], {
      encoding: "utf8",
    });
    expect(readFileSync(resolve("core/src/model/kernel/wasm-bytes.ts"), "utf8")).toBe(compiled);
  });
});
