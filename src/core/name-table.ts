/** Numbers that stand for names, in the order in which they come. */
export class NameTable {
  readonly names: string[];
  /** How many names had numbers when it was taken up. */
  readonly known: number;
  private readonly numbers: Map<string, number>;

  /** @param names that have numbers already, by number */
  constructor(names: readonly string[] = []) {
    this.names = [...names];
    this.known = names.length;
    this.numbers = new Map(names.map((name, number) => [name, number]));
  }

  /** The number of a name, which gets the next one if it has none. */
  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
