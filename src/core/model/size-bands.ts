import type { MunicipalityCode } from "./ids.ts";
import type { Places } from "./site.ts";

/** Sizes of places by their population; each band begins with `from` inhabitants and ends before `to`. */
export const sizeBands = [
  { key: "under-5", from: 0, to: 5_000 },
  { key: "5-10", from: 5_000, to: 10_000 },
  { key: "10-20", from: 10_000, to: 20_000 },
  { key: "20-50", from: 20_000, to: 50_000 },
  { key: "50-100", from: 50_000, to: 100_000 },
  { key: "over-100", from: 100_000, to: Number.POSITIVE_INFINITY },
] as const;

/** The key of a band, in thousands; it is part of addresses. */
export type SizeBand = (typeof sizeBands)[number]["key"];

export function bandOf(population: number | undefined): SizeBand | undefined {
  return population === undefined ? undefined : sizeBands.find(({ to }) => population < to)?.key;
}

/** The sizes of some places, the smallest first, each once; places of unknown population have none. */
export function bandsOf(codes: readonly MunicipalityCode[], places: Places): readonly SizeBand[] {
  const found = new Set(codes.map((code) => bandOf(places.get(code)?.population)));
  return sizeBands.map(({ key }) => key).filter((key) => found.has(key));
}
