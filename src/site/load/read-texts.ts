import { type Cell, Cells } from "../../core/cells/cells.ts";
import { TrackedMap, trackFields, trackWhole } from "../../core/cells/tracked.ts";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { perLanguage } from "../../core/language/language.ts";
import type { Entry } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { Document, MediaFile } from "../../core/model/document.ts";
import type { Page } from "../../core/model/page.ts";
import type { Practice } from "../../core/model/practice.ts";
import type { Site, SiteData, Vocabulary } from "../../core/model/site.ts";
import { checkSections } from "../../read/check-sections.ts";
import { decode } from "../../read/decode.ts";
import type { BodyTools } from "../../read/markdown/body-source.ts";
import { createMarkdownParser } from "../../read/markdown/create-markdown.ts";
import { createSanitizer } from "../../read/markdown/create-sanitizer.ts";
import { renderBody } from "../../read/markdown/render-body.ts";
import { summarize } from "../../read/markdown/summarize.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentFolder, type ContentListing, listContent, readSource } from "../../read/read-content.ts";
import { readData } from "../../read/read-data.ts";
import { readMedia } from "../../read/read-media.ts";
import { findByName, listCodesByName } from "../../read/schema/vocabulary-fields.ts";
import { idOf } from "../../read/text-file.ts";
import { unreadable } from "../../read/unreadable.ts";
import { validatePage } from "../../read/validate-page.ts";
import { createPracticeValidator } from "../../read/validate-practice.ts";
import { withoutFollowUps } from "../../read/without-follow-ups.ts";
import type { CachedText, TextRecord } from "../incremental/folder-cache.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { shortHash } from "../incremental/short-hash.ts";
import { TextCache, type TextCacheOptions, UnreadableFile } from "../incremental/text-cache.ts";
import type { BodyStore } from "./body-store.ts";
import { type FormerContent, keepData, keepListing, keepMedia, keepVocabulary } from "./keep-former.ts";
import { loadVocabulary } from "./load-vocabulary.ts";

export interface TextsOptions {
  readonly content: ContentFolder;
  /** Where what comes of texts is remembered; undefined: nowhere. */
  readonly cache: string | undefined;
  readonly readOnly: boolean;
  /** See `TextCacheOptions`. */
  readonly stateOf?: TextCacheOptions["stateOf"];
  /** Gets the rendered texts. */
  readonly bodies: BodyStore;
  /** What was read before: it stands for what can no longer be read. */
  readonly former?: FormerContent | undefined;
}

/** The content folder, ready for its texts to be read. */
export interface Texts {
  readonly listing: ContentListing;
  readonly vocabulary: Vocabulary;
  readonly media: readonly MediaFile[];
  readonly data: SiteData;
  readonly tools: BodyTools;
  readonly cache: TextCache;
  /** Of all but the texts. */
  readonly findings: readonly Finding[];
  /** Reads, parses, validates and renders one; or takes from the cache what came of it. Findings: those of its text. */
  read(file: string): CachedText;
}

/** Reads everything that decides what comes of a text, and lists the texts. */
export async function openTexts(options: TextsOptions): Promise<Texts> {
  const { content: folder, bodies, former } = options;
  const findings: Finding[] = [];
  const keep = <Value>(outcome: Result<Value>): Value => {
    findings.push(...outcome.findings);
    return outcome.value;
  };
  const listing = keepListing(keep(listContent(folder)), former?.listing);
  const loaded = loadVocabulary(folder, listing);
  const vocabulary = keepVocabulary(keep(loaded), loaded.findings, former?.vocabulary);
  const media = listing.media.flatMap((file) => {
    const outcome = readMedia(folder, file);
    return keep(outcome) ?? keepMedia(file, outcome.findings, former?.media ?? []) ?? [];
  });
  const written = readData(listing.data.flatMap((file) => keep(readSource(folder, file)) ?? []));
  const data = keepData(keep(written), findings, former?.data);
  const unpublished = findings.flatMap(({ code, file }) =>
    code === "media/unknown-type" ? [file.slice(folder.name.length + 1).normalize("NFC")] : [],
  );
  const sanitize = vocabulary.site.rawHtml ? await createSanitizer() : undefined;
  const cells = new Cells(shortHash);
  const tracked = trackVocabulary(vocabulary, { media, unpublished, pages: listing.pages.map(idOf) }, cells);
  const rules = cells.record(() => createReader(tracked, sanitize, folder));
  const { tools } = rules.value;
  const readBytes = (file: string, bytes: Buffer): TextRecord => {
    const reading = cells.record(() => rules.value.read(file, bytes));
    const { body, ...record } = reading.value;
    if (body !== undefined) bodies.setJson(file, body);
    // What all texts go by is part of the key.
    const own = reading.reads.difference(rules.reads);
    const looked = listNames(own);
    return own.size > 0 ? { ...record, looked, lookedAt: tokensOf(looked) } : record;
  };
  const known = new Map<string, string>();
  // Many texts look at the same.
  const tokensOf = (looked: string): string => {
    const names: Names = known.has(looked) ? [] : JSON.parse(looked);
    const token = known.get(looked) ?? shortHash(names.map(([source, key]) => cells.tokenAt(source, key)).join(" "));
    known.set(looked, token);
    return token;
  };
  const key = tokensOf(listNames(rules.reads));
  const cache = new TextCache({
    content: folder,
    folder: options.cache,
    readOnly: options.readOnly,
    stateOf: options.stateOf,
    key: `${identifyProgram()} ${key}`,
    isCurrent: ({ looked, lookedAt }) => looked === undefined || tokensOf(looked) === lookedAt,
  });
  const read = (file: string) => takeText(file, cache, (bytes) => readBytes(file, bytes));
  return { listing, vocabulary, media, data, tools, cache, findings, read };
}

