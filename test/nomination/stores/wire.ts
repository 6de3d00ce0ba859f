/** Maps and bytes as JSON, for what passes between the tests and a store inside workerd. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (part instanceof Map) return { $map: [...part] };
    if (part instanceof Uint8Array) return { $bytes: [...part] };
    return part;
  });
}

export function fromWire(text: string): unknown {
  return JSON.parse(text, (_, part) => {
    if (part?.$map) return new Map(part.$map);
    if (part?.$bytes) return new Uint8Array(part.$bytes);
    return part;
  });
}
