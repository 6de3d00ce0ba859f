import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { composeCmsConfig } from "../src/cms/cms-config.ts";
import { composeEditorSettings } from "../src/cms/editor-settings.ts";
import { languages } from "../src/core/language/language.ts";
import type { Body } from "../src/core/model/body.ts";
import { readField } from "../src/core/model/fields/complete-record.ts";
import { type Field, type Member, membersOf, type ValueType } from "../src/core/model/fields/field.ts";
import { practiceFields } from "../src/core/model/fields/practice-fields.ts";
import type { Practice } from "../src/core/model/practice.ts";
import { practiceTextsOf } from "../src/locales/texts-of.ts";
import { dataColumnsOf } from "../src/pages/open-data/data-columns.ts";
import { elementsOf, termsOf } from "../src/pages/open-data/terms.ts";
import { plainFactsAt, plainFieldsAt } from "../src/pages/practice/plain-facts.ts";
import { searchedNames, searchedTexts } from "../src/pages/search/searched-fields.ts";
import { composeNewPractice, composeTranslation, type NewPractice } from "../src/read/new-practice.ts";
import { parseDocument } from "../src/read/parse-document.ts";
import { createPracticeSchema } from "../src/read/schema/practice-schema.ts";
import { createPracticeValidator } from "../src/read/validate-practice.ts";
import { listWantedParts, measureCompleteness } from "../src/review/completeness.ts";
import { archiveOf, vocabulary } from "./builders.ts";
import { contextOf, renderAt } from "./pages/render-route.ts";

/*
 * Everything that is made from the table of fields knows every row of it. What is expected of a row is worked out from the row, so a new one is
 * tested without a change here.
 */

const fields: readonly Field[] = practiceFields;
const known = vocabulary({ languages: ["bg", "en"], editorLanguage: "en" });
const validate = createPracticeValidator(known);

/** A value as an editor writes it; a word of its own where the kind allows any. */
function sampleOf(type: ValueType, word: string): unknown {
  switch (type.kind) {
    case "line":
    case "prose":
    case "agent":
      return word;
    case "webAddress":
      return `https://${word}.example.org/`;
    case "count":
      return "1067";
    case "flag":
      return "true";
    case "day":
      return "2016-06-09";
    case "choice":
      return type.values[0];
    case "theme":
      return "energy";
    case "municipality":
      return "SLV20";
    case "quantity":
      return "12.5";
    case "money":
      return "12 000 лв. (2016)";
    case "yesNo":
      return "да";
    case "file":
      return `media/${word}.pdf`;
    case "list":
      return [sampleOf(type.of, word)];
    case "group":
      return Object.fromEntries(type.fields.map((member) => [member.name, sampleOf(member, word + member.name)]));
  }
}

const wordOf = (name: string): string => `word${name.toLowerCase()}`;
const samples = Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, wordOf(field.name))]));
delete samples.draft;

function documentOf(written: Readonly<Record<string, unknown>>, id = "most") {
  return { path: `content/practices/2016/${id}.bg.md`, fields: written, body: "", bodyLine: 1 };
}

function practiceOf(written: Readonly<Record<string, unknown>>, id?: string): Practice {
  const { value, findings } = validate(documentOf(written, id) as Parameters<typeof validate>[0]);
  expect(findings).toEqual([]);
  if (!value) throw new Error("the sample is no practice");
  return value;
}

const entryOf = (item: Practice) => ({ item, outline: { links: [], anchors: [] }, summary: item.summary ?? "" });
const full = practiceOf(samples);
const bare = practiceOf({ title: "Мост", innovator: "Община Сливен", date: "2016-06-09" }, "park");
const archive = archiveOf([entryOf(full), entryOf(bare)], { vocabulary: known });
const context = contextOf(archive);
const page = load(renderAt("/bg/practices/most/", context));
const barePage = load(renderAt("/bg/practices/park/", context));
const body: Body = {
  lead: "",
  sections: [],
  footnotes: "",
  firstParagraph: "",
  outline: { links: [], anchors: [] },
};

const rows = fields.map((field): [string, Field] => [field.name, field]);
const members = fields.flatMap((field) =>
  membersOf(field).map((member): [string, Field, Member] => [`${field.name}.${member.name}`, field, member]),
);

it("no two rows have one name, one property or one column", () => {
  const columns = dataColumnsOf(fields).map(({ name }) => name);
  const names = fields.map(({ name }) => name);
  const properties = fields.map(({ name, property }) => property ?? name);
  for (const all of [columns, names, properties]) expect(new Set(all).size).toBe(all.length);
});

