import { concaveEnvelope } from "@mmm/core/optimize/concave-envelope.ts";
import fc from "fast-check";

describe("concaveEnvelope", () => {
  it("spans a dent with one segment, by hand", () => {
    const points = [
      { spend: 0, value: 0 },
      { spend: 1, value: 0 },
      { spend: 2, value: 2 },
    ];
    expect(concaveEnvelope(points)).toEqual([{ length: 2, slope: 1, skipped: 1 }]);
  });

  it("keeps a concave curve as it is, with falling slopes", () => {
    const points = [0, 1, 4, 9].map((spend) => ({ spend, value: Math.sqrt(spend) }));
    const slopes = concaveEnvelope(points).map((segment) => segment.slope);
    expect(slopes).toEqual([1, 1 / 3, 1 / 5]);
  });

  it("lies on or above every point and ends where the curve ends", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
        const points = values.map((value, spend) => ({ spend, value }));
        let spend = 0;
        let height = values[0];
        for (const segment of concaveEnvelope(points)) {
          for (let step = 0; step <= segment.length; step++) {
            // rounding of at most 30 sums of numbers up to 100
            expect(height + step * segment.slope).toBeGreaterThanOrEqual(values[spend + step] - 1e-10);
          }
          spend += segment.length;
          height += segment.length * segment.slope;
        }
        expect(height).toBeCloseTo(values[values.length - 1], 9);
      }),
      { seed: 1 },
    );
  });
});
