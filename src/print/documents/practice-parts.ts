import { permalinks } from "../../archive/permalinks.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { finding } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Paper } from "../../core/model/fields/field.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { ReaderTexts } from "../../locales/texts-of.ts";
import type { RenderContext } from "../../pages/kit/context.ts";
import { findTarget } from "../../pages/kit/resolve-links.ts";
import { factsOn } from "../../pages/practice/plain-facts.ts";
import { isTelephoneNumber, practiceView } from "../../pages/practice/practice-view.ts";
import { type TextCode, writeBody } from "../typst/body-code.ts";
import { Code, call, join, type TypstValue } from "../typst/code.ts";
import type { Letters } from "../typst/letters.ts";
import type { PictureShelf } from "../typst/pictures.ts";
import type { PaperLink, Place, TextOptions } from "../typst/text-options.ts";
import { writeText } from "../typst/text-runs.ts";

/** What a document of paper is written from, and what is noted down on the way. */
export interface DocumentDraft {
  readonly context: RenderContext;
  readonly letters: Letters;
  readonly pictures: Pick<PictureShelf, "describe">;
  /** Practices of this document, by permalink: links to them name their pages. */
  readonly labels: ReadonlyMap<Permalink, string>;
  /** Places of blocks, by name. */
  readonly places: Map<string, Place>;
  readonly findings: Finding[];
}

export function startDraft(
  parts: Pick<DocumentDraft, "context" | "letters" | "pictures"> & Partial<Pick<DocumentDraft, "labels">>,
): DocumentDraft {
  return { labels: new Map(), ...parts, places: new Map(), findings: [] };
}

/** A line of facts: a label and what stands under it. No interface: only a type can be handed to a template as it is. */
export type Fact = { readonly label: string; readonly lines: readonly TypstValue[] };

export type PracticeView = ReturnType<typeof practiceView>;

/** The practice as its page shows it, with whole addresses, and without what is not to stand on this paper. */
export function viewPractice(
  entry: PracticeEntry,
  { context }: Pick<DocumentDraft, "context">,
  paper: Paper,
): PracticeView {
  const { baseUrl } = context.archive.site;
  const view = practiceView(context, entry, (permalink) => baseUrl + permalink);
  return { ...view, plainFacts: factsOn(paper, view.plainFacts) };
}

/** Writes texts of the front matter of one file. */
export function createFieldWriter(draft: DocumentDraft, file: string): (text: string) => Code {
  return (text) => writeText(text, { letters: draft.letters, file, missing: createSignReport(draft, file) });
}

/** Finding: print/missing-letter, once for each file, with all the signs that it lacks. */
function createSignReport({ findings }: DocumentDraft, file: string): TextOptions["missing"] {
  return (sign, { text }) => {
    const at = findings.findIndex((one) => one.code === "print/missing-letter" && one.file === file);
    const reported = findings[at];
    if (reported?.code !== "print/missing-letter") {
      const parameters = { signs: sign, count: 1, near: text };
      findings.push(finding("print/missing-letter", file, parameters, { line: 1, text: sign }));
      return;
    }
    const signs = reported.parameters.signs.split(" ");
    if (signs.includes(sign)) return;
    const parameters = { ...reported.parameters, signs: [...signs, sign].join(" "), count: signs.length + 1 };
    findings[at] = { ...reported, parameters };
  };
}

export interface TextPlacement {
  readonly file: string;
  readonly language: Language;
  readonly prefix: string;
  readonly lower: number;
  readonly notes: TextOptions["notes"];
}

/** The rendered text of a file, or of an issue's foreword. */
export function writeTextOf(
  body: Parameters<typeof writeBody>[0],
  placement: TextPlacement,
  draft: DocumentDraft,
): TextCode {
  const { file, language, prefix } = placement;
  let count = 0;
  return writeBody(body, {
    ...placement,
    letters: draft.letters,
    resolve: createResolver(language, draft),
    picture: (path) => draft.pictures.describe(path),
    place: (place) => {
      const name = `${prefix}/${count++}`;
      draft.places.set(name, place);
      return name;
    },
    missing: createSignReport(draft, file),
  });
}

