import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Viewpoint } from "../kit/context.ts";
import { practiceView } from "./practice-view.ts";

/** Neither ids of practices nor those of headings contain it, so that no two of them together give the same anchor. */
const separator = "--";

/**
 * A practice as a part of a longer document, for `partials/embedded-practice.njk`: its own headings stand one level lower,
 * and its anchors begin with `anchor`, because several practices may have a section of the same name. It is nominated on its
 * own page, not here.
 */
export function practiceFragment(entry: PracticeEntry, { context, link }: Viewpoint, anchor: string) {
  const practice = practiceView(context, entry, link);
  const embed = (html: string): string => embedHtml(html, anchor);
  return {
    ...practice,
    anchor,
    nominations: practice.nominations && { ...practice.nominations, href: "" },
    lead: embed(practice.lead),
    sections: practice.sections.map((section) => ({
      ...section,
      id: anchor + separator + section.id,
      title: embed(section.title),
      html: embed(section.html),
    })),
    footnotes: embed(practice.footnotes),
  };
}

/** Lowers headings by a level and puts a prefix before all anchors and what points to them. */
export function embedHtml(html: string, prefix: string): string {
  return html
    .replace(/<(\/?)h([2-5])\b/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replace(/ (id|aria-labelledby|aria-describedby)="/g, `$&${prefix}${separator}`)
    .replaceAll(' href="#', ` href="#${prefix}${separator}`);
}
