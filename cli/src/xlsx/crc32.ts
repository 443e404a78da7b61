/** The checksum of zip parts. */

/** The reversed polynomial of CRC-32 (ISO 3309, as APPNOTE.TXT 4.4.7 asks). */
const POLYNOMIAL = 0xedb88320;

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/**
 * CRC-32 of bytes, in [0, 2³²).
 *
 * @returns e.g. for the ASCII bytes "123456789" it is 0xCBF43926, the check value of the standard.
 */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
  return (remainder ^ 0xffffffff) >>> 0;
}
