import { adoptionChain, type ChainLink } from "../../archive/adoption-chain.ts";
import { toAdopter } from "../../archive/adoptions.ts";
import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { formatBytes, formatCount } from "../../core/language/format.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Adopter, PracticeEntry } from "../../core/model/archive.ts";
import { hasField } from "../../core/model/fields/has-field.ts";
import type { Permalink, PracticeId } from "../../core/model/ids.ts";
import type { Practice } from "../../core/model/practice.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { escapeHtml } from "../../template/escape-html.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";
import { pdfView } from "../kit/pdf-view.ts";
import { placeName, placeNames } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { resolveLinks } from "../kit/resolve-links.ts";
import { dayView, rowView, sizesView } from "../kit/row-view.ts";
import { asOfView } from "../nominations/nominated-view.ts";
import { dayOfVersion } from "./day-of-text.ts";
import { paragraphsByName, plainFactsAt } from "./plain-facts.ts";
import { sheetView } from "./sheet-view.ts";

/** Characters of HTML from which a text is long enough for a list of contents. */
const longText = 6_000;

/** The values of practice.njk beyond those of the layout. */
export function practiceView(context: RenderContext, entry: PracticeEntry, link: RelativeUrl) {
  const { archive } = context;
  const { item } = entry;
  const { language } = item;
  const votes = archive.tally?.counts.get(item.id) ?? 0;
  const view = {
    id: item.id,
    title: bindWithHardSpaces(item.title),
    summary: bindWithHardSpaces(item.summary ?? ""),
    ...textView(entry, context, link),
    ...factsView(entry, context, link),
    ...transferView(entry, context, link),
    contact: contactView(item.contact),
    stillSo: stillSoHref(entry, context),
    nominations: archive.site.hasNominations
      ? {
          count: votes,
          text: formatCount(votes, language),
          asOf: asOfView(context, language),
          href: nominationHref(entry, context, link),
        }
      : null,
    ...surroundingsView(entry, context, link),
    permalink: archive.site.baseUrl + permalinks.practice(language, item.id),
    pdf: pdfView(permalinks.sheetPdf(language, item.id), language, { context, link }),
    isDemonstration: archive.site.demonstration,
    legacyIid: item.legacyIid ?? "",
  };
  return { ...view, ...sheetView({ ...view, language }, entry, context) };
}

/** The text with its links as seen from the page. */
function textView({ item }: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const body = context.bodyOf(item.file);
  const resolve = (html: string): string => resolveLinks(html, item.language, { context, link });
  const sections = body.sections.map((section) => ({
    ...section,
    title: resolve(section.title),
    html: resolve(section.html),
  }));
  const html = body.lead + sections.map((section) => section.html).join("");
  return {
    lead: resolve(body.lead),
    sections,
    footnotes: resolve(body.footnotes),
    contents: html.length > longText && sections.length > 1,
    hasPictures: html.includes("<img"),
  };
}

/** Who, when, where and on what: the panel beside the text. */
function factsView(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { item } = entry;
  const { language } = item;
  const { archive, planned } = context;
  const linkIfPlanned = (permalink: Permalink): string => (planned.has(permalink) ? link(permalink) : "");
  const slug = editionOf(context, language).innovatorSlugs.get(item.innovator ?? "");
  const lacks = (name: "innovator" | "status"): boolean => hasField(archive.fields, name) && item[name] === undefined;
  return {
    lacks: { innovator: lacks("innovator"), status: lacks("status") },
    innovator: item.innovator
      ? {
          name: bindWithHardSpaces(item.innovator),
          href: slug ? linkIfPlanned(permalinks.innovator(language, slug)) : "",
        }
      : null,
    projectUrl: item.projectUrl ?? "",
    date: dayView(item.date, language),
    versionDay: dayView(dayOfVersion(item, archive), language),
    placeNames: placeNames(item.municipalities, archive.places, language),
    detail: detailOf(item, context),
    provinces: provincesView(entry, context, linkIfPlanned),
    sizes: sizesView(item.municipalities, context, language).map((size) => ({
      ...size,
      href: linkIfPlanned(permalinks.size(language, size.band)),
    })),
    inhabitants: inhabitantsOf(item, archive),
    themes: item.themes.map((id) => ({
      name: localize(archive.themes.get(id)?.name, language),
      href: linkIfPlanned(permalinks.theme(language, id)),
    })),
    status: item.status
      ? {
          state: item.status.state,
          text: textsOf(language, context.archive).statusState[item.status.state],
          checked: item.status.checked ? dayView(item.status.checked, language) : null,
        }
      : null,
  };
}

