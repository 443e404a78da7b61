/** Bytes of a text file → text, by what the bytes themselves show. */

const SAMPLE = 4096; // bytes: more than any preamble
const HALF = 0.4; // of the bytes of UTF-16 text in western letters nearly half are zero, of no other text more than a few

/**
 * Decodes exports as ad platforms and spreadsheets write them.
 *
 * @returns text without a byte order mark.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  return encoding === "windows-1252" ? western(bytes) : new TextDecoder(encoding).decode(bytes);
}

/**
 * The encoding that bytes show: UTF-16 where a mark or zero bytes say so, else UTF-8 where the bytes are that, else Shift JIS
 * where they form its letters, else Windows-1252, in which every byte is a letter.
 */
export function encodingOf(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  if (strictly("utf-8", bytes) !== null) return "utf-8";
  const japanese = strictly("shift_jis", bytes);
  return japanese !== null && isJapanese(japanese) ? "shift_jis" : "windows-1252";
}

// Windows-1252 from 0x80 on; Node 20 reads these bytes as control characters (nodejs/node#56542).
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function western(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);
}

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = (from: 0 | 1) =>
    sample.filter((byte, at) => byte === 0 && at % 2 === from).length / sample.length;
  if (zeros(1) > HALF) return "utf-16le";
  return zeros(0) > HALF ? "utf-16be" : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** An accented western letter with the one behind it can pass for a kanji; Japanese has several in a row. */
function isJapanese(text: string): boolean {
  return /[\u3041-\u30fe\u4e00-\u9fff\uff01-\uff5e]{2}/.test(text);
}
