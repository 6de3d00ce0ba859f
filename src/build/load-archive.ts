import { assemble } from "../archive/assemble.ts";
import { checkSections } from "../content/check-sections.ts";
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
import type { Archive, PageEntry, PracticeEntry } from "../model/archive.ts";
import type { Body } from "../model/body.ts";
import type { Document, MediaFile, SourceFile } from "../model/document.ts";
import type { Issue } from "../model/issue.ts";
import type { Page } from "../model/page.ts";
import type { Practice } from "../model/practice.ts";
import type { Site, Vocabulary } from "../model/site.ts";

/** The archive and the rendered texts that belong to it. */
export interface LoadedArchive {
  readonly archive: Archive;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Key: issue file, space, language. */
  readonly forewords: ReadonlyMap<string, Body>;
}

/** Called as files are read, for a progress bar. */
export type Progress = (done: number, total: number) => void;

/**
 * content/ → Archive: read, parse, validate, render each text, assemble. Every file is looked at, however many
 * have problems, so that an editor sees all of them at once.
 */
export async function loadArchive(
  folder: ContentFolder,
  withDrafts: boolean,
  progress: Progress,
): Promise<Outcome<LoadedArchive>> {
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

  const broken = new Set<string>();
  const bodies = new Map<string, Body>();
  const total = listing.practices.length + listing.pages.length;
  let done = 0;
  const loadEntries = <Item extends Practice | Page>(
    files: readonly string[],
    validate: (document: Document) => Outcome<Item | undefined>,
    check: (item: Item, body: Body, document: Document) => readonly Finding[],
  ) =>
    files.flatMap((file) => {
      progress(++done, total);
      const source = keep(readSource(folder, file));
      const document = source && keep(parseDocument(source));
      const item = document && keep(validate(document));
      const body =
        document &&
        keep(renderBody(toBodySource(document, folder), item?.language ?? vocabulary.site.languages[0], tools));
      if (!item || !body) {
        broken.add(idOf(file));
        return [];
      }
      findings.push(...check(item, body, document));
      bodies.set(file, body);
      return [{ item, outline: body.outline, summary: item.summary ?? summarize(body.firstParagraph) }];
    });
  const practices: PracticeEntry[] = loadEntries(
    listing.practices,
    createPracticeValidator(vocabulary),
    (practice, body, document) => checkSections(practice, body, document),
  );
  const pages: PageEntry[] = loadEntries(
    listing.pages,
    (document) => validatePage(document, vocabulary.site.languages),
    () => [],
  );
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
  return { value: { archive, bodies, forewords }, findings };
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
