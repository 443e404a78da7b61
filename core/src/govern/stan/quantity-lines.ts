/** The reported quantities as Stan computes them, in the order and the units of the report. */

import type { MediaMixModel } from "../../model/media-mix-model.ts";
import { type QuantityLayout, quantityLayout } from "../../model/quantities.ts";
import { inComment } from "./stan-text.ts";

/** Lines of the generated quantities block: `quantity[i]` is the i-th recorded quantity. */
export function quantityLines(model: MediaMixModel): string[] {
  const layout = quantityLayout(model);
  const expressions = expressionsOf(model, layout);
  return [
    "// in the order and the units of reference.json",
    `vector[${layout.names.length}] quantity;`,
    ...layout.names.map(
      (name, index) => `quantity[${index + 1}] = ${expressions[index]}; // ${inComment(name)}`,
    ),
  ];
}

/** [quantity] what it is of the program's own variables. */
function expressionsOf(model: MediaMixModel, layout: QuantityLayout): string[] {
  const expressions: string[] = [];
  const set = (place: number | null, expression: string): void => {
    if (place !== null) expressions[place] = expression;
  };
  model.channels.forEach(({ spendScale }, index) => {
    const number = index + 1;
    set(layout.retention[index], `retention_${number}`);
    set(layout.halfSaturation[index], `${spendScale} * half_saturation_${number}`);
    set(layout.slope[index], `slope_${number}`);
    set(layout.exponent[index], `exponent_${number}`);
    set(layout.contribution[index], `kpi_scale * total[${number}]`);
  });
  model.columns.forEach(({ unit }, index) => {
    const inModel = `kpi_scale * gamma[${index + 1}]`;
    set(layout.column[index], unit === 1 ? inModel : `${inModel} / ${unit}`);
  });
  set(layout.sigma, "kpi_scale * sigma");
  set(layout.media, "kpi_scale * sum(media)");
  set(layout.baseline, "kpi_scale * sum(z * gamma)");
  return expressions;
}
