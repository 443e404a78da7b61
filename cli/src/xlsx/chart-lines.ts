/** Quiet lines behind the charts: the file library draws grid lines and axes in the host's dark default. */

const GRID = "E3E8ED";
const AXIS = "C3CBD4";
/** 0.75 points in English Metric Units (12 700 per point). */
const THIN = 9525;

/**
 * A chart part with light grid lines and axes.
 *
 * @param xml - DrawingML of one chart (ECMA-376 part 1, §21.2): shape properties of an axis follow its tick labels.
 */
export function quietLines(xml: string): string {
  return xml
    .replaceAll(
      /<c:majorGridlines\s*(\/>|><\/c:majorGridlines>)/g,
      `<c:majorGridlines>${line(GRID)}</c:majorGridlines>`,
    )
    .replaceAll(/<c:tickLblPos val="[a-zA-Z]+"\s*\/>/g, (label) => `${label}${line(AXIS)}`);
}

function line(color: string): string {
  return `<c:spPr><a:ln w="${THIN}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;
}
