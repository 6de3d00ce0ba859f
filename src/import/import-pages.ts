import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type CalendarDay, yearOf } from "../core/language/calendar-day.ts";
import { type Language, languageOfScript, languages } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { Places } from "../core/model/site.ts";
import { composeDocument } from "../read/compose-document.ts";
import { composeBody } from "./compose-body.ts";
import { composeFields } from "./compose-practice.ts";
import { createMunicipalityFinder } from "./find-municipality.ts";
import { readListPage } from "./list-page.ts";
import { iidIn } from "./page-lines.ts";
import { createTargetRewriter, type PictureCopy } from "./pictures.ts";
import type { Source } from "./read-sources.ts";
import { type OldPractice, recognise } from "./recognise.ts";

/** A practice of the archive as it is, to which nothing is added twice. */
export interface KnownPractice {
  readonly id: string;
  readonly language: Language;
  readonly iid: number | undefined;
  readonly title: string;
  readonly path: string;
}

export interface ImportOptions {
  readonly known: readonly KnownPractice[];
  readonly places: Places;
  readonly languages: readonly Language[];
  readonly today: CalendarDay;
}

/** A file that is to be written, and what goes with it. */
export interface ImportedFile {
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  readonly pictures: readonly PictureCopy[];
  /** Where it came from. */
  readonly source: string;
  readonly nominations: number;
  readonly iid: number | undefined;
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  /** Practices that are there already. */
  readonly leftAlone: number;
  readonly findings: readonly Finding[];
}

/**
 * Pages of the old archive → practices. Pages that list others give summaries; two pages of one number are two language versions of
 * one practice; a practice that is there already is left alone. Writes nothing.
 */
export function importPages(
  sources: readonly Source[],
  { known, places, languages: spokenHere, today }: ImportOptions,
): Imported {
  const findings: Finding[] = [];
  const summaries = new Map<string, string>();
  const pages: { readonly source: Source; readonly practice: OldPractice }[] = [];
  for (const source of sources) {
    const listed = source.kind === "html" ? readListPage(source.text) : new Map<number, string>();
    const practice = recognise(source.page);
    for (const [iid, summary] of listed) summaries.set(`${iid} ${languageIn(summary)}`, summary);
    if (practice && practice.sections.length > 0) pages.push({ source, practice: withNumber(practice, source) });
    else if (practice && listed.size === 0) pages.push({ source, practice: withNumber(practice, source) });
    else if (listed.size === 0) findings.push(finding("import/not-a-practice", source.name, {}));
  }
  // A Bulgarian title names both versions.
  pages.sort((a, b) => rank(a.practice) - rank(b.practice));

  const idByNumber = new Map(known.flatMap(({ iid, id }) => (iid === undefined ? [] : [[iid, id] as const])));
  const taken = new Set(known.map(({ id }) => id));
  const findMunicipality = createMunicipalityFinder(places);
  const files: ImportedFile[] = [];
  let leftAlone = 0;
  for (const { source, practice } of pages) {
    const { language, iid } = practice;
    const composed = composeFields(practice, {
      source: source.name,
      summary: iid === undefined ? undefined : summaries.get(`${iid} ${language}`),
      titleOfFile: titleOfFile(source.file),
      today,
      findMunicipality,
    });
    const same = known.find((other) => other.language === language && isSame(other, iid, composed.title));
    const twin = files.find((file) => iid !== undefined && file.iid === iid && file.path.endsWith(`.${language}.md`));
    if (same || twin) {
      leftAlone++;
      findings.push(finding("import/left-alone", source.name, { path: same?.path ?? twin?.path ?? "" }));
      continue;
    }
    const id =
      (iid === undefined ? undefined : idByNumber.get(iid)) ?? freeId(composed.title, yearOf(composed.date), taken);
    taken.add(id);
    if (iid !== undefined) idByNumber.set(iid, id);
    const pictures: PictureCopy[] = [];
    const body = composeBody(practice, composed.unplaced, {
      source: source.name,
      isPlain: source.kind === "txt",
      rewriteTarget: createTargetRewriter(source, id, pictures, findings),
    });
    findings.push(...composed.findings, ...body.findings);
    const spoken = spokenHere.includes(language) ? language : (spokenHere[0] ?? language);
    files.push({
      id,
      path: `practices/${yearOf(composed.date)}/${id}.${spoken}.md`,
      text: composeDocument(composed.fields, body.value),
      pictures,
      source: source.name,
      nominations: composed.nominations,
      iid,
    });
  }
  return { files, leftAlone, findings };
}

const rank = ({ language }: OldPractice): number => languages.indexOf(language);

const languageIn = (text: string): Language => languageOfScript(/[а-я]/i.test(text) ? "Cyrl" : "Latn");

function withNumber(practice: OldPractice, { file }: Source): OldPractice {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return { ...practice, iid: iidIn(name) ?? practice.iid };
}

function isSame(known: KnownPractice, iid: number | undefined, title: string): boolean {
  return iid === undefined || known.iid === undefined ? known.title === title : known.iid === iid;
}

/** „slanchevi-pokrivi.html“ → „Slanchevi pokrivi“. */
function titleOfFile(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).replace(/\.\w+(\?.*)?$/, "");
  const words =
    name
      .replace(/[?&]?iid[=_-]\d+/i, "")
      .replace(/[-_+.]+/g, " ")
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function freeId(title: string, year: string, taken: ReadonlySet<string>): string {
  const base = slugify(title) || "praktika";
  if (!taken.has(base)) return base;
  for (let number = 1; ; number++) {
    const id = number === 1 ? `${base}-${year}` : `${base}-${year}-${number}`;
    if (!taken.has(id)) return id;
  }
}
