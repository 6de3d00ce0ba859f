import type { Cell, Cells } from "./cells.ts";

/** The name of a source, and how its values get their tokens; by their content unless it is said. */
export interface TrackedSource<Value> {
  readonly name: string;
  readonly tokenOf: (value: Value) => string;
}

/** A map that notes which of its values are looked at, also in vain, and who goes by which keys there are. */
export class TrackedMap<Key extends string, Value> implements ReadonlyMap<Key, Value> {
  readonly #cells: Cells;
  readonly #map: ReadonlyMap<Key, Value>;
  readonly #cellOf: (key: string) => Cell;
  readonly #keys: Cell;

  constructor(cells: Cells, source: string | TrackedSource<Value>, map: ReadonlyMap<Key, Value>) {
    this.#cells = cells;
    this.#map = map;
    const { name, tokenOf } =
      typeof source === "string" ? { name: source, tokenOf: (value: Value) => cells.tokenOf(value) } : source;
    this.#cellOf = cells.addSource(name, (key) => (map.has(key as Key) ? tokenOf(map.get(key as Key) as Value) : ""));
    this.#keys = cells.addSource(`${name} keys`, () => cells.tokenOf([...map.keys()]))("");
  }

  get(key: Key): Value | undefined {
    this.#note(key);
    return this.#map.get(key);
  }

  has(key: Key): boolean {
    this.#note(key);
    return this.#map.has(key);
  }

  get size(): number {
    this.#cells.note(this.#keys);
    return this.#map.size;
  }

  keys(): MapIterator<Key> {
    this.#cells.note(this.#keys);
    return this.#map.keys();
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
  }

  *values(): MapIterator<Value> {
    for (const key of this.keys()) yield this.get(key) as Value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(action: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) action(value, key, this);
  }

  #note(key: Key): void {
    // That a map is empty says of every key that it is not there.
    if (this.#map.size === 0) this.#cells.note(this.#keys);
    else this.#cells.note(this.#cellOf(key));
  }
}

/** An object that notes which of its fields are looked at, also those that it does not have. */
export function trackFields<Fields extends object>(cells: Cells, source: string, fields: Fields): Fields {
  const map = new TrackedMap<string, unknown>(cells, source, new Map(Object.entries(fields)));
  return new Proxy(fields, {
    get: (_, key) => (typeof key === "string" ? map.get(key) : undefined),
    has: (_, key) => map.has(String(key)),
    ownKeys: () => [...map.keys()],
  });
}

/** Gives a value that is looked at as a whole, and notes it. */
export function trackWhole<Value>(cells: Cells, source: string, value: Value): () => Value {
  const cell = cells.addSource(source, () => cells.tokenOf(value))("");
  return () => {
    cells.note(cell);
    return value;
  };
}
