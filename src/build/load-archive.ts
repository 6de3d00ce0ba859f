import { hash } from "node:crypto";
import { assemble } from "../archive/assemble.ts";
import { checkSections } from "../content/check-sections.ts";
import { decode } from "../content/decode.ts";
import { parseDocument } from "../content/parse-document.ts";
import { type ContentFolder, type ContentListing, listContent, readSource } from "../content/read-content.ts";
import { readMedia } from "../content/read-media.ts";
import { parsePlaces, readDefaultPlaces } from "../content/read-places.ts";
import { createIssueValidator } from "../content/validate-issue.ts";
import { validatePage } from "../content/validate-page.ts";
import { createPracticeValidator } from "../content/validate-practice.ts";
import { defaultSite, validateSite, validateThemes } from "../content/validate-site.ts";
import { type Finding, finding, type Outcome } from "../diagnostics/finding.ts";
import { type Language, languages } from "../language/language.ts";
import type { BodyTools } from "../markdown/body-source.ts";
import { createMarkdownParsers, type MarkdownParsers } from "../markdown/create-markdown.ts";
import { createSanitizer } from "../markdown/create-sanitizer.ts";
import { renderBody } from "../markdown/render-body.ts";
import { summarize } from "../markdown/summarize.ts";
import type { Archive, Entry } from "../model/archive.ts";
import type { Body } from "../model/body.ts";
import type { Document, MediaFile, SourceFile } from "../model/document.ts";
import type { Issue } from "../model/issue.ts";
import type { Page } from "../model/page.ts";
import type { Practice } from "../model/practice.ts";
import type { Site, Vocabulary } from "../model/site.ts";
import { BodyStore } from "./body-store.ts";
import { identifyProgram } from "./program-identity.ts";
import { TextCache, type TextRecord, UnreadableFile } from "./text-cache.ts";

/** The archive and the rendered texts that belong to it. */
export interface LoadedArchive {
  readonly archive: Archive;
  /** Renders a text that was not rendered in this build because nothing in it has changed. */
  readonly bodyOf: (file: string) => Body;
  /** A hash of the bytes of a practice or page. */
  readonly textHashOf: (file: string) => string;
  /** Key: issue file, space, language. */
  readonly forewords: ReadonlyMap<string, Body>;
  /** A hash of all that decides, beside its own bytes, what comes of a text. */
  readonly textKey: string;
}

/** Called as files are read, for a progress bar. */
export type Progress = (done: number, total: number) => void;

export interface LoadOptions {
  readonly content: ContentFolder;
  readonly withDrafts: boolean;
  /** Where what comes of texts is remembered; undefined: nowhere. */
  readonly cache: string | undefined;
  readonly readOnly: boolean;
  readonly progress: Progress;
}

/**
 * content/ → Archive: read, parse, validate, render each text, assemble. Every file is looked at, however many
 * have problems, so that an editor sees all of them at once.
 */
export async function loadArchive(options: LoadOptions): Promise<Outcome<LoadedArchive>> {
  const { content: folder, withDrafts, progress } = options;
  const findings: Finding[] = [];
  const keep = <Value>(outcome: Outcome<Value>): Value => {
    // Not by spreading: a file may have more findings than a call may have arguments.
    for (const finding of outcome.findings) findings.push(finding);
    return outcome.value;
  };
  const listing = keep(listContent(folder));
  const vocabulary = loadVocabulary(folder, listing, keep);
  const media = listing.media.map((file) => keep(readMedia(folder, file))).filter((file) => file !== undefined);
  const tools = await createBodyTools(vocabulary.site, media);
  const textKey = keyOf(vocabulary, media);
  const cache = new TextCache({ ...options, content: folder, folder: options.cache, key: textKey });

  const broken = new Set<string>();
  const bodies = new BodyStore();
  const hashes = new Map<string, string>();
  const total = listing.practices.length + listing.pages.length;
  let done = 0;
  const loadEntries = <Item extends Practice | Page>(files: readonly string[], kind: TextKind<Item>): Entry<Item>[] =>
    files.flatMap((file) => {
      progress(++done, total);
      const record = takeText(file, cache, (bytes) => {
        const { body, ...made } = readText(file, bytes, kind, vocabulary, tools, folder);
        if (body && made.entry) bodies.set(file, body);
        return made;
      });
      for (const finding of record.findings) findings.push(finding);
      hashes.set(file, record.hash);
      if (!record.entry) broken.add(idOf(file));
      return record.entry ? [record.entry as Entry<Item>] : [];
    });
  const practiceTexts: TextKind<Practice> = { validate: createPracticeValidator(vocabulary), check: checkSections };
  const pageTexts: TextKind<Page> = {
    validate: (document) => validatePage(document, vocabulary.site.languages),
    check: () => [],
  };
  const practices = loadEntries(listing.practices, practiceTexts);
  const pages = loadEntries(listing.pages, pageTexts);
  cache.save();
  const issues = loadIssues(folder, listing, vocabulary, keep);
  const forewords = keep(renderForewords(issues, folder, tools));
  const archive = keep(
    assemble({
      vocabulary,
      practices,
      pages,
      issues,
      media,
      forewords: linkingForewords(forewords),
      withDrafts,
      broken,
    }),
  );
  const languageOf = new Map([...practices, ...pages].map(({ item }) => [item.file, item.language]));
  const bodyOf = (file: string): Body => {
    const known = bodies.get(file);
    if (known) return known;
    const source = readSource(folder, file).value;
    const document = source && parseDocument(source).value;
    const language = languageOf.get(file);
    if (!document || !language) throw new Error(`no text of ${file}`);
    const body = renderBody(toBodySource(document, folder), language, tools).value;
    bodies.set(file, body);
    return body;
  };
  const textHashOf = (file: string): string => hashes.get(file) ?? "";
  return { value: { archive, bodyOf, textHashOf, forewords, textKey }, findings };
}

