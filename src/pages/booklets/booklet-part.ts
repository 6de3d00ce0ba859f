import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext } from "../kit/context.ts";
import { placeNames } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { practiceFragment } from "../practice/practice-fragment.ts";

/** A practice in a booklet: its line of the contents, and its text as HTML. */
export interface BookletPart {
  readonly anchor: string;
  readonly title: string;
  readonly place: string;
  readonly year: string;
  /** The page of the practice. */
  readonly href: string;
  readonly html: string;
}

/**
 * Renders a practice for a booklet, once for all pages that see it under the same relative address: it stands in several booklets, and
 * all lie equally deep, so that its links are the same in each. Throws `TemplateFault`.
 */
export function renderBookletPart(entry: PracticeEntry, context: RenderContext, link: RelativeUrl): BookletPart {
  const href = link(permalinks.practice(entry.item.language, entry.item.id));
  return context.memo("booklet part", href, () => renderPart(entry, context, link));
}

function renderPart(entry: PracticeEntry, context: RenderContext, link: RelativeUrl): BookletPart {
  const { item } = entry;
  const { language } = item;
  const practice = practiceFragment(entry, { context, link }, `practice-${item.id}`);
  // Nothing that differs from page to page: the next booklet takes the result as it is.
  const view = { language, t: textsOf(language, context.archive), practice };
  return {
    anchor: practice.anchor,
    title: item.title,
    place: placeNames(item.municipalities, context.archive.places, language),
    year: yearOf(item.date),
    href: link(permalinks.practice(language, item.id)),
    html: context.templates.render("partials/embedded-practice.njk", view),
  };
}
