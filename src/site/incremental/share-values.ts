/** Strings among which equal ones are looked for: enough for those that many texts say. */
const maxKnown = 1 << 14;

const noItems: readonly unknown[] = Object.freeze([]);

/**
 * Gives values of JSON back in which equal strings are one, and all lists without items as well, also across calls: the records of many
 * texts name the same headings, themes and offices, each its file twice, and have nothing in most of their lists. Changes the given value.
 */
export function createSharer(): <Value>(value: Value) => Value {
  const known = new Map<string, string>();
  const shareText = (text: string): string => {
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
  return share as <Value>(value: Value) => Value;
}
