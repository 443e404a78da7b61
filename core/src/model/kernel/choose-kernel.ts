/** Which implementation of the weekly part a run uses, and how it is made. */

import type { KernelName, MediaKernel, MediaShape } from "./media-kernel.ts";
import { typescriptKernel } from "./typescript-kernel.ts";
import { type WasmHost, wasmHost } from "./wasm-host.ts";
import { wasmKernel } from "./wasm-kernel.ts";

/** The smallest shape: enough to learn whether the host compiles and runs the kernel. */
const TRIAL: MediaShape = {
  channels: [{ spend: new Float64Array(1), carryIn: new Float64Array(0), window: 1, curve: "hill" }],
  weeks: 1,
  weights: null,
};

/**
 * The fastest kernel that a host allows.
 *
 * @param host - its WebAssembly, or null.
 * @returns "typescript-1" where WebAssembly is absent, has no SIMD, or is refused, as a page's content security policy
 *   may.
 */
export function chooseKernel(host: WasmHost | null): KernelName {
  if (host === null) return "typescript-1";
  try {
    return wasmKernel(host, TRIAL).name;
  } catch {
    return "typescript-1";
  }
}

/** The kernel that this thread would choose; a run tells its threads which one to use, so that all use the same. */
export const KERNEL: KernelName = chooseKernel(wasmHost());

/**
 * The kernel of a name.
 *
 * @param name - a `KernelName`, as chosen here or told by the thread that started the run.
 * @param shape - spends and sizes.
 * @throws RangeError for an unknown name and where this host has no WebAssembly; whatever the host throws when it
 *   refuses: a run must not change its kernel midway.
 */
export function mediaKernel(name: string, shape: MediaShape): MediaKernel {
  if (name === "typescript-1") return typescriptKernel(shape);
  if (name !== "wasm-simd-1") throw new RangeError(`no kernel has the name "${name}"`);
  const host = wasmHost();
  if (host === null) throw new RangeError("this thread has no WebAssembly, but the run was started with it");
  return wasmKernel(host, shape);
}