describe.each(rows)("the field %s", (name, field) => {
  const shape = createPracticeSchema(known).shape as Readonly<Record<string, unknown>>;

  it("is part of the schema, and of the record unless the file's name says it", () => {
    expect(Object.keys(shape)).toContain(name);
    if (field.inFileName) expect(readField(full, field)).toBeUndefined();
    else if (field.kind !== "flag") expect([readField(full, field)].flat().length).toBe(1);
    const isMissed = field.need !== undefined;
    const { [name]: _, ...others } = samples;
    const { findings } = validate(documentOf(others) as Parameters<typeof validate>[0]);
    const missing = findings.filter(({ code }) => code === "front-matter/missing-field");
    expect(missing.map(({ parameters }) => (parameters as { field: string }).field)).toEqual(isMissed ? [name] : []);
  });

  it("has its texts in every language", () => {
    for (const language of languages) {
      const texts = practiceTextsOf(language, fields)[name];
      const isPlain = field.place !== undefined && !field.ownMarkup;
      expect(texts?.label, language).toMatch(/\p{L}/u);
      expect(texts?.heading !== undefined, `${language} heading`).toBe(isPlain);
      expect(texts?.data !== undefined, `${language} data`).toBe(field.data !== undefined);
      expect(texts?.wanted !== undefined, `${language} wanted`).toBe(field.wanted === true);
      // It stands within a sentence, unless it is a name.
      if (texts?.wanted) expect(texts.wanted, language).toMatch(/^\p{Ll}/u);
      expect(texts?.question !== undefined, `${language} question`).toBe(field.asked === true);
    }
  });

  it("is in the JSON Schema of VS Code, under its name", () => {
    const file = composeEditorSettings(known).find(({ path }) => path.endsWith("/practice.json"));
    const { properties, required = [] } = JSON.parse(file?.text ?? "{}");
    expect(properties[name]?.title).toBe(practiceTextsOf("en", fields)[name]?.label);
    expect(required.includes(name)).toBe(field.need === "required");
  });

  it("is in the form of the editor in the browser, which copies it if it is the same in all languages", () => {
    const config = composeCmsConfig(known, {
      backend: "github",
      repository: "a/b",
      branch: undefined,
      authServer: undefined,
    }) as { collections: readonly { fields: readonly { name: string; i18n: unknown; label: string }[] }[] };
    const widget = config.collections[0]?.fields.find((other) => other.name === name);
    if (field.inFileName) expect(widget).toBeUndefined();
    else
      expect(widget).toMatchObject({
        label: practiceTextsOf("en", fields)[name]?.label,
        i18n: field.shared ? "duplicate" : true,
      });
  });

  it("is found by the search with its weight, if it has one", () => {
    const found = [...searchedTexts(full, known), ...searchedNames(full, archive)];
    const only = [...searchedTexts(full, { ...known, fields: [field] }), ...searchedNames(full, archive, [field])];
    for (const text of only) expect(found).toContainEqual(text);
    if (field.search !== undefined) {
      expect(only.length).toBeGreaterThan(0);
      expect(new Set(only.map(({ weight }) => weight))).toEqual(new Set([field.search]));
    } else if (membersOf(field).every(({ search }) => search === undefined)) expect(only).toEqual([]);
  });

  it("stands on the page and the sheet, if its row gives it a place", () => {
    if (field.place === undefined) return;
    const value = readField(full, field);
    const said = page("article[data-practice]").text();
    if (field.kind === "line" || field.kind === "prose") expect(said).toContain(value);
    if (field.ownMarkup) return;
    const heading = practiceTextsOf("bg", fields)[name]?.heading;
    const labels = page("article dt").toArray();
    expect(labels.map((element) => page(element).text())).toContain(heading);
    const labelsOfBare = barePage("article dt").toArray();
    expect(labelsOfBare.some((element) => barePage(element).text() === heading)).toBe(field.place === "transfer");
  });

  it("is compared, if it stands among the facts or after the text without markup of its own", () => {
    const compare = load(renderAt("/bg/compare/", context));
    const isCompared = ["facts", "transfer"].includes(field.place ?? "") && !field.ownMarkup;
    expect(compare(`[data-row="${name}"]`).length).toBe(isCompared ? 1 : 0);
    if (!isCompared) return;
    // The script of the comparison finds it by its name.
    const texts = practiceTextsOf("bg", fields)[name];
    expect(page(`[data-field="${name}"] dt`).text()).toBe(texts?.heading);
    expect(compare(`[data-row="${name}"] th`).text()).toBe(texts?.compared ?? texts?.heading);
  });

  it("is asked for by the report of completeness, if it is wanted", () => {
    expect(listWantedParts(known).some((part) => part.field?.name === name)).toBe(field.wanted === true);
    const missed = measureCompleteness(archive, () => body).map(
      ({ entry, missing }) => [entry.item.id as string, missing.some((part) => part.field?.name === name)] as const,
    );
    const isStatedByBare = field.need !== undefined;
    expect(Object.fromEntries(missed)).toEqual({ most: false, park: field.wanted === true && !isStatedByBare });
  });

  it("is written by `praktika new`, if it is asked for, and by a translation, if it says the same in all languages", () => {
    const answers = Object.fromEntries(
      fields.filter(({ asked }) => asked).map((other) => [other.name, samples[other.name]]),
    ) as NewPractice["answers"];
    const created = parseDocument({ ...composeNewPractice({ language: "bg", answers }, known, () => false) }).value
      ?.fields;
    expect(name in (created ?? {})).toBe(field.asked === true || name === "draft");
    const original = documentOf(samples) as Parameters<typeof composeTranslation>[0];
    const translated =
      parseDocument({ ...composeTranslation(original, { id: "most", language: "en" }, known) }).value?.fields ?? {};
    const begun = ["title", "innovator", "translation", "draft"];
    const isPartlyShared = field.kind === "group" && field.fields.some(({ shared }) => shared);
    expect(name in translated).toBe(field.shared === true || isPartlyShared || begun.includes(name));
    if (field.shared) expect(translated[name]).toEqual(samples[name]);
  });
});

