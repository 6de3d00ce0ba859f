/** Things in a given order of their names; those that it does not name come last, in their own order. */
export function arrange<Thing>(
  things: readonly Thing[],
  order: readonly string[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const rank = (thing: Thing): number => {
    const found = order.indexOf(nameOf(thing));
    return found < 0 ? order.length : found;
  };
  return things.toSorted((a, b) => rank(a) - rank(b));
}
