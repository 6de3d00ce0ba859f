/** Strings among which equal ones are looked for: enough for those that many texts say. */
const maxKnown = 1 << 14;
/** What is longer, hardly any two texts say: equal ones are looked for within one text alone. */
const maxSharedLength = 40;

const noItems: readonly unknown[] = Object.freeze([]);

/** Of a value, and what stands in it again and is held already. */
export type Share = <Value>(value: Value, held?: string) => Value;

/**
 * Gives values of JSON back in which equal strings are one, and all lists without items as well, also across calls: the records of many
 * texts name the same headings, themes and offices, each its file and its summary twice, and have nothing in most of their lists. Changes
 * the given value.
 */
export function createSharer(): Share {
  const known = new Map<string, string>();
  let long: string[] = [];
  const shareLong = (text: string): string => {
    const same = long.find((other) => other === text);
    if (same === undefined) long.push(text);
    return same ?? text;
  };
  const shareText = (text: string): string => {
    if (text.length > maxSharedLength) return shareLong(text);
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size === maxKnown) known.clear();
    known.set(text, text);
    return text;
  };
  const share = (value: unknown): unknown => {
    if (typeof value === "string") return shareText(value);
    if (Array.isArray(value)) {
      if (value.length === 0) return noItems;
      for (let index = 0; index < value.length; index++) value[index] = share(value[index]);
    } else if (typeof value === "object" && value !== null) {
      const fields = value as Record<string, unknown>;
      for (const name in fields) fields[name] = share(fields[name]);
    }
    return value;
  };
  return <Value>(value: Value, held?: string): Value => {
    long = held === undefined ? [] : [held];
    return share(value) as Value;
  };
}
