import { type ArchiveParts, arrange } from "../../archive/assemble.ts";
import type { PartsRead } from "../../archive/parts-read.ts";
import { createEntryTracker } from "../../archive/tracked-entry.ts";
import { Cells } from "../../core/cells/cells.ts";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive, Entry } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { Issue } from "../../core/model/issue.ts";
import type { Page } from "../../core/model/page.ts";
import type { Practice } from "../../core/model/practice.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { BodyTools } from "../../read/markdown/body-source.ts";
import { renderBody } from "../../read/markdown/render-body.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentFolder, type ContentListing, readSource } from "../../read/read-content.ts";
import { idOf } from "../../read/text-file.ts";
import { createIssueValidator } from "../../read/validate-issue.ts";
import { type CachedText, opensEntry } from "../incremental/folder-cache.ts";
import { shortHash } from "../incremental/short-hash.ts";
import type { SecondProcess } from "../second-process/second-process.ts";
import { packTexts, unpackTexts } from "../second-process/shared-texts.ts";
import type { BodyStore } from "./body-store.ts";
import { keepCertain } from "./certain-findings.ts";
import { isUnreadable } from "./keep-former.ts";
import { type ArrangedArchive, type ArrangementOptions, KeptArrangement } from "./kept-arrangement.ts";
import { openTexts, type Texts, type TextsOptions, toBodySource } from "./read-texts.ts";

/** The archive and the rendered texts that belong to it. */
export interface LoadedArchive {
  /** Its entries note who looks into them. */
  readonly archive: Archive;
  readonly cells: Cells;
  /** Renders a text that was not rendered in this build because nothing in it has changed. Notes who looks at it. */
  readonly bodyOf: (file: string) => Body;
  /** To be called when something is taken that was made of a whole text. */
  readonly noteText: (file: string) => void;
  /** Puts what a text says now into the archive. It must not move in it; its record must have been replaced before. */
  readonly replace: (entry: Entry<Practice> | Entry<Page>) => void;
  /** Tells what has been read of a practice or page from what another text would give. */
  readonly tokenOf: (file: string) => string;
  /** Key: issue file, space, language. */
  readonly forewords: ReadonlyMap<string, Body>;
  /** Where it is kept how the archive is arranged. */
  readonly kept?: KeptArrangement | undefined;
}

/** Called as files are read, for a progress bar. */
export type Progress = (done: number, total: number) => void;

export interface LoadOptions extends TextsOptions {
  /** Where it is remembered how the archive is arranged; undefined: nowhere. */
  readonly arrangements?: ArrangementOptions["cache"] | undefined;
  readonly withDrafts: boolean;
  readonly progress: Progress;
  /** Reads half of the texts, if there is one. */
  readonly second?: SecondProcess | undefined;
}

/** What came of each text, by file. */
export type Records = ReadonlyMap<string, CachedText>;

/** What is arranged of them. */
type ArrangedRecord = Pick<CachedText, "entry" | "findings" | "tokens">;

const nothingFound: readonly Finding[] = [];

/** To be called when all is arranged: from then on only their tokens are asked for. */
export function keepTokens(records: Map<string, ArrangedRecord>): void {
  for (const [file, { tokens }] of records) records.set(file, { tokens, findings: nothingFound });
}

/**
 * content/ → Archive: read, parse, validate, render each text, assemble. Every file is looked at, however many
 * have problems, so that an editor sees all of them at once.
 */
export async function loadArchive(options: LoadOptions): Promise<Result<LoadedArchive>> {
  const texts = await openTexts(options);
  const { practices, pages } = texts.listing;
  const records = new Map<string, CachedText>();
  const files = [...practices, ...pages];
  const note = (file: string, record: CachedText) => {
    records.set(file, record);
    options.progress(records.size, files.length);
  };
  if (options.second) await shareReading(files, texts, { ...options, second: options.second, records, note });
  else for (const file of files) note(file, texts.read(file));
  texts.cache.save();
  const assembled = assembleTexts(texts, records, { ...options, keeps: options.arrangements });
  keepTokens(records);
  return assembled;
}

/** Reads texts in two processes. Throws `SecondProcessLost`. */
function shareReading(
  files: readonly string[],
  { read, cache }: Texts,
  {
    second,
    bodies,
    records,
    note,
  }: {
    readonly second: SecondProcess;
    readonly bodies: BodyStore;
    readonly records: Records;
    readonly note: (file: string, record: CachedText) => void;
  },
): Promise<void> {
  return second.read(files, {
    read: (slice) => {
      for (const file of slice) note(file, read(file));
    },
    pack: (own) => packTexts(own, records, bodies),
    adopt: (texts) => {
      for (const [file, record] of unpackTexts(texts, bodies)) {
        note(file, cache.adopt(file, record));
      }
    },
  });
}

