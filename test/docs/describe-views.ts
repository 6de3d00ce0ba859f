/** What is known of the values of a variable: which kinds there were, and what stood inside. */
export interface Shape {
  readonly kinds: Set<"text" | "number" | "yes or no" | "null" | "function" | "texts">;
  /** Of lists. */
  items?: Shape;
  /** Of objects, with the number of objects that there were. */
  members?: Map<string, Shape>;
}

export const createShape = (): Shape => ({ kinds: new Set() });

/** Adds what a further value says of a variable. */
function learn(shape: Shape, value: unknown): void {
  if (value === null || value === undefined) shape.kinds.add("null");
  else if (typeof value === "string") shape.kinds.add("text");
  else if (typeof value === "number") shape.kinds.add("number");
  else if (typeof value === "boolean") shape.kinds.add("yes or no");
  else if (typeof value === "function") shape.kinds.add("function");
  else if (isList(value)) {
    shape.items ??= createShape();
    for (const item of value) learn(shape.items, item);
  } else if (isCatalogue(value as object)) shape.kinds.add("texts");
  else learnMembers(shape, value as object);
}

export function learnMembers(shape: Shape, value: object): void {
  shape.members ??= new Map();
  for (const [name, member] of Object.entries(value)) {
    const known = shape.members.get(name) ?? createShape();
    shape.members.set(name, known);
    learn(known, member);
  }
}

const isList = (value: unknown): value is Iterable<unknown> =>
  Array.isArray(value) || value instanceof Set || value instanceof Map;

/** Catalogues of texts hold functions that fill in values; what they hold is said by their types. */
function isCatalogue(value: object): boolean {
  return Object.values(value).some((member) => typeof member === "function");
}

/** A variable as a line of a table: `rows[].title`, and what it holds. */
export type Variable = readonly [path: string, kind: string];

/** The variables below an object, each with those inside it, in the order of their names. */
export function listVariables(shape: Shape, above = ""): readonly Variable[] {
  return [...(shape.members ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, member]) => describe(member, above + name));
}

function describe(shape: Shape, path: string): readonly Variable[] {
  const inner = shape.items ? describeItems(shape.items, `${path}[]`) : listMembers(shape, path);
  return [[path, nameKind(shape)], ...inner];
}

function describeItems(items: Shape, path: string): readonly Variable[] {
  return items.items ? describe(items, path).slice(1) : listMembers(items, path);
}

/** Data such as JSON-LD have keys that a template cannot name; they are passed on as a whole. */
function listMembers(shape: Shape, path: string): readonly Variable[] {
  const names = [...(shape.members?.keys() ?? [])];
  return names.every((name) => /^\w+$/.test(name)) ? listVariables(shape, `${path}.`) : [];
}

function nameKind({ kinds, items, members }: Shape): string {
  const known = [...kinds].sort().filter((kind) => kind !== "null");
  const names = [...(items ? [nameList(items)] : []), ...(members ? ["object"] : []), ...known];
  return [...names, ...(kinds.has("null") ? ["null"] : [])].join(" or ");
}

function nameList(items: Shape): string {
  const kind = items.items ? "lists" : nameKind(items);
  return kind === "object" || kind === "" ? "list" : `list of ${kind}`;
}
