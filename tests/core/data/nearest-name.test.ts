import { editDistance, nearestName } from "@mmm/core/data/nearest-name.ts";
import fc from "fast-check";

describe("editDistance", () => {
  it("is 3 from kitten to sitting (Wagner & Fischer's example)", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
  });

  it("is symmetric, zero only for equal texts, and never more than the longer text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (first, second) => {
        const edits = editDistance(first, second);
        expect(editDistance(second, first)).toBe(edits);
        expect(edits === 0).toBe(first === second);
        expect(edits).toBeLessThanOrEqual(Math.max(first.length, second.length));
      }),
    );
  });
});

describe("nearestName", () => {
  it("finds the key that a typing error meant, whatever its case", () => {
    expect(nearestName("Chanels", ["company", "channels", "controls"])).toBe("channels");
  });

  it("has no answer when nothing is known", () => {
    expect(nearestName("anything", [])).toBeNull();
  });
});
