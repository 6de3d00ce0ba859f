import { sectionKinds } from "./body.ts";

/** What a practice may say of itself, beside what it must. */
export const wantedParts = [
  ...sectionKinds,
  "summary",
  "innovator",
  "municipality",
  "themes",
  "status",
  "cost",
  "lessons",
  "contact",
  "translation",
] as const;

export type WantedPart = (typeof wantedParts)[number];
