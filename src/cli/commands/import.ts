import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Finding, Outcome } from "../../core/diagnostics/finding.ts";
import { formatPretty, toJson } from "../../core/diagnostics/printers.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../../core/diagnostics/sort.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { isLanguage, type Language } from "../../core/language/language.ts";
import { type ImportedFile, importPages, type KnownPractice } from "../../import/import-pages.ts";
import { listSources, readSource, type Source } from "../../import/read-sources.ts";
import { locate } from "../../read/locate.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentFolder, listContent, readSource as readContentFile } from "../../read/read-content.ts";
import { resolveFolders } from "../../site/folders.ts";
import { loadVocabulary } from "../../site/load/load-vocabulary.ts";
import { UsageError, type Values } from "../arguments.ts";
import { chooseLanguage, cliTextsOf, createProgress, type Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";

/** `praktika import`: pages of an old archive and documents become practices. Returns the exit code. */
export async function runImport(values: Values, paths: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: typeof values.content === "string" ? values.content : undefined,
  });
  const { content } = folders;
  const listing = listContent(content).value;
  const { site, places } = loadVocabulary(content, listing).value;
  const language = chooseLanguage(values.lang, site.editorLanguage, terminal);
  const texts = cliTextsOf(language);
  for (const path of paths) if (!existsSync(path)) throw new UsageError(texts.import.noSuchPath(path));

  const sources = await readSources(paths, texts.reading, terminal);
  const imported = importPages(sources.value, {
    known: listKnownPractices(content, listing.practices),
    places,
    languages: site.languages,
    today: todayHere() as CalendarDay,
  });
  const findings = [...sources.findings, ...imported.findings];
  const isDry = values["dry-run"] === true;
  for (const file of imported.files) {
    const target = join(content.folder, file.path);
    const shown = relative(process.cwd(), target);
    if (!isDry) writeImported(file, target, content.folder);
    terminal.out(isDry ? `=== ${shown}\n${file.text}\n` : `${shown}\n`);
  }
  const counted = imported.files.filter(({ nominations }) => nominations > 0);
  if (counted.length > 0 && !isDry) {
    const file = writeNominations(counted, folders.state);
    terminal.error(`${texts.import.nominations(counted.length, relative(process.cwd(), file))}\n`);
  }
  report(findings, sources.value, { format: values.format, language, terminal });
  terminal.error(
    `${texts.import.done({ written: imported.files.length, leftAlone: imported.leftAlone, doubts: findings.length, isDry })}\n`,
  );
  return hasErrors(findings) ? 1 : 0;
}

async function readSources(
  paths: readonly string[],
  label: string,
  terminal: Terminal,
): Promise<Outcome<readonly Source[]>> {
  const files = listSources(paths.map((path) => resolve(path)));
  const findings: Finding[] = [];
  const sources: Source[] = [];
  const progress = createProgress(terminal, 1);
  for (const [index, file] of files.entries()) {
    const read = await readSource(file);
    findings.push(...read.findings);
    if (read.value) sources.push(read.value);
    progress.show(label, index + 1, files.length);
  }
  progress.clear();
  return { value: sources, findings };
}

function listKnownPractices(content: ContentFolder, paths: readonly string[]): readonly KnownPractice[] {
  return paths.flatMap((path): KnownPractice[] => {
    const source = readContentFile(content, path).value;
    const fields = source && parseDocument(source).value?.fields;
    const [id = "", suffix] = path.slice(path.lastIndexOf("/") + 1).split(".");
    const written = isLanguage(suffix) ? suffix : fields?.lang;
    const { iid } = (fields?.legacy ?? {}) as { readonly iid?: string };
    if (!isLanguage(written)) return [];
    return [{ id, language: written, iid: iid ? Number(iid) : undefined, title: String(fields?.title ?? ""), path }];
  });
}

/** Writes a practice and copies its pictures. Never overwrites a file. */
function writeImported({ text, pictures }: ImportedFile, target: string, contentFolder: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: "wx" });
  for (const { from, to } of pictures) {
    const picture = join(contentFolder, to);
    if (existsSync(picture)) continue;
    mkdirSync(dirname(picture), { recursive: true });
    copyFileSync(from, picture);
  }
}

/** Writes the old counts as a file for `praktika votes import`, and returns its path. */
function writeNominations(counted: readonly ImportedFile[], stateFolder: string): string {
  const file = join(stateFolder, "imported-nominations.csv");
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(file, `practice,count\n${counted.map(({ id, nominations }) => `${id},${nominations}\n`).join("")}`);
  return file;
}

interface ReportOptions {
  readonly format: unknown;
  readonly language: Language;
  readonly terminal: Terminal;
}

function report(
  findings: readonly Finding[],
  sources: readonly Source[],
  { format, language, terminal }: ReportOptions,
): void {
  const byName = new Map(sources.map(({ name, text }) => [name, text]));
  const diagnostics = sortDiagnostics(locate(findings, (file) => byName.get(file)));
  if (format === "json") {
    const shown = { diagnostics: diagnostics.map((diagnostic) => toJson(diagnostic, language)) };
    terminal.error(`${JSON.stringify(shown, undefined, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics)
    terminal.error(`${formatPretty(diagnostic, language, byName.get(diagnostic.file), terminal.colour)}\n\n`);
}
