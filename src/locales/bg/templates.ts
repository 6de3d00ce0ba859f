import type { TemplatesTexts } from "../types/templates.ts";

export const templatesTexts: TemplatesTexts = {
  replaced: "(сайтът има собствен)",
  outdated: "(сайтът има собствен, а оригиналът е променен след това)",
  unknown: (name, nearest) =>
    `Няма шаблон „${name}“.${nearest ? ` Може би имахте предвид „${nearest}“?` : " praktika templates list показва всички."}`,
  noneReplaced: "Сайтът не е заменил нито един шаблон на Praktika.",
};
