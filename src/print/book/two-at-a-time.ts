/** A process that sets a book or a part of it takes up to a gigabyte. */
const most = 2;

/** Does large pieces of work in their order, two of them at the same time. Returns what they gave, in their order. */
export async function twoAtATime<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  const waiting = items.entries();
  const next = async (): Promise<void> => {
    for (const [index, item] of waiting) values[index] = await work(item);
  };
  await Promise.all(Array.from({ length: most }, next));
  return values;
}
