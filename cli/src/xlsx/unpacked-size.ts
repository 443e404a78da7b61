/** How large a zip really is unpacked, found by unpacking it with a limit: what its directory claims proves nothing. */

import { inflateRawSync } from "node:zlib";

/** Signatures and offsets of APPNOTE.TXT 6.3.10, §4.3.7, §4.3.12 and §4.3.16. */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_RECORD_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const LARGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Whether a zip holds at most so many bytes when unpacked.
 *
 * @param bytes - the whole file.
 * @param limit - bytes over all entries.
 * @returns "fits", "too large", or "no zip" when the directory can not be followed.
 */
export function unpackedSize(bytes: Uint8Array, limit: number): "fits" | "too large" | "no zip" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return "no zip";
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = limit;
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return "no zip";
    const size = entrySize(bytes, view, at, left);
    if (size === null) return "too large";
    left -= size;
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return "fits";
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_RECORD_BYTES;
  for (let at = last; at >= 0 && at >= last - LARGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

/** Unpacked bytes of one entry, or null when it holds more than `left` or can not be unpacked. */
function entrySize(bytes: Uint8Array, view: DataView, at: number, left: number): number | null {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_HEADER_BYTES > bytes.length) return null;
  const start =
    local + LOCAL_HEADER_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (method === STORED) return packed <= left ? packed : null;
  if (method !== DEFLATED) return null;
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) })
      .length;
  } catch {
    return null;
  }
}
