import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CheerioAPI, load } from "cheerio";
import { beforeAll, describe, expect, it } from "vitest";
import { composeCmsConfig } from "../src/cms/cms-config.ts";
import { listContent } from "../src/read/read-content.ts";
import { ownKinds } from "../src/read/schema/fields-schema.ts";
import { resolveFolders } from "../src/site/folders.ts";
import { loadVocabulary } from "../src/site/load/load-vocabulary.ts";
import { pageText, readPdf } from "./print/paper/read-pdf.ts";
import { printSite } from "./print/prepared-site.ts";
import { fixture, runPraktika } from "./run-praktika.ts";
import { useFolder } from "./use-folder.ts";

/*
 * An archive adds a field of every kind in content/fields.yaml and changes nothing else: it stands wherever fields stand, in both languages, and
 * its wrong values are reported with a place and a fix.
 */

interface Sample {
  /** The row in fields.yaml beside label and kind. */
  readonly row?: string;
  readonly written: string;
  readonly bg: string;
  readonly en: string;
  /** As a value of the open data. */
  readonly data: unknown;
  /** A cell of a table that says the same. */
  readonly cell?: string;
  readonly wrong?: string;
}

const samples: Readonly<Record<(typeof ownKinds)[number], Sample>> = {
  text: { written: "Слънчев покрив", bg: "Слънчев покрив", en: "Solar roof", data: "Слънчев покрив" },
  "long-text": {
    row: "place: after",
    written: "Първо измерихме.",
    bg: "Първо измерихме.",
    en: "We measured first.",
    data: "Първо измерихме.",
  },
  number: {
    row: "unit: {bg: кВт, en: kW}",
    written: "12,5",
    bg: "12,5\u00a0кВт",
    en: "12.5\u00a0kW",
    data: 12.5,
    wrong: "около 40",
  },
  money: {
    written: "12000 лв. (2016)",
    bg: "12\u00a0000\u00a0лв. (6135,50\u00a0€), 2016",
    en: "BGN\u00a012,000 (€6,135.50), 2016",
    data: 12000,
    wrong: "много пари",
  },
  date: {
    written: "2015-03-01",
    bg: "1\u00a0март\u00a02015\u00a0г.",
    en: "1\u00a0March\u00a02015",
    data: "2015-03-01",
    wrong: "2015-02-30",
  },
  choice: {
    row: "values: {small: {bg: Малка, en: Small}, large: {bg: Голяма, en: Large}}, filter: true",
    written: "large",
    bg: "Голяма",
    en: "Large",
    data: "large",
    cell: "Large",
    wrong: "huge",
  },
  choices: {
    row: "values: {sun: {bg: Слънце, en: Sun}, wind: {bg: Вятър, en: Wind}}, rows: true",
    written: "[sun, wind]",
    bg: "Слънце, Вятър",
    en: "Sun, Wind",
    data: ["sun", "wind"],
    cell: "Слънце; Wind",
    wrong: "[rain]",
  },
  "yes-no": { row: "filter: true", written: "да", bg: "да", en: "yes", data: true, wrong: "може би" },
  agent: { written: "Читалище „Зора“", bg: "Читалище „Зора“", en: "Zora Club", data: "Читалище „Зора“" },
  place: { written: "Троян", bg: "Троян", en: "Troyan", data: "LOV34", wrong: "Трояян" },
  link: {
    written: "https://roof.example.org/",
    bg: "roof.example.org",
    en: "roof.example.org",
    data: "https://roof.example.org/",
    wrong: "не е адрес",
  },
  file: {
    written: "media/plan.csv",
    bg: "plan.csv",
    en: "plan.csv",
    data: "https://archive.example.org/media/plan.csv",
    wrong: "media/plna.csv",
  },
};

const kinds = Object.entries(samples);
const nameOf = (kind: string): string => `own${kind.replace(/\W/g, "")}`;
/** Words that say nothing to readers of tables beside the field itself. */
const labelOf = (kind: string, language: string): string => (language === "bg" ? `Поле ${kind}` : `Row ${kind}`);
const translated = ["text", "long-text", "agent"];

const fieldsYaml = kinds
  .map(([kind, { row }]) => {
    const label = `{bg: ${labelOf(kind, "bg")}, en: ${labelOf(kind, "en")}}`;
    return `${nameOf(kind)}: {label: ${label}, kind: ${kind}, wanted: true${row ? `, ${row}` : ""}, search: 1}\n`;
  })
  .join("");

