import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/core/language/language.ts";
import { locales } from "../../src/locales/locales.ts";

const source = fileURLToPath(new URL("../../src", import.meta.url));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)).split(sep).join("/"));

const textOf = (file: string): string => readFileSync(join(source, file), "utf8");

/** Where languages are told apart, and the reason where it is neither a text nor the language itself. */
const homes = [
  /^locales\//,
  /^core\/language\//,
  // The addresses of the old archive, which had these two.
  /^archive\/old-address\.ts$/,
  // Programs with which the spoken digits were made once.
  /^nomination\/captcha\/tools\//,
];

describe("a language", () => {
  it("is told apart in locales and core/language only", () => {
    // A tag as a text, or as the name of a value; not in a comment or a sentence, and not the top-level domain in a list of them.
    const telling = /"(?:bg|en)"(?!, "eu")|"bg\|en"|(?<![\w.`])(?:bg|en):|\{ bg, en \}/;
    const code = (line: string): string => line.replace(/"[^"]*"/g, (text) => (text.includes(" ") ? '""' : text));
    const wrong = files
      .filter((file) => !homes.some((home) => home.test(file)))
      .flatMap((file) =>
        textOf(file)
          .split("\n")
          .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && telling.test(code(line)))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it("of messages is chosen at the door of the command line and nowhere behind it", () => {
    const choosing = files.filter((file) => /\bchooseLanguage\(/.test(textOf(file)));
    expect(choosing.sort()).toEqual(["cli/choose-language.ts", "cli/run-command-line.ts"]);
  });

  it("has a folder that says the same tag", () => {
    for (const language of languages) {
      expect(locales[language].language).toBe(language);
      const tags = files
        .filter((file) => file.startsWith(`locales/${language}/`))
        .filter((file) => textOf(file).includes(`= "${language}"`));
      expect(tags).toEqual([`locales/${language}/language.ts`]);
    }
  });

  it("has a file for each topic that the others have", () => {
    const topics = (language: string): string[] =>
      files.filter((file) => file.startsWith(`locales/${language}/`)).map((file) => file.split("/").slice(2).join("/"));
    for (const language of languages) expect(topics(language).sort()).toEqual(topics(languages[0]).sort());
  });
});

describe("the catalogues", () => {
  it("are in no script of the reader's page", () => {
    const scripts = files.filter((file) => /^pages\/[^/]+\/(?:browser|worker)\//.test(file));
    expect(scripts.length).toBeGreaterThan(20);
    const reached = new Set(scripts);
    for (const file of reached) {
      for (const [, specifier = ""] of textOf(file).matchAll(/^(?:import|export)\b(?! type)[^;]*?from "(\.[^"]+)"/gm))
        reached.add(join(dirname(file), specifier).split(sep).join("/"));
    }
    expect([...reached].filter((file) => file.startsWith("locales/"))).toEqual([]);
  });
});