describe.each(members)("the member %s", (path, group, member) => {
  it("has its texts in every language", () => {
    for (const language of languages) {
      expect(practiceTextsOf(language, fields)[path]?.label).toMatch(/\p{L}/u);
      expect(practiceTextsOf(language, fields)[path]?.data !== undefined).toBe(member.data !== undefined);
    }
  });

  it("is found by the search with its weight, if it has one", () => {
    const found = searchedTexts(full, { ...known, fields: [group] }).filter(
      ({ text }) => text === wordOf(group.name) + member.name,
    );
    expect(found.map(({ weight }) => weight)).toEqual(member.search === undefined ? [] : [member.search]);
  });
});

const withColumn = [...rows, ...members.map(([path, , member]) => [path, member] as const)].flatMap(([path, row]) =>
  row.data ? [[path, row.data] as const] : [],
);

describe.each(withColumn)("the column of %s", (_, { column, schemaOrg, dublinCore }) => {
  const records = JSON.parse(renderAt("/data/practices.json", context));

  it("is in the table, in the records and in their descriptions", () => {
    const csv = renderAt("/data/practices.csv", context).split("\r\n")[0]?.replace("\ufeff", "").split(",");
    expect(csv).toContain(column);
    const [value] = [records[0][column]].flat();
    expect(value).not.toBeNull();
    expect(value).not.toBe("");
    const { resources } = JSON.parse(renderAt("/data/datapackage.json", context));
    const described = resources[0].schema.fields.find(({ name }: { name: string }) => name === column);
    expect(described.description).toMatch(/\w/);
  });

  it("is in the metadata of the page and in the catalogue record, if it has a term there", () => {
    const jsonLd = JSON.parse(page('script[type="application/ld+json"]').text());
    if (schemaOrg) expect(jsonLd[schemaOrg]).toEqual(records[0][column]);
    if (dublinCore) {
      expect(page(`meta[name="DC.${dublinCore}"]`).attr("content")).toBe([records[0][column]].flat()[0]);
      expect(renderAt("/data/oai.xml", context)).toContain(`<dc:${dublinCore} xml:lang="bg">`);
    }
  });
});

describe("a table with a row more", () => {
  const helpers: Field = {
    name: "helpers",
    kind: "prose",
    search: 2,
    data: { column: "helpers", schemaOrg: "contributor", dublinCore: "contributor" },
    place: "transfer",
    wanted: true,
  };
  const more = [...fields, helpers];
  const item = { ...full, helpers: "Читалище „Зора“\n\nОбщина Ямбол" };
  const practice = { entry: entryOf(item), archive };

  it("gives its value a schema, and only its value", () => {
    const schema = createPracticeSchema({ ...known, fields: more });
    expect(schema.parse({ ...samples, helpers: " Зора " })).toMatchObject({ helpers: "Зора" });
    expect(schema.safeParse({ ...samples, helper: "Зора" }).success).toBe(false);
  });

  it("shows it, after the other fields of its place", () => {
    const withMore = { ...context, archive: { ...context.archive, fields: more } };
    const facts = plainFactsAt("transfer", item, { context: withMore, link: (permalink) => permalink });
    expect(facts.at(-1)).toMatchObject({ name: "helpers", paragraphs: ["Читалище „Зора“", "Община Ямбол"] });
    expect(facts.map(({ name }) => name)).toEqual([
      ...plainFieldsAt("transfer", fields).map(({ name }) => name),
      "helpers",
    ]);
  });

  it("finds it, publishes it behind the other columns under the terms of its row, and asks for it", () => {
    expect(searchedTexts(item, { ...known, fields: more })).toContainEqual({ text: item.helpers, weight: 2 });
    const columns = dataColumnsOf(more);
    expect(columns.at(-1)).toMatchObject({ name: "helpers", type: "string" });
    expect(termsOf("schemaOrg", practice, columns)).toContainEqual(["contributor", item.helpers]);
    expect(elementsOf("dublinCore", practice, columns)).toContainEqual(["contributor", "Читалище „Зора“ Община Ямбол"]);
    const others = elementsOf("dublinCore", { entry: entryOf(bare), archive }, columns);
    expect(others.map(([term]) => term)).not.toContain("contributor");
    expect(listWantedParts({ ...known, fields: more }).map(({ name }) => name)).toContain("helpers");
  });
});
