import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage, type Language } from "../../core/language/language.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/types/new.ts";
import { composeNewPractice, composeTranslation, type NewFile } from "../../read/new-practice.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { readSource } from "../../read/read-content.ts";
import { idOf, stemOf } from "../../read/text-file.ts";
import { resolveFolders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { collectAnswers } from "../new/collect-answers.ts";
import { openContent } from "../open-content.ts";
import { printErrors } from "../print-errors.ts";
import type { Terminal } from "../terminal.ts";

/** `praktika new`: writes the skeleton of a practice, or of its other language version, and prints its path. */
export async function runNew(values: Values, [title = ""]: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), { content: asText(values.content) || undefined });
  const { content } = folders;
  const { listing, vocabulary, unreadable } = openContent(folders);
  const { site } = vocabulary;
  if (unreadable.length > 0) return printErrors(unreadable, () => undefined, terminal);
  const texts = terminal.locale.cli.new;
  const language = isLanguage(values.lang) ? values.lang : undefined;
  if (language && !site.languages.includes(language))
    throw new UsageError(texts.notOfSite(language, site.languages.join(", ")));

  const file =
    values.translate === undefined
      ? composeNewPractice(
          await collectAnswers(values, title, {
            language: language ?? site.languages[0],
            vocabulary,
            terminal,
          }),
          vocabulary,
          (id) => listing.practices.some((path) => idOf(path) === id),
        )
      : translate(String(values.translate), language, {
          vocabulary,
          practices: listing.practices,
          languages: site.languages,
          read: (path) => readSource(content, path).value,
          texts,
        });

  const { namesake } = file;
  if (namesake !== undefined)
    terminal.error(`${texts.namesake(listing.practices.find((path) => idOf(path) === namesake) ?? "", namesake)}\n`);
  const path = join(content.folder, file.path);
  if (values["dry-run"]) {
    terminal.out(file.text);
    return 0;
  }
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, file.text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new Failure(texts.exists(path));
    throw error;
  }
  terminal.out(`${relative(process.cwd(), path)}\n`);
  terminal.error(`${texts.written}\n`);
  return 0;
}

interface Translatable {
  readonly vocabulary: Vocabulary;
  /** Paths of all practices. */
  readonly practices: readonly string[];
  readonly languages: readonly Language[];
  readonly read: (path: string) => ReturnType<typeof readSource>["value"];
  readonly texts: NewTexts;
}

/** Composes the version of a practice in a language, or in the first that is missing. Throws `UsageError`, `Failure`. */
function translate(id: string, language: Language | undefined, archive: Translatable): NewFile {
  const { vocabulary, practices, languages, read, texts } = archive;
  const versions = practices.filter((path) => idOf(path) === id);
  if (versions.length === 0) throw new UsageError(texts.noPractice(id, nearestName(id, practices.map(idOf))));
  const has = (wanted: Language): boolean => versions.some((path) => stemOf(path).endsWith(`.${wanted}`));
  const wanted = language ?? languages.find((other) => !has(other));
  if (!wanted) throw new Failure(texts.allLanguages(id));
  const existing = versions.find((path) => stemOf(path).endsWith(`.${wanted}`));
  if (existing) throw new Failure(texts.exists(existing));
  const source = versions[0] === undefined ? undefined : read(versions[0]);
  const original = source && parseDocument(source).value;
  if (!original) throw new Failure(texts.noPractice(id, undefined));
  return composeTranslation(original, { id, language: wanted }, vocabulary);
}

function asText(value: string | boolean | undefined): string {
  return typeof value === "string" ? value : "";
}