/** Where and when: “Sliven, 2016”. */
export function detailOf({ municipalities, innovator, date, language }: Practice, { archive }: RenderContext): string {
  return [placeNames(municipalities, archive.places, language) || innovator, yearOf(date)].filter(Boolean).join(", ");
}

/** What helps to copy the practice. */
function transferView(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { item } = entry;
  const { language } = item;
  const plainFacts = {
    facts: plainFactsAt("facts", item, { context, link }),
    transfer: plainFactsAt("transfer", item, { context, link }),
  };
  return {
    plainFacts,
    ...paragraphsByName(plainFacts.transfer),
    adoptedFrom: adopters(entry, "adoptedFrom", { context, link }),
    adoptedBy: adopters(entry, "adoptedBy", { context, link }),
    chain: chainView(entry, context, link),
    awards: item.awards.map(({ name, year }) => ({ name: bindWithHardSpaces(name), year: year ?? "" })),
    attachments: item.attachments.map((attachment) => attachmentView({ ...attachment, language }, context, link)),
  };
}

/** Where the reader can go from here: other versions, neighbours, related practices. */
function surroundingsView(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { item } = entry;
  const t = textsOf(item.language, context.archive);
  const edition = editionOf(context, item.language);
  const neighbours = edition.neighbours.get(item.id);
  return {
    translation: item.translation ? { state: item.translation, note: t.translationNote[item.translation] } : null,
    versions: versions(entry, context, link),
    newer: neighbours?.newer ? neighbour(neighbours.newer, link) : null,
    older: neighbours?.older ? neighbour(neighbours.older, link) : null,
    related: (edition.related.get(item.id) ?? []).map((other) => rowView(other, context, link)),
  };
}

/** How many people live in the only place of a practice; "" where it has several, and where that is not known. */
function inhabitantsOf({ municipalities, language }: Practice, archive: RenderContext["archive"]): string {
  const { places, census } = archive;
  const [place] = municipalities.map((code) => places.get(code));
  if (municipalities.length !== 1 || place?.population === undefined) return "";
  return textsOf(language, archive).sizes.inhabitants(formatCount(place.population, language), census?.year ?? "");
}

/** The municipalities of a practice by province, in the order in which the editor named them. */
function provincesView(
  { item }: PracticeEntry,
  { archive }: RenderContext,
  linkIfPlanned: (permalink: Permalink) => string,
) {
  const provinces = new Map<string, { name: string; href: string }[]>();
  for (const code of item.municipalities) {
    const place = archive.places.get(code);
    if (!place) continue;
    const name = placeName(place.province, item.language);
    const places = provinces.get(name) ?? [];
    places.push({
      name: placeName(place, item.language),
      href: linkIfPlanned(permalinks.municipality(item.language, code)),
    });
    provinces.set(name, places);
  }
  return [...provinces].map(([name, places]) => ({ name, places }));
}

