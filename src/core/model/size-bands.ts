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
