import { rewriteParts } from "@mmm/cli/xlsx/rewrite-parts.ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const zip = zipSync({ "a/one.xml": strToU8("<x>ä</x>"), "two.bin": Uint8Array.of(0, 255, 7) });

describe("rewriteParts", () => {
  it("changes the parts that match and carries over the others, byte for byte", () => {
    const parts = unzipSync(rewriteParts(zip, /\.xml$/, (text) => text.replace("ä", "ö")));
    expect(strFromU8(parts["a/one.xml"])).toBe("<x>ö</x>");
    expect([...parts["two.bin"]]).toEqual([0, 255, 7]);
  });

  it("gives the same bytes whenever it runs", () => {
    const first = rewriteParts(zip, /none/, (text) => text);
    jest.useFakeTimers({ now: new Date("2031-05-05") });
    const later = rewriteParts(zip, /none/, (text) => text);
    jest.useRealTimers();
    expect([...later]).toEqual([...first]);
  });
});
