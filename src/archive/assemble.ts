import type { Finding, Result } from "../core/diagnostics/finding.ts";
import type { Language } from "../core/language/language.ts";
import type { Archive, Edition, PageEntry, PracticeEntry } from "../core/model/archive.ts";
import type { MediaFile } from "../core/model/document.ts";
import type { Issue } from "../core/model/issue.ts";
import type { SiteData, Vocabulary } from "../core/model/site.ts";
import type { Absent } from "./absent.ts";
import { joinAdoptions } from "./adoptions.ts";
import { checkAliases } from "./aliases.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkLinks, type LinkingText } from "./check-links.ts";
import { assembleEdition } from "./editions.ts";
import { findFormerIds } from "./former-ids.ts";
import { checkIssues, sortIssues } from "./issues.ts";
import { selectMedia } from "./media.ts";

/** All valid entries of the content folder. */
export interface ArchiveParts {
  readonly vocabulary: Vocabulary;
  readonly practices: readonly PracticeEntry[];
  readonly pages: readonly PageEntry[];
  readonly issues: readonly Issue[];
  readonly media: readonly MediaFile[];
  readonly data: SiteData;
  /** Texts of issues: their links are checked as well. */
  readonly forewords: readonly LinkingText[];
  /** Drafts are left out unless asked for. */
  readonly withDrafts: boolean;
  /** Ids of files with errors: links to them are not reported in addition. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Entries → Archive. The result does not depend on the order of the entries.
 *
 * Findings: content/duplicate-id, content/id-case, link/unknown-practice, link/unknown-page, link/unknown-section,
 * link/draft, link/missing-file, front-matter/unknown-practice, alias/invalid, issue/*.
 */
export function assemble(parts: ArchiveParts): Result<Archive> {
  const { archive, check } = arrange(parts);
  return { value: archive, findings: check() };
}

/** The archive, and what tells what is wrong with how its texts fit together; that looks at far more of them. */
export function arrange(parts: ArchiveParts): {
  readonly archive: Archive;
  readonly check: () => readonly Finding[];
} {
  const { vocabulary, withDrafts } = parts;
  const all = [...parts.practices].sort(byFile);
  const allPages = [...parts.pages].sort(byFile);
  const practices = all.filter(({ item }) => withDrafts || !item.draft);
  const pages = allPages.filter(({ item }) => withDrafts || !item.draft);
  const publishedIds = new Set(practices.map(({ item }) => item.id));
  const hidden = new Set(all.filter(({ item }) => item.draft && !publishedIds.has(item.id)).map(({ item }) => item.id));
  const absent: Absent = { drafts: hidden, broken: parts.broken };
  const issues = sortIssues(parts.issues);

  const editions = new Map<Language, Edition>();
  for (const language of vocabulary.site.languages) {
    editions.set(language, assembleEdition(language, { practices, pages, issues }, vocabulary));
  }
  const adoptions = joinAdoptions(practices, absent);
  const published = selectMedia(parts.media, [...practices, ...pages, ...parts.forewords], vocabulary.fields);
  const media = new Map(
    [...published.value].sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file]),
  );
  const archive: Archive = {
    ...vocabulary,
    editions,
    issues,
    media,
    data: parts.data,
    adoptions: adoptions.value,
    formerIds: findFormerIds(practices),
    versions: new Map(),
    tally: undefined,
  };
  const check = (): readonly Finding[] => [
    ...checkIdentity(all),
    ...checkIdentity(allPages),
    ...[...practices, ...pages].flatMap(({ item }) => checkAliases(item)),
    ...published.findings,
    ...adoptions.findings,
    ...checkLinks(archive, [...practices, ...pages, ...parts.forewords], absent),
    ...checkIssues(archive, absent),
  ];
  return { archive, check };
}

function byFile(a: PracticeEntry | PageEntry, b: PracticeEntry | PageEntry): number {
  return a.item.file < b.item.file ? -1 : a.item.file > b.item.file ? 1 : 0;
}