type Names = readonly (readonly [source: string, key: string])[];

/** As one text: there are several for each text of the archive. */
function listNames(cells: ReadonlySet<Cell>): string {
  return JSON.stringify(Array.from(cells, ({ source, key }): Names[number] => [source, key]));
}

/** Files that texts may show or link, and paths of those that are not published. */
interface Files {
  readonly media: readonly MediaFile[];
  readonly unpublished: readonly string[];
  /** Ids of pages, by their files. */
  readonly pages: readonly string[];
}

/** What texts may refer to, which notes what of it they look at. */
function trackVocabulary(
  { site, themes, places, fields }: Vocabulary,
  { media, unpublished, pages }: Files,
  cells: Cells,
) {
  const allFields = trackWhole(cells, "fields", fields);
  const codesNamed = findByName(() => listCodesByName(places));
  const nameCell = cells.addSource("place name", (key) => codesNamed(key)?.join(" ") ?? "");
  return {
    remember: cells.remember,
    codesNamed: (key: string) => {
      cells.note(nameCell(key));
      return codesNamed(key);
    },
    site: trackFields(cells, "site", site),
    themes: new TrackedMap(cells, "theme", themes),
    places: new TrackedMap(cells, "place", places),
    get fields() {
      return allFields();
    },
    media: new TrackedMap(cells, "media", new Map(media.map((file) => [file.path, file]))),
    pages: new TrackedMap(cells, "page file", new Map(pages.map((id) => [id, true]))),
    unpublished: new TrackedMap(cells, "unpublished", new Map(unpublished.map((path) => [path, true]))),
  };
}

/** All that is the same for all texts. */
function createReader(
  { media, unpublished, pages, ...vocabulary }: ReturnType<typeof trackVocabulary>,
  sanitize: BodyTools["sanitize"],
  folder: ContentFolder,
) {
  const { site } = vocabulary;
  const { languages: siteLanguages, rawHtml } = site;
  const parsers = perLanguage((language) => createMarkdownParser(language, rawHtml));
  const tools: BodyTools = {
    parsers,
    media,
    pages,
    site,
    sanitize,
    get unpublished() {
      return new Set(unpublished.keys());
    },
  };
  const check: TextKind<Practice>["check"] = (item, body, document) => checkSections(item, body, { document, site });
  const practice: TextKind<Practice> = { validate: createPracticeValidator(vocabulary), check };
  const page: TextKind<Page> = { validate: (document) => validatePage(document, siteLanguages), check: () => [] };
  const read = (file: string, bytes: Buffer) => {
    const surroundings = { folder, site, tools };
    return file.startsWith(`${folder.name}/pages/`)
      ? readText({ file, bytes }, page, surroundings)
      : readText({ file, bytes }, practice, surroundings);
  };
  return { tools, read };
}

/** What differs between the texts of practices and those of pages. */
interface TextKind<Item extends Practice | Page> {
  readonly validate: (document: Document) => Result<Item | undefined>;
  readonly check: (item: Item, body: Body, document: Document) => readonly Finding[];
}

/** What reading a text needs beside the text. */
interface Surroundings {
  readonly folder: ContentFolder;
  readonly site: Site;
  readonly tools: BodyTools;
}

function readText<Item extends Practice | Page>(
  text: { readonly file: string; readonly bytes: Buffer },
  kind: TextKind<Item>,
  surroundings: Surroundings,
): ReadText {
  const read = readWhole(text, kind, surroundings);
  return { ...read, findings: withoutFollowUps(read.findings) };
}

/** The body as JSON: it is told apart from others by it, and waits as such until its page is made. */
type ReadText = TextRecord & { readonly body?: string };

function readWhole<Item extends Practice | Page>(
  { file, bytes }: { readonly file: string; readonly bytes: Buffer },
  { validate, check }: TextKind<Item>,
  { folder, site, tools }: Surroundings,
): ReadText {
  const source = decode(file, bytes);
  const findings: Finding[] = [...source.findings];
  const keep = <Value>(outcome: Result<Value>): Value => {
    for (const finding of outcome.findings) findings.push(finding);
    return outcome.value;
  };
  const parsed = source.value && parseDocument(source.value);
  if (parsed) keep(parsed);
  const document = parsed?.value ?? parsed?.tentative;
  if (!document) return { findings };
  const item = keep(validate(document));
  const body = keep(renderBody(toBodySource(document, folder), item?.language ?? site.languages[0], tools));
  if (!item) return { findings };
  for (const finding of check(item, body, document)) findings.push(finding);
  // What was not read whole is not published.
  if (!parsed?.value) return { findings };
  const summary = item.summary ?? summarize(body.firstParagraph);
  const entry = { item, outline: body.outline, summary } as Entry<Practice> | Entry<Page>;
  const written = JSON.stringify(body);
  const tokens = { record: shortHash(JSON.stringify([item, summary])), text: shortHash(written) };
  return { entry, findings, tokens, body: written };
}

/** A file that cannot be read is a finding. */
function takeText(file: string, cache: TextCache, read: (bytes: Buffer) => TextRecord): CachedText {
  try {
    return cache.take(file, read);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const findings = [unreadable(file, error.cause)];
    return { hash: "", bytes: -1, modified: -1, changed: -1, inode: -1, findings };
  }
}

/** A text as rendering takes it. */
export function toBodySource({ path, body, bodyLine }: Document, { name }: ContentFolder) {
  return { file: path, folder: path.slice(name.length + 1, path.lastIndexOf("/")), text: body, firstLine: bodyLine };
}
