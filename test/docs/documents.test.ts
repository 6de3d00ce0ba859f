import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { locales } from "../../src/locales/locales.ts";
import { commandNames } from "../../src/locales/types/cli.ts";
import { expectGolden } from "../golden/expect-golden.ts";
import { fixture } from "../run-praktika.ts";
import { composeCommandsDocument } from "./commands-document.ts";
import { composeHandbook, handbookLanguages } from "./handbook-document.ts";
import { type RecordedView, recordViews } from "./record-views.ts";
import { composeSettingsDocument } from "./settings-document.ts";
import { composeTemplatesDocument, findLostNotes } from "./templates-document.ts";
import { settingTexts } from "./texts.ts";
import { composeTextsDocument } from "./texts-document.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const documentPath = (name: string): string => join(project, "docs", name);

it("docs/commands.md describes the commands as they are", () => {
  expectGolden(composeCommandsDocument(), documentPath("commands.md"));
});

it("docs/settings.md describes the settings as they are", () => {
  expectGolden(composeSettingsDocument(), documentPath("settings.md"));
});

describe.each(handbookLanguages)("docs/handbook.%s.md", (language) => {
  const text = composeHandbook(language);

  it("holds settings, hosts and limits as they are", () => {
    expectGolden(text, documentPath(`handbook.${language}.md`));
  });

  it("names only commands, options and settings that there are", () => {
    const { cli } = locales[language];
    const commands = [...text.matchAll(/(?<=npx praktika )[a-z][^`\n|]*/g)].map(([command]) => command.trim());
    expect(commands.length).toBeGreaterThan(30);
    for (const line of commands) {
      const [first = "", second = "", ...rest] = line.split(" ");
      const isGroup = commandNames.some((name) => name === `${first} ${second}`);
      const name = commandNames.find((known) => known === (isGroup ? `${first} ${second}` : first));
      if (!name) throw new Error(`There is no command ${line}`);
      const given = isGroup ? rest : [second, ...rest].filter(Boolean);
      // `--help` stands for what a mention in a sentence leaves out.
      expect(() => readArguments(name, [...given, "--help"], cli), line).not.toThrow();
    }
    const known = Object.keys(settingTexts(language, "site"));
    const named = [...text.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)+)`/g)].map(([, path = ""]) => path);
    expect(named.filter((path) => !known.includes(path) && !/\.(?:toml|yaml|jsonc|yml)$/.test(path))).toEqual([]);
  });
});

it("docs/texts.md lists the texts as they are", () => {
  expectGolden(composeTextsDocument(), documentPath("texts.md"));
});

describe("docs/templates.md", () => {
  let records: readonly RecordedView[];

  beforeAll(async () => {
    const site = fixture("documented-site");
    records = await recordViews(site, join(site, "tally.json"));
  });

  it("describes what templates receive", () => {
    expectGolden(composeTemplatesDocument(records), documentPath("templates.md"));
  });

  it("knows every template but the frame of all pages", () => {
    const templates = readdirSync(join(project, "templates")).filter((name) => name.endsWith(".njk"));
    const known = new Set(records.map(({ template }) => template));
    expect(templates.filter((name) => !known.has(name))).toEqual(["layout.njk"]);
  });

  it("has seen a value of every variable, or says why there is none", () => {
    const lines = composeTemplatesDocument(records).split("\n");
    expect(lines.filter((line) => line.endsWith("| null |  |"))).toEqual([]);
  });

  it("has notes only on variables that there are", () => {
    expect(findLostNotes(records)).toEqual([]);
  });
});