/** What differs between the texts of practices and those of pages. */
interface TextKind<Item extends Practice | Page> {
  readonly validate: (document: Document) => Outcome<Item | undefined>;
  readonly check: (item: Item, body: Body, document: Document) => readonly Finding[];
}

function readText<Item extends Practice | Page>(
  file: string,
  bytes: Buffer,
  { validate, check }: TextKind<Item>,
  { site }: Vocabulary,
  tools: BodyTools,
  folder: ContentFolder,
): TextRecord & { readonly body?: Body | undefined } {
  const source = decode(file, bytes);
  const findings: Finding[] = [...source.findings];
  const keep = <Value>(outcome: Outcome<Value>): Value => {
    for (const finding of outcome.findings) findings.push(finding);
    return outcome.value;
  };
  const document = source.value && keep(parseDocument(source.value));
  if (!document) return { findings };
  const item = keep(validate(document));
  const body = keep(renderBody(toBodySource(document, folder), item?.language ?? site.languages[0], tools));
  if (!item) return { findings };
  for (const finding of check(item, body, document)) findings.push(finding);
  const summary = item.summary ?? summarize(body.firstParagraph);
  const entry = { item, outline: body.outline, summary } as Entry<Practice> | Entry<Page>;
  return { entry, findings, body };
}

/** A file that cannot be read is a finding. */
function takeText(
  file: string,
  cache: TextCache,
  read: (bytes: Buffer) => TextRecord,
): TextRecord & { readonly hash: string } {
  try {
    return cache.take(file, read);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { hash: "", findings: [finding("content/unreadable", file, { reason: error.message })] };
  }
}

function keyOf({ site, themes, places }: Vocabulary, media: readonly MediaFile[]): string {
  const values = [identifyProgram(), site, [...themes], [...places], media];
  return hash("sha256", JSON.stringify(values));
}

type Keep = <Value>(outcome: Outcome<Value>) => Value;

function loadVocabulary(folder: ContentFolder, listing: ContentListing, keep: Keep): Vocabulary {
  const read = (file: string | undefined): SourceFile | undefined =>
    file ? keep(readSource(folder, file)) : undefined;
  const siteFile = read(listing.site);
  if (!listing.site) keep({ value: undefined, findings: [finding("site/missing", `${folder.name}/site.yaml`, {})] });
  const site = (siteFile && keep(validateSite(siteFile))) ?? defaultSite;
  const themesFile = read(listing.themes);
  const themes = themesFile ? keep(validateThemes(themesFile)) : new Map();
  const placesFile = read(listing.places);
  const ownPlaces = placesFile ? keep(parsePlaces(placesFile)) : undefined;
  const places = ownPlaces?.size ? ownPlaces : readDefaultPlaces();
  return { site, themes, places };
}

async function createBodyTools(site: Site, media: readonly MediaFile[]): Promise<BodyTools> {
  const entries = languages.map((language): [Language, MarkdownParsers] => [
    language,
    createMarkdownParsers(language, site.rawHtml),
  ]);
  return {
    parsers: Object.fromEntries(entries) as Record<Language, MarkdownParsers>,
    media: new Map(media.map((file) => [file.path, file])),
    sanitize: site.rawHtml ? await createSanitizer() : undefined,
  };
}

function toBodySource({ path, body, bodyLine }: Document, { name }: ContentFolder) {
  return { file: path, folder: path.slice(name.length + 1, path.lastIndexOf("/")), text: body, firstLine: bodyLine };
}

function loadIssues(
  folder: ContentFolder,
  listing: ContentListing,
  vocabulary: Vocabulary,
  keep: Keep,
): readonly Issue[] {
  const validate = createIssueValidator(vocabulary);
  return listing.issues.flatMap((file) => {
    const source = keep(readSource(folder, file));
    const issue = source && keep(validate(source));
    return issue ? [issue] : [];
  });
}

function renderForewords(
  issues: readonly Issue[],
  { name }: ContentFolder,
  tools: BodyTools,
): Outcome<ReadonlyMap<string, Body>> {
  const forewords = new Map<string, Body>();
  const findings: Finding[] = [];
  for (const { file, foreword } of issues) {
    for (const [language, text] of Object.entries(foreword ?? {})) {
      const source = { file, folder: file.slice(name.length + 1, file.lastIndexOf("/")), text, firstLine: 1 };
      const outcome = renderBody(source, language as Language, tools);
      forewords.set(`${file} ${language}`, outcome.value);
      findings.push(...outcome.findings);
    }
  }
  return { value: forewords, findings };
}

function linkingForewords(forewords: ReadonlyMap<string, Body>) {
  return [...forewords].map(([key, { outline }]) => {
    const border = key.lastIndexOf(" ");
    return { item: { file: key.slice(0, border), language: key.slice(border + 1) as Language }, outline };
  });
}

function idOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/(\.[^.]+)?\.md$/, "");
}
