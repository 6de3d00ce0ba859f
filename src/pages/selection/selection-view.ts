import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext } from "../kit/context.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

/** As many practices as a selection may hold; `maxPractices` of src/pages/selection/browser/selection.ts says the same. */
export const maxSelected = 200;

/** For pages that show practices: where the selection is, and the words of its script. Null where there is no selection. */
export function selectionButtonsView(language: Language, { archive, planned }: RenderContext, link: RelativeUrl) {
  const page = permalinks.selection(language);
  if (!planned.has(page)) return null;
  const { selection: t } = textsOf(language, archive);
  return { href: link(page), link: t.link("{count}"), full: t.full(formatCount(maxSelected, language)) };
}

/** Where scripts find a practice, by `{id}`: on a disk a script of its own, else its page. */
export function sheetSource(language: Language, { target }: Pick<RenderContext, "target">): Permalink {
  return target.has("practiceScripts")
    ? permalinks.practiceFragment(language, "{id}")
    : permalinks.practice(language, "{id}");
}

/** That practices were not found, and on a site of several languages one reason for it. */
export function missingText(missing: string, language: Language, { archive }: Pick<RenderContext, "archive">): string {
  return archive.site.languages.length > 1 ? `${missing} ${textsOf(language, archive).perhapsNotInLanguage}` : missing;
}

/** What the script of the selection's page needs: the address of a practice's script, and phrases with names in braces. */
export function selectionView(language: Language, context: RenderContext, link: RelativeUrl) {
  const { selection: t, practices, bookletNumber } = textsOf(language, context.archive);
  return {
    sheet: link(sheetSource(language, context)),
    practice: practices("1"),
    practices: practices("{count}"),
    page: t.pages("1"),
    pages: t.pages("{count}"),
    paper: t.sheets("1"),
    papers: t.sheets("{count}"),
    total: t.total("{practices}", "{pages}", "{sheets}"),
    moved: t.moved("{title}", "{position}", "{total}"),
    removed: t.removed("{title}"),
    missing: missingText(t.missing("{ids}"), language, context),
    tooMany: t.tooMany(formatCount(maxSelected, language)),
    foreign: t.foreign("{practices}"),
    number: bookletNumber("{position}", "{total}"),
  };
}
