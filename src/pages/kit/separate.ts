/** Gives the pieces of a text, one for each item, with something between them. */
export function* separate<Item>(
  items: Iterable<Item>,
  separator: string,
  write: (item: Item) => string,
): Generator<string> {
  let before = "";
  for (const item of items) {
    yield before + write(item);
    before = separator;
  }
}