/** A letter to the archive with the practice in it; "" where nobody reads letters. */
function stillSoHref({ item }: PracticeEntry, { archive }: RenderContext): string {
  const { email } = archive.site.publisher ?? {};
  if (!email) return "";
  const subject = textsOf(item.language, archive).stillSoSubject(item.title);
  const body = `${item.title}\n${archive.site.baseUrl}${permalinks.practice(item.language, item.id)}\n\n`;
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** Whether a text is one number. */
export const isTelephoneNumber = (text: string): boolean => /^\+?[\d\s()/.-]{5,20}$/.test(text);

/** Old contacts are written freely: only what is one address or one number becomes a link. */
function contactView(contact: PracticeEntry["item"]["contact"]) {
  if (!contact) return null;
  const { name = "", role = "", organisation = "", address = "", tel = "", fax = "", email = "" } = contact;
  return {
    name,
    role,
    organisation: bindWithHardSpaces(organisation),
    address: bindWithHardSpaces(address),
    fax,
    tel,
    isTelephone: isTelephoneNumber(tel),
    email,
    isEmail: /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(email),
  };
}

/** Adopters by id in the reader's language if there is one, then those stated as text. */
function adopters(
  entry: PracticeEntry,
  field: "adoptedFrom" | "adoptedBy",
  { context, link }: { readonly context: RenderContext; readonly link: RelativeUrl },
) {
  const edition = editionOf(context, entry.item.language);
  const joined = context.archive.adoptions.get(entry.item.id)?.[field === "adoptedFrom" ? "from" : "by"] ?? [];
  const editions = [edition, ...context.archive.editions.values()];
  const known = { has: (id: PracticeId) => editions.some(({ practicesById }) => practicesById.has(id)) };
  const written = entry.item[field].map((text) => toAdopter(text, known)).filter((adopter) => "text" in adopter);
  return [...joined, ...written].map((adopter: Adopter) => {
    if ("text" in adopter)
      return { title: bindWithHardSpaces(adopter.text), href: "", detail: "", language: entry.item.language };
    const found = editions.map(({ practicesById }) => practicesById.get(adopter.id)).find(Boolean);
    if (!found) return { title: adopter.id, href: "", detail: "", language: entry.item.language };
    const { item } = found;
    const place = placeNames(item.municipalities, context.archive.places, entry.item.language);
    const detail = [place || item.innovator, yearOf(item.date)].filter(Boolean).join(", ");
    return {
      title: bindWithHardSpaces(item.title),
      href: link(permalinks.practice(item.language, item.id)),
      detail,
      language: item.language,
    };
  });
}

/** How the practice went from place to place, as nested lists; "" where that says no more than its facts. */
function chainView({ item }: PracticeEntry, context: RenderContext, link: RelativeUrl): string {
  const edition = editionOf(context, item.language);
  const editions = [edition, ...context.archive.editions.values()];
  const find = (id: PracticeId): PracticeEntry["item"] | undefined =>
    editions.map(({ practicesById }) => practicesById.get(id)?.item).find(Boolean);
  const chain = adoptionChain(item.id, context.archive, find);
  if (!chain) return "";
  const write = ({ id, text, takenBy }: ChainLink): string => {
    const found = id && find(id);
    const detail = found
      ? [placeNames(found.municipalities, context.archive.places, item.language) || found.innovator, yearOf(found.date)]
          .filter(Boolean)
          .join(", ")
      : "";
    const title = found ? titleInChain(found, item, link) : escapeHtml(text || (id ?? ""));
    const others = takenBy.length > 0 ? `<ul>${takenBy.map(write).join("")}</ul>` : "";
    return `<li>${title}${detail ? ` <span class="detail">${escapeHtml(detail)}</span>` : ""}${others}</li>`;
  };
  return `<ul class="chain">${write(chain)}</ul>`;
}

function titleInChain(found: PracticeEntry["item"], shown: PracticeEntry["item"], link: RelativeUrl): string {
  if (found.id === shown.id) return `<strong aria-current="page">${escapeHtml(found.title)}</strong>`;
  const language = found.language === shown.language ? "" : ` lang="${found.language}" hreflang="${found.language}"`;
  return `<a href="${link(permalinks.practice(found.language, found.id))}"${language}>${escapeHtml(found.title)}</a>`;
}

function attachmentView(
  { file, title, language }: PracticeEntry["item"]["attachments"][number] & { readonly language: Language },
  context: RenderContext,
  link: RelativeUrl,
) {
  const media = context.archive.media.get(file);
  const type = (/\.([^.]+)$/.exec(file)?.[1] ?? "").toUpperCase();
  return { title, type, size: formatBytes(media?.bytes ?? 0, language), href: link(permalinks.media(file)) };
}

/** The form of the endpoint; a copy on a disk leads to the one of the published site. */
function nominationHref(
  { item }: PracticeEntry,
  { archive: { site }, target }: RenderContext,
  link: RelativeUrl,
): string {
  const path = `nominate/${item.id}?lang=${item.language}`;
  if (site.nominationEndpoint !== "") return `${site.nominationEndpoint}/${path}`;
  return target.has("endpoint") ? `${link("/" as Permalink)}${path}` : `${site.baseUrl}/${path}`;
}

function versions({ item }: PracticeEntry, { archive }: RenderContext, link: RelativeUrl) {
  return [...archive.editions.values()].flatMap(({ language, practicesById }) => {
    const other = practicesById.get(item.id);
    if (!other || language === item.language) return [];
    return [
      {
        language,
        title: other.item.title,
        href: link(permalinks.practice(language, item.id)),
        label: textsOf(language, archive).inThisLanguage,
      },
    ];
  });
}

function neighbour({ item }: PracticeEntry, link: RelativeUrl) {
  return { title: item.title, href: link(permalinks.practice(item.language, item.id)), year: yearOf(item.date) };
}
