import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { type CalendarDay, yearOf } from "../core/language/calendar-day.ts";
import { type Language, languageOfScript, languages } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { ExpectedSection, Places } from "../core/model/site.ts";
import { sectionsOf } from "../locales/sections-of.ts";
import { composeDocument } from "../read/compose-document.ts";
import { composeBody } from "./compose-body.ts";
import { composeFields, type ImportedFields } from "./compose-practice.ts";
import { findByKey, findSame, type KnownPractice } from "./find-known.ts";
import { createMunicipalityFinder } from "./find-municipality.ts";
import type { JudgedValues } from "./import-record.ts";
import { readListPage } from "./list-page.ts";
import { reportMenus } from "./menus.ts";
import { iidIn } from "./page-lines.ts";
import { createTargetRewriter, type PictureCopy } from "./pictures.ts";
import type { Source } from "./read-sources.ts";
import { type OldPractice, recognise } from "./recognise.ts";
import { splitPage } from "./split-page.ts";
import { titleOfFile } from "./title-of-file.ts";

export interface ImportOptions {
  readonly known: readonly KnownPractice[];
  readonly places: Places;
  readonly languages: readonly Language[];
  readonly today: CalendarDay;
  /** True: what is in the archive already is composed as well, to be compared with what it is now. */
  readonly updates?: boolean;
  /** True: a page with several practices becomes one for each. */
  readonly splits?: boolean;
  /** The parts that texts have in this archive, beside the usual ones. */
  readonly sections?: readonly ExpectedSection[];
}

/** A file to write, with the pictures to copy. */
export interface ImportedFile {
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  readonly pictures: readonly PictureCopy[];
  /** Name of the file that it was imported from. */
  readonly source: string;
  /** Of its row, where the source is a table. */
  readonly line?: number;
  readonly nominations: number;
  readonly iid: number | undefined;
  /** The same at every import of the same thing, within its source. */
  readonly key: string | undefined;
  /** From where title, date and place were taken. */
  readonly judged: JudgedValues;
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  /** What is in the archive already, as it would be imported now; only where updates are asked for. */
  readonly again: readonly ImportedFile[];
  /** Number of practices that are in the archive already. */
  readonly leftAlone: number;
  readonly findings: readonly Finding[];
}

/**
 * Pages of the old archive → practices. Pages that list others give summaries; two pages with one number are two language
 * versions of one practice; a practice that is in the archive already stays as it is. Writes nothing.
 *
 * Findings: import/*.
 */
export function importPages(sources: readonly Source[], options: ImportOptions): Imported {
  const { pages, summaries, findings } = sortPages(sources, options);
  const taken = new Set(options.known.map(({ id }) => id));
  const idByNumber = new Map(options.known.flatMap(({ iid, id }) => (iid === undefined ? [] : [[iid, id] as const])));
  const findMunicipality = createMunicipalityFinder(options.places);
  const files: ImportedFile[] = [];
  const again: ImportedFile[] = [];
  let leftAlone = 0;
  for (const page of pages) {
    const { practice, source } = page;
    const { iid, language } = practice;
    findings.push(...reportMenus(practice.menus, source.name));
    const composed = composeFields(practice, {
      source: source.name,
      summary: iid === undefined ? undefined : summaries.get(`${iid} ${language}`),
      titleOfFile: titleOfFile(source.file),
      today: options.today,
      findMunicipality,
    });
    const same = findKnown(page, composed, options.known);
    if (same && options.updates) {
      again.push({
        ...composeFile(page, composed, { ...options, id: same.id }).value,
        path: same.path,
      });
      continue;
    }
    const path = same?.path ?? findTwin(practice, files);
    if (path !== undefined) {
      leftAlone++;
      findings.push(finding("import/left-alone", source.name, { path }));
      continue;
    }
    const id =
      (iid === undefined ? undefined : idByNumber.get(iid)) ?? freeId(composed.title, yearOf(composed.date), taken);
    taken.add(id);
    if (iid !== undefined) idByNumber.set(iid, id);
    const imported = composeFile(page, composed, { ...options, id });
    files.push(imported.value);
    findings.push(...imported.findings);
  }
  return { files, again, leftAlone, findings };
}

interface RecognisedPage {
  readonly source: Source;
  readonly practice: OldPractice;
}