function practiceOf(language: "bg" | "en"): string {
  const head = {
    bg: "title: Покриви\ninnovator: Община Троян",
    en: "title: Roofs\ninnovator: Troyan\ntranslation: full",
  };
  const own = kinds.map(([kind, { written, en }]) => {
    const value = language === "en" && translated.includes(kind) ? en : written;
    return `${nameOf(kind)}: ${value}`;
  });
  const titles = { bg: ["Предистория", "Практика", "Резултати"], en: ["Background", "Practice", "Results"] }[language];
  const body = titles.map((title) => `## ${title}\n\n${language === "bg" ? "Текст." : "Text."}\n`).join("\n");
  return `---\n${head[language]}\ndate: 2016-06-09\nmunicipality: Троян\nthemes: [energy]\n${own.join("\n")}\n---\n\n${body}`;
}

/** It states none of them. */
const bare = "---\ntitle: Bare\ninnovator: Troyan\ndate: 2015-06-09\n---\n\n## Practice\n\nText.\n";

const folder = useFolder();
const at = (path: string): string => join(folder(), path);
const read = (path: string): string => readFileSync(at(path), "utf8");
const pages: Record<string, CheerioAPI> = {};

beforeAll(async () => {
  cpSync(fixture("base"), folder(), { recursive: true });
  mkdirSync(at("content/practices/2015"));
  writeFileSync(at("content/fields.yaml"), fieldsYaml);
  for (const language of ["bg", "en"] as const)
    writeFileSync(at(`content/practices/2016/pokrivi.${language}.md`), practiceOf(language));
  writeFileSync(at("content/practices/2015/bare.en.md"), bare);
  const { status, stdout } = await runPraktika(["build", "--root", folder(), "--lang", "en"]);
  expect(status, stdout).toBe(0);
  for (const language of ["bg", "en"]) pages[language] = load(read(`dist/${language}/practices/pokrivi/index.html`));
});

it("has a sample of every kind", () => {
  expect(Object.keys(samples)).toEqual([...ownKinds]);
});

describe.each(["bg", "en"] as const)("in the language %s", (language) => {
  it.each(kinds)("a field of the kind %s is on the page, with its label", (kind, sample) => {
    const fact = pages[language]?.(`article [data-field="${nameOf(kind)}"]`);
    expect(fact?.find("dt").text()).toBe(labelOf(kind, language));
    expect(fact?.find("dd").text().trim()).toBe(sample[language]);
  });

  it("lists show those that are to stand in rows", () => {
    const row = load(read(`dist/${language}/practices/index.html`))(".row-own");
    const shown = row.toArray().map((element) => load(element).text());
    expect(shown).toContain(`${labelOf("choices", language)}: ${samples.choices[language]}`);
  });

  it("the search knows their words and narrows down by those that are filters", () => {
    const page = load(read(`dist/${language}/search/index.html`));
    const menus = page("form select")
      .toArray()
      .map((menu) => page(menu).attr("name"));
    expect(menus).toEqual(expect.arrayContaining([nameOf("choice"), nameOf("yes-no")]));
    expect(menus).not.toContain(nameOf("money"));
    const head = read(`dist/${language}/search/index/head.js`);
    expect(head).toContain(`"${nameOf("choice")}":{"values":[["large","${samples.choice[language]}"]]`);
  });

  it("the comparison has a row for each", () => {
    const compare = load(read(`dist/${language}/compare/index.html`));
    for (const [kind] of kinds) expect(compare(`[data-row="${nameOf(kind)}"] th`).text()).toBe(labelOf(kind, language));
  });
});

it("the printed sheets say them", async () => {
  await printSite(folder());
  for (const language of ["bg", "en"] as const) {
    const pdf = await readPdf(readFileSync(at(`.praktika/pdf/${language}/pokrivi.pdf`)));
    const plain = (text: string): string => text.replace(/[\s\u00a0\u00ad]/g, "");
    const text = plain(pdf.pages.map(pageText).join("\n"));
    for (const [kind, sample] of kinds) {
      expect(text, kind).toContain(plain(labelOf(kind, language)));
      expect(text, kind).toContain(plain(sample[language]));
    }
  }
});

