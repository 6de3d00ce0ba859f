/**
 * Keeps what was worked out once, for as long as the value that holds the memo lives. A call names the kind of thing and what it is
 * made for; objects are told apart by identity. Nothing that can change may be kept: a changed archive has a memo of its own.
 */
export type Memo = <Value>(kind: string, key: unknown, make: () => Value) => Value;

export function createMemo(): Memo {
  const kinds = new Map<string, Map<unknown, unknown>>();
  return <Value>(kind: string, key: unknown, make: () => Value): Value => {
    let known = kinds.get(kind);
    if (!known) {
      known = new Map();
      kinds.set(kind, known);
    }
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as Value;
  };
}
