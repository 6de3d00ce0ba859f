import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { composeCmsConfig } from "../../src/cms/cms-config.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import type { ThemeId } from "../../src/core/model/ids.ts";
import { type Editing, editingBackends } from "../../src/core/model/site.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";
import { createPracticeSchema } from "../../src/read/schema/practice-schema.ts";
import { defaultSite } from "../../src/read/validate-site.ts";

const themeId = "energy" as ThemeId;
const vocabulary = {
  site: { ...defaultSite, languages: ["bg", "en"], editorLanguage: "bg" as const },
  themes: new Map([[themeId, { id: themeId, name: { bg: "Енергия", en: "Energy" } }]]),
  ...readDefaultPlaces(),
  map: undefined,
  fields: practiceFields,
} as const;
const editing: Editing = {
  backend: "github",
  repository: "foundation/archive",
  branch: undefined,
  authServer: undefined,
};

interface Widget {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly i18n?: true | "duplicate";
  readonly options?: readonly unknown[];
  readonly fields?: readonly Widget[];
}

const schemaFile = fileURLToPath(new URL("../../node_modules/@sveltia/cms/schema/sveltia-cms.json", import.meta.url));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(readFileSync(schemaFile, "utf8")),
);

describe("the configuration of the editor in the browser", () => {
  it.each(editingBackends)("is one that the editor accepts, with %s", (backend) => {
    for (const given of [
      { ...editing, backend },
      { ...editing, backend, branch: "main", authServer: "https://auth.example.org" },
    ]) {
      validate(JSON.parse(JSON.stringify(composeCmsConfig(vocabulary, given))));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it("has a field for everything that a practice may say, named in the editors' language", () => {
    const { collections } = composeCmsConfig(vocabulary, editing) as {
      collections: readonly { readonly fields: readonly Widget[] }[];
    };
    const fields = collections[0]?.fields ?? [];
    const known = Object.keys(createPracticeSchema(vocabulary).shape).filter((name) => name !== "lang");
    expect(fields.map(({ name }) => name)).toEqual([...known, "body"]);
    const all = fields.flatMap((field) => [field, ...(field.fields ?? [])]);
    for (const { name, label } of all) expect(label, name).toMatch(/[А-я]/);
    expect(fields.find(({ name }) => name === "themes")?.options).toEqual([{ value: "energy", label: "Енергия" }]);
    expect(fields.find(({ name }) => name === "municipality")?.options?.length).toBe(vocabulary.places.size);
    // A practice has several themes and places, but one kind of translation.
    expect(all.filter(({ multiple }) => multiple).map(({ name }) => name)).toEqual(["municipality", "themes"]);
  });

  it("wants of a practice what no practice can be without, and shares between languages what needs no translation", () => {
    const { collections } = composeCmsConfig(vocabulary, editing) as {
      collections: readonly { readonly fields: readonly Widget[] }[];
    };
    const [practices, pages] = collections.map(({ fields }) => fields);
    const required = (fields: readonly Widget[] = []) =>
      fields.filter((field) => field.required).map(({ name }) => name);
    expect([required(practices), required(pages)]).toEqual([["title", "date"], ["title"]]);
    const shared = practices?.filter(({ i18n }) => i18n === "duplicate").map(({ name }) => name);
    expect(shared?.sort()).toEqual(
      ["attachments", "award", "date", "legacy", "municipality", "projectUrl", "status", "themes"].sort(),
    );
    // Within a group only what the group is nothing without.
    const within = (name: string) => required(practices?.find((field) => field.name === name)?.fields);
    const groups = ["award", "attachments", "legacy", "contact", "status"];
    expect(Object.fromEntries(groups.map((name) => [name, within(name)]))).toEqual({
      award: ["name"],
      attachments: ["file", "title"],
      legacy: ["iid"],
      contact: [],
      status: ["state"],
    });
  });
});

it("the editor opens the branch that is named, and begins texts in the first language of the site", () => {
  const config = (given: Partial<Editing>, languages: readonly ["bg" | "en", ...("bg" | "en")[]]) =>
    composeCmsConfig({ ...vocabulary, site: { ...vocabulary.site, languages } }, { ...editing, ...given });
  expect(config({}, ["bg", "en"])).toMatchObject({
    backend: { name: "github", repo: "foundation/archive", auth_methods: ["token"] },
    i18n: { locales: ["bg", "en"], default_locale: "bg" },
  });
  expect(config({}, ["bg"])).not.toHaveProperty("backend.branch");
  // Editors who read Bulgarian may write English first.
  expect(config({ branch: "main", authServer: "https://auth.example.org" }, ["en", "bg"])).toMatchObject({
    backend: { branch: "main", base_url: "https://auth.example.org" },
    i18n: { default_locale: "en" },
  });
});
