import type { NewTexts } from "../types/new.ts";

const meant = (nearest: string | undefined): string => (nearest ? ` Did you mean “${nearest}”?` : "");

export const newTexts: NewTexts = {
  intro: "A new practice. Enter skips a question, Tab completes names, Ctrl+C stops without writing anything.",
  titleNeeded: 'A practice needs a title: praktika new "Solar roofs".',
  noMunicipality: (name, nearest) => `There is no municipality “${name}”.${meant(nearest)}`,
  severalMunicipalities: (name, codes) => `There are several municipalities “${name}”. Write the code: ${codes}.`,
  noTheme: (id, nearest, known) => `There is no theme “${id}” in themes.yaml.${meant(nearest) || ` Known: ${known}.`}`,
  noAddress: (written) => `“${written}” is not a web address.`,
  noPractice: (id, nearest) => `There is no practice “${id}”.${meant(nearest)}`,
  allLanguages: (id) => `“${id}” already exists in all languages.`,
  notOfSite: (language, known) => `The site has no language “${language}”. Its languages: ${known}.`,
  exists: (path) => `${path} already exists and was not changed.`,
  namesake: (path, id) =>
    `There is a practice of this title already: ${path}. This is begun as another one. If it is the same, delete the new file and edit the old one, or translate it: praktika new --translate ${id}`,
  stopped: "Stopped; nothing was written.",
  written: "This is a draft. praktika dev shows it; to publish it, delete the line “draft: true”.",
};