it("the open data have a column for each, described in the Data Package", () => {
  const records = JSON.parse(read("dist/data/practices.json")) as readonly Readonly<Record<string, unknown>>[];
  const record = records.find(({ id, language }) => id === "pokrivi" && language === "bg");
  const [head = ""] = read("dist/data/practices.csv").split("\r\n");
  const described = read("dist/data/datapackage.json");
  for (const [kind, { data }] of kinds) {
    expect(record?.[nameOf(kind)], kind).toEqual(data);
    expect(head.split(",")).toContain(nameOf(kind));
    expect(described).toContain(`"name":"${nameOf(kind)}"`.replace(":", ": "));
  }
  expect(record).toMatchObject({ [`${nameOf("money")}Currency`]: "BGN", [`${nameOf("money")}Year`]: 2016 });
});

it("the JSON Schema and the form of the editor in the browser know them", async () => {
  expect((await runPraktika(["schema", "--root", folder()])).status).toBe(0);
  const { properties } = JSON.parse(read(".vscode/schemas/practice.json"));
  const { content } = resolveFolders(folder(), {});
  const { value: vocabulary } = loadVocabulary(content, listContent(content).value);
  const editing = { backend: "github", repository: "a/b", branch: undefined, authServer: undefined } as const;
  const form = JSON.stringify(composeCmsConfig(vocabulary, editing));
  for (const [kind] of kinds) {
    expect(properties[nameOf(kind)].title).toBe(labelOf(kind, "bg"));
    expect(form).toContain(`"name":"${nameOf(kind)}","label":"${labelOf(kind, "bg")}"`);
  }
});

it("the report of completeness asks for them where they are not stated", async () => {
  const { stdout } = await runPraktika(["check", "--report", "--root", folder(), "--format", "json"]);
  const { practices } = JSON.parse(stdout) as { practices: readonly { file: string; missing: readonly string[] }[] };
  const missing = (id: string) => practices.find(({ file }) => file.endsWith(`${id}.en.md`))?.missing;
  const own = kinds.map(([kind]) => nameOf(kind));
  expect(missing("bare")).toEqual(expect.arrayContaining(own));
  for (const name of own) expect(missing("pokrivi")).not.toContain(name);
});

it("a translation takes over what says the same in all languages", async () => {
  rmSync(at("content/practices/2016/pokrivi.en.md"));
  const { stdout } = await runPraktika(["new", "--translate", "pokrivi", "--lang", "en", "--root", folder()]);
  const text = readFileSync(stdout.trim(), "utf8");
  for (const [kind] of kinds) expect(text.includes(`${nameOf(kind)}:`), kind).toBe(!translated.includes(kind));
});

it("a table that is imported has columns for them, by their labels in either language", async () => {
  const cells = kinds.map(([kind, { written, cell }]) => [labelOf(kind, "en"), cell ?? written] as const);
  const columns = [["Title", "Внесена"], ["Date", "2017-01-02"], ...cells];
  const line = (index: number): string => columns.map((column) => `"${column[index]}"`).join(",");
  writeFileSync(at("list.csv"), `${line(0)}\n${line(1)}\n`);
  const { stdout, stderr } = await runPraktika(["import", at("list.csv"), "--root", folder(), "--lang", "en"]);
  expect(stderr).not.toContain("import/cell-doubt");
  const text = readFileSync(join(process.cwd(), stdout.trim().split("\n")[0] ?? ""), "utf8");
  for (const [kind] of kinds) expect(text).toContain(`${nameOf(kind)}:`);
  const { status, stdout: found } = await runPraktika(["check", "--root", folder(), "--lang", "en"]);
  expect(found).not.toContain("error");
  expect(status, stdout).toBe(0);
});

describe("a wrong value", () => {
  it.each(kinds.filter(([, { wrong }]) => wrong !== undefined))(
    "of the kind %s is found at its place, with a fix",
    async (kind, { written, wrong = "" }) => {
      const file = "content/practices/2016/pokrivi.bg.md";
      const before = practiceOf("bg");
      writeFileSync(at(file), before.replace(`${nameOf(kind)}: ${written}`, `${nameOf(kind)}: ${wrong}`));
      const { status, stdout } = await runPraktika(["check", "--root", folder(), "--lang", "en", "--format", "json"]);
      writeFileSync(at(file), before);
      expect(status).toBe(1);
      const found = JSON.parse(stdout).diagnostics.filter((one: { severity: string }) => one.severity === "error");
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        file: expect.stringContaining("pokrivi.bg.md"),
        line: 7 + kinds.findIndex(([name]) => name === kind),
      });
      expect(found[0].hint.length).toBeGreaterThan(10);
    },
  );
});
