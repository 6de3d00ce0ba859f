import { permalinks } from "../../archive/permalinks.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Route } from "../../core/model/route.ts";
import { type ReaderTexts, textsOf } from "../../locales/texts-of.ts";
import type { Output } from "../kit/context.ts";
import { editionOf } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { type SubjectList, subjectLists } from "../lists/subject-lists.ts";
import { renderBookletPart } from "./booklet-part.ts";
import { listBooklets } from "./list-booklets.ts";

/**
 * All practices of one theme, year, municipality or innovator as one document for a meeting: contents, then one practice
 * after the other, in the order of the list. Route key: the kind of list and its key, `theme/energy`.
 */
export const booklets: Output = {
  kind: "booklet",
  needs: "fullSite",
  traits: ["page"],
  plan: perEdition("booklet", (edition) =>
    listBooklets(edition).map(({ list, key, permalink }) => ({
      permalink: permalinks.booklet(permalink),
      key: `${list.kind}/${key}`,
    })),
  ),
  render: (route, context) => {
    const { language } = route;
    const { list, key } = subjectOf(route);
    const edition = editionOf(context, language);
    const practices = list.find(edition, key);
    const total = formatCount(practices.length, language);
    const { label, title, intro } = list.describe({ key, total }, edition, context.archive);
    const t = textsOf(language, context.archive);
    const link = relativeUrlFor(route, context);
    const page = list.permalink(language, key);
    const view = {
      ...layoutView(route, context, {
        title: t.bookletTitle(title),
        description: `${label}: ${title}. ${intro}`,
        repeats: page,
      }),
      label,
      title,
      intro,
      span: spanOf(practices, language, t),
      total,
      listHref: link(page),
      parts: practices.map((entry) => renderBookletPart(entry, context, link)),
    };
    return context.templates.render("booklet.njk", view);
  },
};

function subjectOf(route: Route): { readonly list: SubjectList; readonly key: string } {
  const [kind = "", key = ""] = route.key.split("/");
  const list = subjectLists.find((other) => other.kind === kind);
  if (!list) throw new Error(`no lists by ${kind}`);
  return { list, key };
}

/** From the first day of publication to the last, as a sentence. */
function spanOf(practices: readonly PracticeEntry[], language: Language, t: ReaderTexts): string {
  const days = practices.map(({ item }) => item.date).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? t.bookletSpan(formatDay(first, language), formatDay(last, language)) : "";
}
