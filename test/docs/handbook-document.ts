import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composeHosting } from "../../src/cli/init/compose-hosting.ts";
import { formatCount } from "../../src/core/language/format.ts";
import type { Language } from "../../src/core/language/language.ts";
import { hosts } from "../../src/locales/types/init.ts";
import { type Feature, installCommand } from "../../src/site/optional-packages.ts";
import { hostLimits } from "../../src/site/site-stats.ts";
import { madeFrom, markdownTable } from "./markdown-table.ts";
import { cliTexts, settingTexts } from "./texts.ts";

const deploy = fileURLToPath(new URL("../../deploy/", import.meta.url));

/** Words of the tables. */
const words = {
  bg: {
    setting: "Настройка",
    meaning: "Какво е",
    host: "Хостинг",
    files: "Какво записва init",
    feature: "Какво",
    run: "Команда",
    only: "само папката dist/",
  },
  en: {
    setting: "Setting",
    meaning: "What it is",
    host: "Host",
    files: "What init writes",
    feature: "What",
    run: "Command",
    only: "only the folder dist/",
  },
} as const satisfies Partial<Record<Language, object>>;

/** The languages that the handbook is written in. */
export type HandbookLanguage = keyof typeof words;
export const handbookLanguages = Object.keys(words) as readonly HandbookLanguage[];

/** What stands between `{{` and `}}` in the texts of the handbook, with the words after it. */
const parts: Readonly<Record<string, (language: HandbookLanguage, names: readonly string[]) => string>> = {
  made: () => madeFrom("test/docs/handbook/, the settings, the limits of hosts and deploy/"),
  settings: describeSettings,
  features: (language) =>
    markdownTable(
      [words[language].feature, words[language].run],
      Object.entries(cliTexts(language).features).map(([name, label]) => [
        label,
        `\`${installCommand(name as Feature)}\``,
      ]),
    ),
  hosts: (language) =>
    markdownTable(
      [words[language].host, words[language].files],
      hosts.map((host) => {
        const files = composeHosting({ host, name: "" }).map(({ path }) => `\`${path}\``);
        return [
          `${cliTexts(language).init.hostNames[host]} (\`--host ${host}\`)`,
          files.join(", ") || words[language].only,
        ];
      }),
    ),
  limits: (language) =>
    hostLimits.map(({ host, of, max }) => `- ${host}: ${describeLimit(language, of, max)}`).join("\n"),
  guides: () =>
    readdirSync(deploy, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(`${deploy}${entry.name}`).includes("README.md"))
      .map(({ name }) => `- [${titleOf(name)}](../deploy/${name}/README.md)`)
      .sort()
      .join("\n"),
};

/** docs/handbook.en.md or docs/handbook.bg.md: a text that people write, with what the program knows in its places. */
export function composeHandbook(language: HandbookLanguage): string {
  const text = readFileSync(new URL(`handbook/${language}.md`, import.meta.url), "utf8");
  return text.replace(/^\{\{(\w+)([^}]*)\}\}$/gm, (_, name: string, names: string) => {
    const part = parts[name];
    if (!part) throw new Error(`The handbook asks for ${name}, which nobody writes.`);
    return part(language, names.trim().split(" "));
  });
}

function describeSettings(language: HandbookLanguage, groups: readonly string[]): string {
  const texts = Object.entries(settingTexts(language, "site"));
  // Members stand below their group; the colours of dark mode are those of light mode once more.
  const rows = groups
    .flatMap((group) => texts.filter(([path]) => path === group || path.startsWith(`${group}.`)).sort(byPath))
    .filter(([path]) => !path.startsWith("theme.dark."))
    .map(([path, { label, hint }]) => [`\`${path}\``, hint ? `${label}. ${hint}` : label]);
  return markdownTable([words[language].setting, words[language].meaning], rows);
}

function byPath([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function describeLimit(language: HandbookLanguage, of: (typeof hostLimits)[number]["of"], max: number): string {
  const number = of === "files" ? formatCount(max, language) : formatSize(max);
  const said = {
    en: { files: `${number} files`, bytes: `${number} in all`, largest: `${number} for one file` },
    bg: { files: `${number} файла`, bytes: `общо ${number}`, largest: `${number} за един файл` },
  };
  return said[language][of];
}

/** As hosts write it: some count in powers of two. */
function formatSize(bytes: number): string {
  const mebibytes = bytes / 1_024 ** 2;
  return Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${bytes / 1_000_000_000} GB`;
}

function titleOf(platform: string): string {
  return /^# (.+)$/m.exec(readFileSync(`${deploy}${platform}/README.md`, "utf8"))?.[1] ?? platform;
}
