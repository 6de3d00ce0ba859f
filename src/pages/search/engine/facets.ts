import type { FacetName } from "../../../core/model/facets.ts";
import type { FacetColumn, IndexHead } from "./index-format.ts";

/** What a reader has narrowed the search down to: a key of a value for each facet. */
export type Restrictions = Readonly<Partial<Record<FacetName, string>>>;

/** A value that found practices have, and how many. */
export interface FacetCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The values of practices by facet: numbers of values by number of practice. */
export type FacetValues = ReadonlyMap<FacetName, readonly (readonly number[])[]>;

export function readFacets(facets: IndexHead["facets"]): FacetValues {
  return new Map(
    Object.entries(facets).map(([name, { of }]) => [
      name as FacetName,
      of.split(";").map((numbers) => (numbers === "" ? [] : numbers.split(",").map(Number))),
    ]),
  );
}

/** The practices that meet all restrictions but that of `except`, in their order. */
export function restrict(
  practices: readonly number[],
  restrictions: Restrictions,
  facets: IndexHead["facets"],
  values: FacetValues,
  except?: FacetName,
): readonly number[] {
  const wanted = Object.entries(restrictions).flatMap(([name, key]) => {
    const facet = name as FacetName;
    const column: FacetColumn | undefined = facets[facet];
    if (!column || facet === except) return [];
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
  name: FacetName,
  practices: readonly number[],
  facets: IndexHead["facets"],
  values: FacetValues,
): readonly FacetCount[] {
  const column = facets[name];
  if (!column) return [];
  const counts = new Array<number>(column.values.length).fill(0);
  const of = values.get(name) ?? [];
  for (const practice of practices) for (const number of of[practice] ?? []) counts[number] = (counts[number] ?? 0) + 1;
  return column.values.flatMap(([key, label], number) => {
    const count = counts[number] ?? 0;
    return count > 0 ? [{ key, label, count }] : [];
  });
}
