import type { NewTexts } from "../types/new.ts";

const meant = (nearest: string | undefined): string => (nearest ? ` Did you mean “${nearest}”?` : "");

export const newTexts: NewTexts = {
  intro: "A new practice. Enter leaves a question open; Tab completes names; Ctrl+C stops, and nothing is written.",
  titleNeeded: 'A practice needs a title: praktika new "Solar roofs".',
  noMunicipality: (name, nearest) => `There is no municipality “${name}”.${meant(nearest)}`,
  severalMunicipalities: (name, codes) => `There are several municipalities “${name}”. Write the code: ${codes}.`,
  noTheme: (id, nearest, known) => `There is no theme “${id}” in themes.yaml.${meant(nearest) || ` Known: ${known}.`}`,
  noAddress: (written) => `“${written}” is not a web address.`,
  noPractice: (id, nearest) => `There is no practice “${id}”.${meant(nearest)}`,
  allLanguages: (id) => `“${id}” is there in all languages already.`,
  notOfSite: (language, known) => `The site does not speak “${language}”. Its languages: ${known}.`,
  exists: (path) => `${path} is there already, and was left alone.`,
  stopped: "Stopped; nothing was written.",
  written: "It is a draft: praktika dev shows it, and it is published when you delete the line “draft: true”.",
};
