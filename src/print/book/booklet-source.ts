import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { formatCount } from "../../core/language/format.ts";
import { localize } from "../../core/language/language.ts";
import { hasField } from "../../core/model/fields/has-field.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { placeNames } from "../../pages/kit/place-name.ts";
import { bareUrl, createFieldWriter } from "../documents/practice-parts.ts";
import { type Code, call, type TypstValue } from "../typst/code.ts";
import type { BookDraft } from "./book-draft.ts";
import type { BookPart } from "./plan-book.ts";
import { head, labelOf, ofWholeBook, practiceCall } from "./practice-call.ts";

/** A booklet: title and contents on the first page, then one practice after the other. */
export function bookletPieces(part: BookPart, draft: BookDraft): readonly Code[] {
  const practices = part.practices.map((entry) => practiceCall(entry, { draft, head }));
  return [ofWholeBook(call("booklet-front", frontOf(part, draft))), ...practices];
}

/** An overview: a list of practices, a line or two for each. */
export function overviewPieces(part: BookPart, draft: BookDraft): readonly Code[] {
  return [call("overview-list", frontOf(part, draft))];
}

function frontOf({ language, issue, practices }: BookPart, draft: BookDraft): { readonly [name: string]: TypstValue } {
  const { site, places, fields } = draft.context.archive;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, issue.file);
  const home = permalinks.home(language);
  const placesOf = (names: string): Code | undefined => (names === "" ? undefined : write(names));
  const columns = (
    [
      ["title", t.columnPractice, "title"],
      ["innovator", t.innovator, "innovator"],
      ["place", t.place, "municipality"],
      ["year", t.year, "date"],
    ] as const
  ).filter(([, , field]) => hasField(fields, field));
  return {
    publisher: write(localize(site.publisher?.name ?? site.name, language)),
    site: write(localize(site.name, language)),
    title: write(localize(issue.title, language)),
    total: write(t.practices(formatCount(practices.length, language))),
    address: site.baseUrl + home,
    "shown-address": write(bareUrl(site.baseUrl + home)),
    columns: columns.map(([name]) => name),
    heads: columns.map(([, head]) => head),
    practices: practices.map(({ item }) => ({
      label: labelOf(item),
      title: write(item.title),
      innovator: write(item.innovator ?? t.notStated),
      place: placesOf(placeNames(item.municipalities, places, language)),
      year: yearOf(item.date),
      address: site.baseUrl + permalinks.practice(language, item.id),
    })),
  };
}
