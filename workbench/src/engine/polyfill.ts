// o-spreadsheet 19.3.7 calls Object.groupBy, which Node 20 lacks. Imported before the engine.
type GroupBy = <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => object;
const host = Object as unknown as { groupBy?: GroupBy };

host.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups[key] = [...(groups[key] ?? []), item];
  }
  return groups;
};
