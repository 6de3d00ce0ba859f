import type { TemplatesTexts } from "../types/templates.ts";

export const templatesTexts: TemplatesTexts = {
  replaced: "(the site has its own)",
  outdated: "(the site has its own; the original has changed since)",
  unknown: (name, nearest) =>
    `There is no template “${name}”.${nearest ? ` Did you mean “${nearest}”?` : " praktika templates list names them all."}`,
  noneReplaced: "The site has no template in place of one of Praktika's.",
};