/** Separates practices from lists of practices. Summaries are by number and language; practices are sorted by language. */
function sortPages(sources: readonly Source[], options: ImportOptions) {
  const findings: Finding[] = [];
  const summaries = new Map<string, string>();
  const pages: RecognisedPage[] = [];
  for (const source of sources) {
    const listed = source.kind === "html" ? readListPage(source.text) : new Map<number, string>();
    for (const [iid, summary] of listed) summaries.set(`${iid} ${languageIn(summary)}`, summary);
    const practice = recognise(source.page, knownSections(options));
    if (practice?.second !== undefined) pages.push(...separate(source, practice, { options, findings }));
    else if (practice && (practice.sections.length > 0 || listed.size === 0))
      pages.push({ source, practice: withNumber(practice, source) });
    else if (listed.size === 0) findings.push(finding("import/not-a-practice", source.name, {}));
  }
  // The id of all versions is made from the title in the first language.
  pages.sort((a, b) => rank(a.practice) - rank(b.practice));
  return { pages, summaries, findings };
}

/** The sections of the archive, and the usual ones of old pages. */
function knownSections({ sections = sectionsOf({}) }: ImportOptions): readonly ExpectedSection[] {
  const own = new Set(sections.map(({ name }) => name));
  return [...sections, ...sectionsOf({}).filter(({ name }) => !own.has(name))];
}

/** The practices of a page that has several; none where that was not asked for, or where one has no title. Finding: import/several-practices. */
function separate(
  source: Source,
  practice: OldPractice,
  { options, findings }: { readonly options: ImportOptions; readonly findings: Finding[] },
): readonly RecognisedPage[] {
  const split = options.splits ? splitPage(source.page, knownSections(options)) : undefined;
  if (!split) {
    const { second: line = 1 } = practice;
    const parameters = { tried: options.splits === true };
    findings.push(finding("import/several-practices", source.name, parameters, { line, column: 1 }));
    return [];
  }
  findings.push(...reportMenus(split.above, source.name));
  return split.pages.flatMap((page, index) => {
    const part = recognise(page, knownSections(options));
    return part ? [{ source: { ...source, page, part: index + 1 }, practice: part }] : [];
  });
}

function findKnown(
  { practice: { language, iid }, source }: RecognisedPage,
  { title, fields }: ImportedFields,
  known: readonly KnownPractice[],
): KnownPractice | undefined {
  const candidate = { language, iid, title, fields, source: source.name, key: keyOfPage(source) };
  return findSame(candidate, known) ?? (iid === undefined ? findByKey(candidate, known) : undefined);
}

function keyOfPage({ file, part }: Source): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return part === undefined ? name : `${name}#${part}`;
}

/** The path of a practice of the same number that was imported before it. */
function findTwin({ iid, language }: OldPractice, files: readonly ImportedFile[]): string | undefined {
  const twin = files.find((file) => iid !== undefined && file.iid === iid && file.path.endsWith(`.${language}.md`));
  return twin?.path;
}

function composeFile(
  { practice, source }: RecognisedPage,
  composed: ImportedFields,
  { id, languages: spokenHere, sections }: ImportOptions & { readonly id: string },
): Result<ImportedFile> {
  const { language, iid } = practice;
  const targets = createTargetRewriter(source, id);
  const body = composeBody(practice, composed.unplaced, {
    source: source.name,
    isPlain: source.kind === "txt",
    rewriteTarget: targets.rewrite,
    ...(sections ? { expected: sections } : {}),
  });
  const notes = source.page.notes.map(({ text, line }) => targets.rewrite(text, line));
  const spoken = spokenHere.includes(language) ? language : (spokenHere[0] ?? language);
  const file: ImportedFile = {
    id,
    path: `practices/${yearOf(composed.date)}/${id}.${spoken}.md`,
    text: composeDocument(composed.fields, [body.value, ...notes].join("\n\n")),
    pictures: targets.copies,
    source: source.name,
    nominations: composed.nominations,
    iid,
    key: keyOfPage(source),
    judged: composed.judged,
  };
  return { value: file, findings: [...targets.findings, ...composed.findings, ...body.findings] };
}

const rank = ({ language }: OldPractice): number => languages.indexOf(language);

const languageIn = (text: string): Language => languageOfScript(/[а-я]/i.test(text) ? "Cyrl" : "Latn");

function withNumber(practice: OldPractice, { file }: Source): OldPractice {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return { ...practice, iid: iidIn(name) ?? practice.iid };
}

/** An id that no practice has: of the title, if need be with the year and a number. */
export function freeId(title: string, year: string, taken: ReadonlySet<string>): string {
  const base = slugify(title) || "praktika";
  if (!taken.has(base)) return base;
  for (let number = 1; ; number++) {
    const id = number === 1 ? `${base}-${year}` : `${base}-${year}-${number}`;
    if (!taken.has(id)) return id;
  }
}
