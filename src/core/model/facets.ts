/** By what found practices can be narrowed down. */
export const facetNames = [
  "theme",
  "year",
  "municipality",
  "province",
  "size",
  "innovator",
  "status",
  "award",
  "language",
] as const;
export type FacetName = (typeof facetNames)[number];