function createResolver(
  language: Language,
  { context, labels }: DocumentDraft,
): (href: string) => PaperLink | undefined {
  const { archive } = context;
  const { baseUrl } = archive.site;
  return (href) => {
    const [, kind = "", written = "", fragment = ""] = /^(practice|page|file):([^#]*)(#.*)?$/.exec(href) ?? [];
    if (kind === "") return /^[a-z][a-z0-9+.-]*:/i.test(href) ? { url: href } : undefined;
    const id = decode(written);
    if (kind === "file") return { url: baseUrl + permalinks.media(id) + fragment };
    const found = findTarget(archive, language, { kind, id });
    if (!found) return undefined;
    const label = labels.get(found.permalink);
    return { url: baseUrl + found.permalink + fragment, ...(label ? { label } : {}) };
  };
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The address of a site, with its letters, by which the template knows whether a line has room for it. */
function siteLink(url: string, write: (text: string) => Code): Code {
  const address = bareUrl(url);
  return call("site-link", url, address.length, write(address));
}

/** Who, when, where, on what, with what result. */
export function factsOf(view: PracticeView, t: ReaderTexts, write: (text: string) => Code): readonly Fact[] {
  const { status } = view;
  const checked = status?.checked ? `, ${t.statusChecked} ${status.checked.text}` : "";
  const { nominations } = view;
  const asOf = nominations?.asOf ? ` (${t.asOf} ${nominations.asOf.text})` : "";
  return [
    ...(view.projectUrl ? [{ label: t.projectPage, lines: [siteLink(view.projectUrl, write)] }] : []),
    ...(view.innovator || view.lacks.innovator
      ? [{ label: t.innovator, lines: [write(view.innovator?.name ?? t.notStated)] }]
      : []),
    { label: t.date, lines: [write(view.date.text)] },
    ...(view.provinces.length > 0
      ? [
          {
            label: t.place,
            lines: view.provinces.flatMap(({ name, places }) => [
              write(places.map((place) => place.name).join(", ")),
              call("quiet-line", write(t.province(name))),
            ]),
          },
        ]
      : []),
    ...(view.sizes.length > 0
      ? [
          {
            label: t.sizes.fact,
            lines: [
              write(view.sizes.map(({ text }) => text).join(", ")),
              ...(view.inhabitants ? [call("quiet-line", write(view.inhabitants))] : []),
            ],
          },
        ]
      : []),
    ...(view.themes.length > 0 ? [{ label: t.themes, lines: view.themes.map(({ name }) => write(name)) }] : []),
    ...(status || view.lacks.status
      ? [{ label: t.status, lines: [write((status?.text ?? t.notStated) + checked)] }]
      : []),
    ...view.plainFacts.facts.map((fact) => plainFact(fact, t.notStated, write)),
    ...(nominations ? [{ label: t.nominations, lines: [write(nominations.text + asOf)] }] : []),
  ];
}

/** What another municipality asks before it copies a practice. */
export function transferOf(view: PracticeView, t: ReaderTexts, write: (text: string) => Code): readonly Fact[] {
  const adopters = (list: PracticeView["adoptedBy"]): readonly Code[] =>
    list.map(({ title, detail, href }) => {
      const name = href ? call("link", href, write(title)) : write(title);
      return detail ? join([name, write(` (${detail})`)]) : name;
    });
  const facts: readonly Fact[] = [
    { label: t.adoptedFrom, lines: adopters(view.adoptedFrom) },
    { label: t.adoptedBy, lines: adopters(view.adoptedBy) },
    { label: t.awards, lines: view.awards.map(({ name, year }) => write(year ? `${name}, ${year}` : name)) },
    {
      label: t.attachments,
      lines: view.attachments.map(({ title, type, size, href }) =>
        join([call("link", href, write(title)), write(` (${type}, ${size})`)]),
      ),
    },
  ];
  return [
    ...view.plainFacts.transfer.map((fact) => plainFact(fact, t.notStated, write)),
    ...facts.filter(({ lines }) => lines.length > 0),
  ];
}

function plainFact(
  { label, paragraphs, href }: PracticeView["plainFacts"]["facts"][number],
  notStated: string,
  write: (text: string) => Code,
): Fact {
  if (paragraphs.length === 0) return { label, lines: [call("not-stated", notStated)] };
  return {
    label,
    lines: paragraphs.map((text) => (href ? call("link", href, write(bareUrl(text))) : write(text))),
  };
}

/** Whom to ask; undefined if the practice does not say. */
export function contactOf(view: PracticeView, t: ReaderTexts, write: (text: string) => Code): Fact | undefined {
  const { contact } = view;
  if (!contact) return undefined;
  const { name, role, organisation, address, tel, fax, email, isTelephone, isEmail } = contact;
  const dial = tel.replace(/[^+\d]/g, "");
  // A number is dialled as it is read: on one line. What editors write instead of one may be long.
  const number = (text: string): Code => (isTelephoneNumber(text) ? call("whole", write(text)) : write(text));
  return {
    label: t.contact,
    lines: [
      ...[name, role, organisation, address].filter((line) => line !== "").map(write),
      ...(tel
        ? [join([write(`${t.contactTel}\u00a0`), isTelephone ? call("link", `tel:${dial}`, number(tel)) : number(tel)])]
        : []),
      ...(fax ? [join([write(`${t.contactFax}\u00a0`), number(fax)])] : []),
      ...(email ? [isEmail ? call("link", `mailto:${email}`, write(email)) : write(email)] : []),
    ],
  };
}

export function bareUrl(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/** Of a title that is to stand on one line. */
export function shorten(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
}

/** Letters of all lines of facts: how much room they take. */
export function lettersOf(facts: readonly { readonly lines: readonly TypstValue[] }[]): number {
  // Of code the texts in it.
  const size = (value: TypstValue): number =>
    value instanceof Code
      ? [...value.text.matchAll(/"(?:[^"\\]|\\.)*"/g)].reduce((sum, [text]) => sum + text.length - 2, 0)
      : String(value).length;
  return facts.reduce((sum, { lines }) => sum + lines.reduce((all: number, line) => all + size(line), 0), 0);
}
