import { permalinks } from "../../../archive/permalinks.ts";
import { localize } from "../../../core/language/language.ts";
import type { PracticeEntry } from "../../../core/model/archive.ts";
import type { RenderContext } from "../../kit/context.ts";

/** What reference managers are told of a practice. Absent values are "". */
export interface CitedPractice {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** The innovator: an organisation, or people as they are written. */
  readonly author: string;
  readonly archive: string;
  readonly publisher: string;
  /** ISO 8601: 2016-06-09. */
  readonly date: string;
  readonly url: string;
  readonly summary: string;
  readonly keywords: readonly string[];
}

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
