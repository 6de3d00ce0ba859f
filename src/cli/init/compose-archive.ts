import type { Language } from "../../core/language/language.ts";
import { locales } from "../../locales/locales.ts";
import type { Host, InitTexts } from "../../locales/types/init.ts";
import { composeDocument } from "../../read/compose-document.ts";

/** What a new archive is to be. */
export interface NewArchive {
  readonly name: string;
  readonly languages: readonly [Language, ...Language[]];
  /** "" if it is not known yet. */
  readonly url: string;
  /** "" if there is none. */
  readonly publisher: string;
  readonly host: Host;
  readonly hasNominations: boolean;
  /** The language of comments and of the README. */
  readonly editorLanguage: Language;
  /** The day on which the archive begins. */
  readonly today: string;
}

export interface StarterFile {
  /** Below the folder of the archive. */
  readonly path: string;
  readonly text: string;
}

/** The files of a new archive that are the same wherever it will be published, without the first practice. */
export function composeArchive(archive: NewArchive): readonly StarterFile[] {
  const { init } = locales[archive.editorLanguage].cli;
  return [
    { path: "content/site.yaml", text: composeSite(archive, init) },
    { path: "content/themes.yaml", text: composeThemes(archive) },
    ...archive.languages.flatMap((language) => composePages(archive, language)),
    { path: "README.md", text: init.readme(archive) },
    { path: ".gitignore", text: "node_modules/\ndist/\n.praktika/\n/*.zip\n" },
  ];
}

/** One practice in each language, for an archive that has none. */
export function composeFirstPractice({ languages, today }: NewArchive): readonly StarterFile[] {
  return languages.map((language) => {
    const { title, innovator, summary, body } = locales[language].cli.init.practice;
    const fields = { title, innovator, date: today, summary, themes: ["administration"] };
    const path = `content/practices/${today.slice(0, 4)}/example.${language}.md`;
    return { path, text: composeDocument(fields, body) };
  });
}

function composePages({ hasNominations }: NewArchive, language: Language): readonly StarterFile[] {
  const { pages, privacyOfNominations } = locales[language].cli.init;
  return Object.entries(pages).map(([id, { title, summary, body }]) => {
    const more = id === "privacy" && hasNominations ? `\n\n${privacyOfNominations}` : "";
    return { path: `content/pages/${id}.${language}.md`, text: composeDocument({ title, summary }, body + more) };
  });
}

/** JSON is YAML: a text in quotation marks says what it says, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text);

function composeSite(archive: NewArchive, { comments }: InitTexts): string {
  const { name, languages, url, publisher, hasNominations, editorLanguage } = archive;
  const setting = (comment: keyof typeof comments, line: string): string => `# ${comments[comment]}\n${line}\n`;
  return [
    `# ${comments.head}\n`,
    setting("name", `name: ${quoted(name)}`),
    setting("description", "# description: …"),
    setting(
      "publisher",
      publisher ? `publisher: {name: ${quoted(publisher)}}` : "# publisher: {name: …, url: …, email: …}",
    ),
    setting("baseUrl", url ? `baseUrl: ${url}` : "# baseUrl: https://archive.example.org"),
    setting("languages", `languages: [${languages.join(", ")}]`),
    setting("editorLanguage", `editorLanguage: ${editorLanguage}`),
    hasNominations ? setting("nominations", 'nominations: {endpoint: ""}') : setting("none", "nominations: none"),
    setting("licence", "# licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}"),
  ].join("\n");
}

function composeThemes({ languages }: NewArchive): string {
  const ids = Object.keys(locales[languages[0]].cli.init.themes) as (keyof InitTexts["themes"])[];
  const lines = ids.map((id) => {
    const names = languages.map((language) => `${language}: ${quoted(locales[language].cli.init.themes[id])}`);
    return `${id}: {${names.join(", ")}}\n`;
  });
  return lines.join("");
}
