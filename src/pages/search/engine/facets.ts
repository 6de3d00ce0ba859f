import type { FacetColumn, IndexHead } from "./index-format.ts";

/** What a reader has narrowed the search down to: a key of a value for each facet. */
export type Restrictions = Readonly<Record<string, string | undefined>>;

/** A value that found practices have, and how many. */
export interface FacetCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The facets of an index, ready to be looked up. */
export interface Facets {
  readonly columns: IndexHead["facets"];
  /** The values of practices by facet: numbers of values by number of practice. */
  readonly values: ReadonlyMap<string, readonly (readonly number[])[]>;
}

export function readFacets(columns: IndexHead["facets"]): Facets {
  const values = Object.entries(columns).map(([name, { of }]) => {
    const numbers = of.split(";").map((list) => (list === "" ? [] : list.split(",").map(Number)));
    return [name, numbers] as const;
  });
  return { columns, values: new Map(values) };
}

/** The restrictions without that of one facet. */
export function withoutFacet(restrictions: Restrictions, name: string): Restrictions {
  return { ...restrictions, [name]: undefined };
}

/** The practices that meet all restrictions, in their order. */
export function restrict(
  practices: readonly number[],
  restrictions: Restrictions,
  { columns, values }: Facets,
): readonly number[] {
  const wanted = Object.entries(restrictions).flatMap(([facet, key]) => {
    const column: FacetColumn | undefined = columns[facet];
    if (!column || key === undefined) return [];
    return [{ of: values.get(facet) ?? [], number: column.values.findIndex(([value]) => value === key) }];
  });
  return wanted.length === 0
    ? practices
    : practices.filter((practice) => wanted.every(({ of, number }) => of[practice]?.includes(number)));
}

/**
 * The values of a facet among practices, with their counts, in the order of the index: a reader who changes this restriction finds so
 * many.
 */
export function countValues(
  name: string,
  practices: readonly number[],
  { columns, values }: Facets,
): readonly FacetCount[] {
  const column = columns[name];
  if (!column) return [];
  const counts = new Array<number>(column.values.length).fill(0);
  const of = values.get(name) ?? [];
  for (const practice of practices) for (const number of of[practice] ?? []) counts[number] = (counts[number] ?? 0) + 1;
  return column.values.flatMap(([key, label], number) => {
    const count = counts[number] ?? 0;
    return count > 0 ? [{ key, label, count }] : [];
  });
}

/** What the index says of a practice by a facet. */
export function valuesOf(name: string, practice: number, { columns, values }: Facets): FacetColumn["values"] {
  return (values.get(name)?.[practice] ?? []).flatMap((number) => {
    const value = columns[name]?.values[number];
    return value ? [value] : [];
  });
}
