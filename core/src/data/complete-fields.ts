/** The fields of a brief with everything in them that was detected, for saving it and using it again. */

import type { Brief } from "./brief.ts";
import { plainObject } from "./brief-fields.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What the user wrote, completed by what reading found: columns, channels, controls, events and answers.
 *
 * @param stated - the parsed YAML; its own words (priors, limits, lift tests) stay as they are.
 * @param brief - the completed brief of a reading.
 * @returns fields that `readBrief` reads again, and with which nothing is left to guess.
 */
export function completeFields(stated: unknown, brief: Brief): Fields {
  const fields = plainObject(stated) ?? {};
  const { date, kpi, revenuePerKpi } = brief.table;
  const table = { ...plainObject(fields.table), ...present({ date, kpi, revenuePerKpi }) };
  const events = brief.events.map(({ name, column, start, end, shape }) =>
    column === null ? present({ name, start, end, shape }) : column,
  );
  return {
    ...fields,
    currency: brief.currency,
    kpiKind: brief.kpiKind,
    table,
    channels: brief.channels.map((channel) => ({
      ...statedChannel(fields, channel.name),
      ...present({
        name: channel.name,
        spend: channel.spend,
        exposure: channel.exposure,
        group: channel.group,
      }),
    })),
    controls: brief.controls.map(({ column, type, sign }) => present({ column, type, sign })),
    events,
    ...(Object.keys(brief.answers).length === 0 ? {} : { answers: brief.answers }),
  };
}

function statedChannel(fields: Fields, name: string): Fields {
  const entries = Array.isArray(fields.channels) ? fields.channels.map(plainObject) : [];
  return entries.find((entry) => entry !== null && String(entry.name) === name) ?? {};
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
