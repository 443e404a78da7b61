import { decodeText } from "@mmm/cli/io/decode-text.ts";

const TEXT = "Woche;Kosten (€)\n2024-01-01;1,50\n";

describe("decodeText", () => {
  it("reads UTF-8 with and without a mark", () => {
    expect(decodeText(new TextEncoder().encode(TEXT))).toBe(TEXT);
    expect(decodeText(new TextEncoder().encode(`\ufeff${TEXT}`))).toBe(TEXT);
  });

  it("reads UTF-16 of either order, with and without a mark", () => {
    const little = Buffer.from(TEXT, "utf16le");
    const big = Buffer.from(little).swap16();
    expect(decodeText(little)).toBe(TEXT);
    expect(decodeText(big)).toBe(TEXT);
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(TEXT);
  });

  it("reads Windows-1252 where the bytes are no UTF-8", () => {
    expect(decodeText(Uint8Array.of(0x43, 0x6f, 0xfb, 0x74, 0x20, 0x80))).toBe("Coût €");
    expect(decodeText(Uint8Array.of(0x4d, 0xe4, 0x72, 0x7a))).toBe("März");
  });

  it("reads Shift JIS", () => {
    expect(decodeText(Uint8Array.of(0x94, 0xef, 0x97, 0x70, 0x2c, 0x93, 0xfa))).toBe("費用,日");
  });
});
