/** The upper concave envelope of a tabulated curve. */

export interface CurvePoint {
  readonly spend: number;
  readonly value: number;
}

/** A straight piece of the envelope, in falling slope from left to right. */
export interface EnvelopeSegment {
  readonly length: number;
  readonly slope: number;
  /** Points of the curve that lie strictly under the piece. */
  readonly skipped: number;
}

/**
 * The least concave curve that lies on or above the points.
 *
 * @param points - spends strictly ascending.
 * @returns segments from left to right with falling slopes; e.g. (0,0), (1,0), (2,2) give one segment of slope 1
 *   that skips one point.
 * Source: monotone chain, Andrew (1979).
 */
export function concaveEnvelope(points: readonly CurvePoint[]): EnvelopeSegment[] {
  const hull: number[] = [];
  for (let next = 0; next < points.length; next++) {
    while (hull.length >= 2 && !isAbove(points, hull[hull.length - 2], hull[hull.length - 1], next))
      hull.pop();
    hull.push(next);
  }
  return hull.slice(1).map((right, index) => {
    const left = hull[index];
    const length = points[right].spend - points[left].spend;
    return { length, slope: (points[right].value - points[left].value) / length, skipped: right - left - 1 };
  });
}

/** Whether the middle point lies strictly above the line from left to right. */
function isAbove(points: readonly CurvePoint[], left: number, middle: number, right: number): boolean {
  const rise = (points[middle].value - points[left].value) * (points[right].spend - points[left].spend);
  return rise > (points[right].value - points[left].value) * (points[middle].spend - points[left].spend);
}
