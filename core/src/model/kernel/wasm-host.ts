/** The little of WebAssembly that the kernel needs: core is compiled without any host's types. */

/** The `WebAssembly` object of a host, or something that behaves like it. */
export interface WasmHost {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: object };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: ArrayBuffer };
}

/** This host's WebAssembly, or null where there is none. */
export function wasmHost(): WasmHost | null {
  return (globalThis as { readonly WebAssembly?: WasmHost }).WebAssembly ?? null;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The bytes of a base64 text: `atob` and `Buffer` belong to hosts.
 *
 * @param text - four characters for three bytes, padded by "=".
 * @returns e.g. "AGFzbQ==" gives 0, 97, 115, 109: the first bytes of every WebAssembly module.
 * @throws RangeError for a character outside the alphabet. Source: RFC 4648 §4.
 */
export function bytesFromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array((digits.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of digits) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) throw new RangeError(`"${character}" is no base64 digit`);
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}