export interface AssemblyOptions extends Pick<LoadOptions, "content" | "bodies" | "withDrafts"> {
  /** Those of an earlier archive of the same content. */
  readonly cells?: Cells;
  /** Is told by which parts of the texts the archive is arranged. */
  readonly parts?: PartsRead;
  /** Where it is kept how the archive is arranged. */
  readonly keeps?: ArrangementOptions["cache"] | undefined;
  /** Issues as they were, for those that can no longer be read. */
  readonly formerIssues?: readonly Issue[];
}

/** Puts together what came of all texts. */
export function assembleTexts(
  texts: Texts,
  records: ReadonlyMap<string, ArrangedRecord>,
  {
    content: folder,
    bodies,
    withDrafts,
    cells = new Cells(shortHash),
    parts: partsRead,
    keeps,
    formerIssues = [],
  }: AssemblyOptions,
): Result<LoadedArchive> {
  const { listing, vocabulary, media, data, tools, cache } = texts;
  const findings: Finding[] = [...texts.findings];
  const keep = <Value>(outcome: Result<Value>): Value => {
    // Not by spreading: a file may have more findings than a call may have arguments.
    for (const finding of outcome.findings) findings.push(finding);
    return outcome.value;
  };
  const issues = loadIssues({ folder, listing, vocabulary, former: formerIssues, keep });
  const forewords = keep(renderForewords(issues, folder, tools));
  const kept =
    keeps &&
    new KeptArrangement({
      cache: keeps,
      key: new Cells(shortHash).tokenOf([vocabulary, media, data, issues, texts.findings, withDrafts]),
      files: [...listing.practices, ...listing.pages],
      before: (file) => cache.before(file),
      now: (file) => records.get(file),
    });
  const parts = partsRead ?? kept?.watching;
  const broken = new Set<string>();
  const { track, languageOf, noteBody, noteText, replace } = createEntryTracker(
    cells,
    (file) => records.get(file)?.tokens,
    parts,
  );
  const entriesOf = <Item extends Practice | Page>(files: readonly string[]): Entry<Item>[] =>
    files.flatMap((file) => {
      const record = records.get(file);
      for (const finding of record?.findings ?? []) findings.push(finding);
      if (!record?.tokens) broken.add(idOf(file));
      return record?.tokens ? [track(file, opensEntry(record) as () => Entry<Item>)] : [];
    });
  const practices = entriesOf<Practice>(listing.practices);
  const pages = entriesOf<Page>(listing.pages);
  const all = {
    vocabulary,
    practices,
    pages,
    issues,
    media,
    data,
    forewords: linkingForewords(forewords),
    withDrafts,
    broken,
  };
  const { archive, findings: joint } = kept
    ? kept.arrange(all, () => arrangeAndCheck(all))
    : arrangeAndCheck(all, partsRead);
  for (const finding of joint) findings.push(finding);
  const bodyOf = (file: string): Body => {
    noteBody(file);
    const known = bodies.get(file);
    if (known) return known;
    const source = readSource(folder, file).value;
    const document = source && parseDocument(source).value;
    const language = languageOf(file);
    if (!document || !language) throw new Error(`no text of ${file}`);
    const body = renderBody(toBodySource(document, folder), language, tools).value;
    bodies.set(file, body);
    return body;
  };
  const tokenOf = (file: string): string => Object.values(records.get(file)?.tokens ?? {}).join(" ");
  return {
    value: { archive, cells, bodyOf, noteText, replace, tokenOf, forewords, kept },
    findings: keepCertain(findings, listing),
  };
}

/** @param parts told what arranging looks at, which checking does not count among */
function arrangeAndCheck(all: ArchiveParts, parts?: PartsRead): ArrangedArchive {
  const { archive, check } = parts ? parts.during(() => arrange(all)) : arrange(all);
  return { archive, findings: check() };
}

type Keep = <Value>(outcome: Result<Value>) => Value;

interface IssueSources {
  readonly folder: ContentFolder;
  readonly listing: ContentListing;
  readonly vocabulary: Vocabulary;
  readonly former: readonly Issue[];
  readonly keep: Keep;
}

function loadIssues({ folder, listing, vocabulary, former, keep }: IssueSources): readonly Issue[] {
  const validate = createIssueValidator(vocabulary);
  return listing.issues.flatMap((file) => {
    const outcome = readSource(folder, file);
    const source = keep(outcome);
    if (outcome.findings.some(isUnreadable)) return former.filter((issue) => issue.file === file);
    const issue = source && keep(validate(source));
    return issue ? [issue] : [];
  });
}

function renderForewords(
  issues: readonly Issue[],
  { name }: ContentFolder,
  tools: BodyTools,
): Result<ReadonlyMap<string, Body>> {
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
