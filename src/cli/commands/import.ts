import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { resolveFolders } from "../../build/folders.ts";
import { locate } from "../../content/locate.ts";
import { parseDocument } from "../../content/parse-document.ts";
import { type ContentFolder, type ContentListing, readSource as readContentFile } from "../../content/read-content.ts";
import type { Finding } from "../../diagnostics/finding.ts";
import { formatPretty, toJson } from "../../diagnostics/printers.ts";
import { hasErrors } from "../../diagnostics/severity.ts";
import { sortDiagnostics } from "../../diagnostics/sort.ts";
import { importPages, type KnownPractice } from "../../import/import-pages.ts";
import { listSources, readSource, type Source, unreadableSource } from "../../import/read-sources.ts";
import type { CalendarDay } from "../../language/calendar-day.ts";
import { isLanguage } from "../../language/language.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { openContent } from "../open-content.ts";
import { printErrors } from "../print-errors.ts";
import { chooseLanguage, cliTextsOf, createProgress, type Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";

/** `praktika import`: pages of an old archive and documents become practices. Returns the exit code. */
export async function runImport(values: Values, paths: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: typeof values.content === "string" ? values.content : undefined,
  });
  const { content } = folders;
  const { listing, vocabulary, unreadable } = openContent(folders);
  const { site, places } = vocabulary;
  const language = chooseLanguage(values.lang, site.editorLanguage, terminal);
  const texts = cliTextsOf(language);
  for (const path of paths) if (!existsSync(path)) throw new UsageError(texts.import.noSuchPath(path));

  const notRead = [...unreadable];
  const known = listKnown(content, listing, notRead);
  // Whoever cannot see all that is there would add it a second time.
  if (notRead.length > 0) return printErrors(notRead, () => undefined, language, terminal);

  const sources: Source[] = [];
  const listed = listSources(paths.map((path) => resolve(path)));
  const findings: Finding[] = [...listed.findings];
  const files = listed.value;
  const progress = createProgress(terminal, 1);
  for (const [index, file] of files.entries()) {
    const read = await readSource(file);
    findings.push(...read.findings);
    if (read.value) sources.push(read.value);
    progress.show(texts.reading, index + 1, files.length);
  }
  progress.clear();
  const imported = importPages(sources, {
    known,
    places,
    languages: site.languages,
    today: todayHere() as CalendarDay,
  });
  findings.push(...imported.findings);

  const isDry = values["dry-run"] === true;
  for (const { path, text, pictures } of imported.files) {
    const target = join(content.folder, path);
    if (isDry) {
      terminal.out(`=== ${relative(process.cwd(), target)}\n${text}\n`);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    // Never over a file that somebody has written meanwhile.
    writeFileSync(target, text, { flag: "wx" });
    for (const { from, to } of pictures) {
      const picture = join(content.folder, to);
      if (existsSync(picture)) continue;
      const bytes = readPicture(from, findings);
      if (!bytes) continue;
      mkdirSync(dirname(picture), { recursive: true });
      writeFileSync(picture, bytes);
    }
    terminal.out(`${relative(process.cwd(), target)}\n`);
  }
  const counted = imported.files.filter(({ nominations }) => nominations > 0);
  if (counted.length > 0 && !isDry) {
    const file = join(folders.state, "imported-nominations.csv");
    makeFolder(folders.state);
    writeFileSync(file, `practice,count\n${counted.map(({ id, nominations }) => `${id},${nominations}\n`).join("")}`);
    terminal.error(`${texts.import.nominations(counted.length, relative(process.cwd(), file))}\n`);
  }
  report(findings, sources, values, language, terminal);
  terminal.error(
    `${texts.import.done({ written: imported.files.length, leftAlone: imported.leftAlone, doubts: findings.length, isDry })}\n`,
  );
  return hasErrors(findings) ? 1 : 0;
}

/** The practices that are there already. Finding: content/unreadable. */
function listKnown(content: ContentFolder, { practices }: ContentListing, findings: Finding[]): KnownPractice[] {
  return practices.flatMap((path): KnownPractice[] => {
    const source = readContentFile(content, path);
    findings.push(...source.findings.filter(({ code }) => code === "content/unreadable"));
    const fields = source.value && parseDocument(source.value).value?.fields;
    const [id = "", suffix] = path.slice(path.lastIndexOf("/") + 1).split(".");
    const written = isLanguage(suffix) ? suffix : fields?.lang;
    const { iid } = (fields?.legacy ?? {}) as { readonly iid?: string };
    if (!isLanguage(written)) return [];
    return [{ id, language: written, iid: iid ? Number(iid) : undefined, title: String(fields?.title ?? ""), path }];
  });
}

/** Finding: import/unreadable. */
function readPicture(file: string, findings: Finding[]): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    findings.push(unreadableSource(file, error));
    return undefined;
  }
}

function report(
  findings: readonly Finding[],
  sources: readonly Source[],
  values: Values,
  language: ReturnType<typeof chooseLanguage>,
  terminal: Terminal,
): void {
  const byName = new Map(sources.map(({ name, text }) => [name, text]));
  const diagnostics = sortDiagnostics(locate(findings, (file) => byName.get(file)));
  if (values.format === "json") {
    const shown = { diagnostics: diagnostics.map((diagnostic) => toJson(diagnostic, language)) };
    terminal.error(`${JSON.stringify(shown, undefined, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics)
    terminal.error(`${formatPretty(diagnostic, language, byName.get(diagnostic.file), terminal.colour)}\n\n`);
}
