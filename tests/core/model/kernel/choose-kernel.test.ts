import { chooseKernel, KERNEL, mediaKernel } from "@mmm/core/model/kernel/choose-kernel.ts";
import type { MediaShape } from "@mmm/core/model/kernel/media-kernel.ts";
import { type WasmHost, wasmHost } from "@mmm/core/model/kernel/wasm-host.ts";

const SHAPE: MediaShape = {
  channels: [{ spend: new Float64Array(3), carryIn: new Float64Array(0), window: 2, curve: "hill" }],
  weeks: 3,
  weights: null,
};

function nodeHost(): WasmHost {
  const host = wasmHost();
  if (host === null) throw new Error("Node has WebAssembly");
  return host;
}

describe("the choice of a kernel", () => {
  it("is WebAssembly where the host compiles it, as Node does", () => {
    expect(chooseKernel(nodeHost())).toBe("wasm-simd-1");
    expect(KERNEL).toBe("wasm-simd-1");
  });

  it("is TypeScript where there is no WebAssembly", () => {
    expect(chooseKernel(null)).toBe("typescript-1");
  });

  it.each(["Module", "Instance", "Memory"] as const)(
    "is TypeScript where the host refuses a %s, as a content security policy may",
    (part) => {
      const { Module, Instance, Memory } = nodeHost();
      const refused = class {
        constructor() {
          throw new EvalError("blocked by Content Security Policy");
        }
      };
      const host = { Module, Instance, Memory, [part]: refused } as unknown as WasmHost;
      expect(chooseKernel(host)).toBe("typescript-1");
    },
  );
});

describe("the kernel of a name", () => {
  it("is the one of that name", () => {
    expect(mediaKernel("wasm-simd-1", SHAPE).name).toBe("wasm-simd-1");
    expect(mediaKernel("typescript-1", SHAPE).name).toBe("typescript-1");
  });

  it("must exist", () => {
    expect(() => mediaKernel("abacus-1", SHAPE)).toThrow(new RangeError('no kernel has the name "abacus-1"'));
  });
});

describe("a thread without WebAssembly", () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "WebAssembly");
  afterEach(() => {
    if (own) Object.defineProperty(globalThis, "WebAssembly", own);
  });

  it("says so when a run was started with it, instead of changing the kernel midway", () => {
    Object.defineProperty(globalThis, "WebAssembly", {
      value: undefined,
      configurable: true,
      writable: true,
    });
    expect(() => mediaKernel("wasm-simd-1", SHAPE)).toThrow("this thread has no WebAssembly");
    expect(mediaKernel("typescript-1", SHAPE).name).toBe("typescript-1");
  });
});
