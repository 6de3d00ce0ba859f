import { permalinks } from "../../../archive/permalinks.ts";
import { localize } from "../../../core/language/language.ts";
import type { PracticeEntry } from "../../../core/model/archive.ts";
import type { RenderContext } from "../../kit/context.ts";
import type { CitedPractice } from "./citation.ts";

export function citedPractice({ item, summary }: PracticeEntry, { archive }: RenderContext): CitedPractice {
  const { site, themes } = archive;
  const { language } = item;
  return {
    id: item.id,
    language,
    title: item.title,
    author: item.innovator ?? "",
    archive: localize(site.name, language),
    publisher: localize(site.publisher?.name, language),
    date: item.date,
    url: site.baseUrl + permalinks.practice(language, item.id),
    summary,
    keywords: item.themes.map((id) => localize(themes.get(id)?.name, language)),
  };
}
