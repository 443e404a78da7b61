import { bytesFromBase64, wasmHost } from "@mmm/core/model/kernel/wasm-host.ts";
import fc from "fast-check";

describe("base64", () => {
  it("decodes the first bytes of every WebAssembly module, by hand", () => {
    expect([...bytesFromBase64("AGFzbQ==")]).toEqual([0, 0x61, 0x73, 0x6d]);
  });

  it("gives back any bytes that Node encoded, whatever the padding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(bytesFromBase64(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
      }),
    );
  });

  it("refuses what is no digit of it", () => {
    expect(() => bytesFromBase64("AG-z")).toThrow('"-" is no base64 digit');
  });
});

describe("the host's WebAssembly", () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "WebAssembly");
  afterEach(() => {
    if (own) Object.defineProperty(globalThis, "WebAssembly", own);
  });

  it("is found where it is, and null where it is not", () => {
    expect(wasmHost()).toBe((globalThis as { readonly WebAssembly?: unknown }).WebAssembly);
    Object.defineProperty(globalThis, "WebAssembly", {
      value: undefined,
      configurable: true,
      writable: true,
    });
    expect(wasmHost()).toBeNull();
  });
});
