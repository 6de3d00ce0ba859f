/*
 * The archive is arranged by some parts of its texts: dates, themes, links to files, not their words. Which parts those are is
 * noted while it is arranged, so that the development server knows after a save whether the archive has to be arranged anew.
 */

/** Which parts of values have been looked at, by path: `item.date`, `outline.links.*.target.path`. */
export class PartsRead {
  private readonly paths: Map<string, readonly string[]>;
  private readonly handlers = new Map<string, ProxyHandler<object>>();
  private isWatching = false;

  /** @param paths that have been looked at already */
  constructor(paths: readonly string[] = []) {
    this.paths = new Map(paths.map((path) => [path, path.split(".")]));
  }

  get list(): readonly string[] {
    return [...this.paths.keys()];
  }

  /** Notes what `make` looks at in values that are shown to it by `watch`. */
  during<Value>(make: () => Value): Value {
    this.isWatching = true;
    try {
      return make();
    } finally {
      this.isWatching = false;
    }
  }

  /** The value itself, or one that notes which of its parts are looked at. @param path where it stands */
  watch<Value>(value: Value, path: string): Value {
    if (!this.isWatching) return value;
    if (typeof value === "object" && value !== null) return this.createWatched(value, path);
    if (!this.paths.has(path)) this.paths.set(path, path.split("."));
    return value;
  }

  /** Whether two values are alike in all that has been looked at. */
  areAlike(one: object, other: object): boolean {
    return [...this.paths.values()].every(
      (path) => JSON.stringify(select(one, path)) === JSON.stringify(select(other, path)),
    );
  }

  private createWatched<Value extends object>(value: Value, path: string): Value {
    const handler = this.handlers.get(path) ?? this.createHandler(path);
    this.handlers.set(path, handler);
    return new Proxy(value, handler) as Value;
  }

  /** One for all values at a path: there are hundreds of thousands of looks at a large archive. */
  private createHandler(path: string): ProxyHandler<object> {
    const paths = new Map<string, string>();
    const pathOf = (step: string): string => {
      const known = paths.get(step) ?? `${path}.${step}`;
      paths.set(step, known);
      return known;
    };
    return {
      get: (value, key) => {
        const part = (value as Readonly<Record<string | symbol, unknown>>)[key];
        // Methods of arrays are called on what notes, and so look at its parts.
        if (typeof key === "symbol" || typeof part === "function") return part;
        return this.watch(part, pathOf(Array.isArray(value) && key !== "length" ? "*" : key));
      },
    };
  }
}

function select(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined || typeof value !== "object" || value === null) return value;
  if (step === "*" && Array.isArray(value)) return value.map((part) => select(part, rest));
  return select((value as Readonly<Record<string, unknown>>)[step], rest);
}
