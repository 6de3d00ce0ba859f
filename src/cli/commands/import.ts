import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { formatPretty, toJson } from "../../core/diagnostics/printers.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../../core/diagnostics/sort.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { isLanguage } from "../../core/language/language.ts";
import { importPages, type KnownPractice } from "../../import/import-pages.ts";
import { listSources, readSource, type Source } from "../../import/read-sources.ts";
import { locate } from "../../read/locate.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { listContent, readSource as readContentFile } from "../../read/read-content.ts";
import { resolveFolders } from "../../site/folders.ts";
import { loadVocabulary } from "../../site/load/load-vocabulary.ts";
import { UsageError, type Values } from "../arguments.ts";
import { createProgress, type Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";

/** `praktika import`: pages of an old archive and documents become practices. Returns the exit code. */
export async function runImport(values: Values, paths: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: typeof values.content === "string" ? values.content : undefined,
  });
  const { content } = folders;
  const listing = listContent(content).value;
  const { site, places } = loadVocabulary(content, listing).value;
  const texts = terminal.locale.cli;
  for (const path of paths) if (!existsSync(path)) throw new UsageError(texts.import.noSuchPath(path));

  const findings: Finding[] = [];
  const sources: Source[] = [];
  const files = listSources(paths.map((path) => resolve(path)));
  const progress = createProgress(terminal, 1);
  for (const [index, file] of files.entries()) {
    const read = await readSource(file);
    findings.push(...read.findings);
    if (read.value) sources.push(read.value);
    progress.show(texts.reading, index + 1, files.length);
  }
  progress.clear();
  const known = listing.practices.flatMap((path): KnownPractice[] => {
    const source = readContentFile(content, path).value;
    const fields = source && parseDocument(source).value?.fields;
    const [id = "", suffix] = path.slice(path.lastIndexOf("/") + 1).split(".");
    const written = isLanguage(suffix) ? suffix : fields?.lang;
    const { iid } = (fields?.legacy ?? {}) as { readonly iid?: string };
    if (!isLanguage(written)) return [];
    return [{ id, language: written, iid: iid ? Number(iid) : undefined, title: String(fields?.title ?? ""), path }];
  });
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
      mkdirSync(dirname(picture), { recursive: true });
      copyFileSync(from, picture);
    }
    terminal.out(`${relative(process.cwd(), target)}\n`);
  }
  const counted = imported.files.filter(({ nominations }) => nominations > 0);
  if (counted.length > 0 && !isDry) {
    const file = join(folders.state, "imported-nominations.csv");
    mkdirSync(folders.state, { recursive: true });
    writeFileSync(file, `practice,count\n${counted.map(({ id, nominations }) => `${id},${nominations}\n`).join("")}`);
    terminal.error(`${texts.import.nominations(counted.length, relative(process.cwd(), file))}\n`);
  }
  report(findings, sources, values.format, terminal);
  terminal.error(
    `${texts.import.done({ written: imported.files.length, leftAlone: imported.leftAlone, doubts: findings.length, isDry })}\n`,
  );
  return hasErrors(findings) ? 1 : 0;
}

function report(
  findings: readonly Finding[],
  sources: readonly Source[],
  format: unknown,
  { error: say, locale, colour }: Terminal,
): void {
  const byName = new Map(sources.map(({ name, text }) => [name, text]));
  const diagnostics = sortDiagnostics(locate(findings, (file) => byName.get(file)));
  if (format === "json") {
    const shown = { diagnostics: diagnostics.map((diagnostic) => toJson(diagnostic, locale.diagnostics)) };
    say(`${JSON.stringify(shown, undefined, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics)
    say(`${formatPretty(diagnostic, locale, { source: byName.get(diagnostic.file), colour })}\n\n`);
}
