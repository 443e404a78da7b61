import type { MediaShape } from "@mmm/core/model/kernel/media-kernel.ts";
import { WASM_BYTES } from "@mmm/core/model/kernel/wasm-bytes.ts";
import { bytesFromBase64, type WasmHost, wasmHost } from "@mmm/core/model/kernel/wasm-host.ts";
import { wasmKernel } from "@mmm/core/model/kernel/wasm-kernel.ts";

function shapeOf(channels: number, weeks: number, window: number): MediaShape {
  const channel = {
    spend: new Float64Array(weeks),
    carryIn: new Float64Array(0),
    window,
    curve: "hill",
  } as const;
  return { channels: Array.from({ length: channels }, () => channel), weeks, weights: null };
}

const SHAPE = shapeOf(2, 3, 2);

function nodeHost(): WasmHost {
  const host = wasmHost();
  if (host === null) throw new Error("Node has WebAssembly");
  return host;
}

describe("the WebAssembly module", () => {
  it("takes at most 16 KB", () => {
    expect(bytesFromBase64(WASM_BYTES).length).toBeLessThanOrEqual(16 * 1024);
  });

  it("is compiled once per host, however many models it serves", () => {
    const { Module, Instance, Memory } = nodeHost();
    let compiled = 0;
    const counting = new Proxy(Module, {
      construct: (target, [bytes]) => {
        compiled += 1;
        return new target(bytes);
      },
    });
    const host: WasmHost = { Module: counting, Instance, Memory };
    for (let model = 0; model < 3; model++) wasmKernel(host, SHAPE);
    expect(compiled).toBe(1);
  });
});

describe("the WebAssembly kernel's memory", () => {
  it("fits 10 channels of 156 weeks into two pages of 64 KB", () => {
    const { settings } = wasmKernel(nodeHost(), shapeOf(10, 156, 13));
    expect(settings.buffer.byteLength).toBe(2 * 65536);
  });

  it("is not shared between two models", () => {
    const [one, other] = [wasmKernel(nodeHost(), SHAPE), wasmKernel(nodeHost(), SHAPE)];
    expect(one.settings.buffer).not.toBe(other.settings.buffer);
  });

  it("can be had by hundreds of models in one thread", () => {
    for (let model = 0; model < 500; model++) expect(wasmKernel(nodeHost(), SHAPE).name).toBe("wasm-simd-1");
  });
});
