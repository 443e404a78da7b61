/** Rewrites text parts inside a zip that we made ourselves; every other part is carried over as it is. */

import { deflateRawSync, inflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.ts";

/** Signatures and record lengths of APPNOTE.TXT 6.3.10, §4.3.7, §4.3.12 and §4.3.16. */
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
const DEFLATED = 8;
const VERSION = 20; // 2.0: deflate
/** 1980-01-01 00:00: the same parts give the same bytes whenever they are written. */
const FIRST_DOS_DATE = 0x0021;

interface Part {
  readonly path: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/**
 * A zip with some of its text parts rewritten.
 *
 * @param rewrite - the new text of a part, or null to leave it alone.
 * @throws RangeError when the bytes are no zip without comment, as the file library writes them.
 */
export function rewriteParts(
  bytes: Uint8Array,
  rewrite: (path: string, read: () => string) => string | null,
): Uint8Array {
  const parts = partsOf(bytes).map((part) => {
    const next = rewrite(new TextDecoder().decode(part.path), () => new TextDecoder().decode(unpack(part)));
    return next === null ? part : pack(part.path, new TextEncoder().encode(next));
  });
  return zipOf(parts);
}

function partsOf(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) {
    throw new RangeError(`a zip ends with its directory record, not with byte ${bytes.at(-1)}`);
  }
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const nameLength = view.getUint16(at + 28, true);
    const entry = at;
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return partAt(bytes, view, entry, nameLength);
  });
}

function partAt(bytes: Uint8Array, view: DataView, entry: number, nameLength: number): Part {
  const local = view.getUint32(entry + 42, true);
  const packedSize = view.getUint32(entry + 20, true);
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    path: bytes.subarray(entry + ENTRY_LENGTH, entry + ENTRY_LENGTH + nameLength),
    method: view.getUint16(entry + 10, true),
    crc: view.getUint32(entry + 16, true),
    packed: bytes.subarray(start, start + packedSize),
    size: view.getUint32(entry + 24, true),
  };
}

function unpack(part: Part): Uint8Array {
  return part.method === DEFLATED ? inflateRawSync(part.packed) : part.packed;
}

function pack(path: Uint8Array, content: Uint8Array): Part {
  return {
    path,
    method: DEFLATED,
    crc: crc32(content),
    packed: deflateRawSync(content),
    size: content.length,
  };
}

function zipOf(parts: readonly Part[]): Uint8Array {
  let offset = 0;
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  for (const part of parts) {
    const local = header(part, LOCAL_HEADER, LOCAL_LENGTH, null);
    directory.push(header(part, DIRECTORY_ENTRY, ENTRY_LENGTH, offset), part.path);
    locals.push(local, part.path, part.packed);
    offset += LOCAL_LENGTH + part.path.length + part.packed.length;
  }
  const directoryLength = directory.reduce((sum, each) => sum + each.length, 0);
  return Buffer.concat([...locals, ...directory, endRecord(parts.length, directoryLength, offset)]);
}

/** The fields that both headers share stand two bytes later in the directory, after "made by". */
function header(part: Part, signature: number, length: number, offset: number | null): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const shift = offset === null ? 4 : 6;
  view.setUint32(0, signature, true);
  if (offset !== null) view.setUint16(4, VERSION, true);
  view.setUint16(shift, VERSION, true);
  view.setUint16(shift + 4, part.method, true);
  view.setUint16(shift + 8, FIRST_DOS_DATE, true);
  view.setUint32(shift + 10, part.crc, true);
  view.setUint32(shift + 14, part.packed.length, true);
  view.setUint32(shift + 18, part.size, true);
  view.setUint16(shift + 22, part.path.length, true);
  if (offset !== null) view.setUint32(42, offset, true);
  return bytes;
}

function endRecord(count: number, length: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(END_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END_OF_DIRECTORY, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return bytes;
}
