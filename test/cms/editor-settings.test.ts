import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { composeEditorSettings, schemaFolder } from "../../src/cms/editor-settings.ts";
import { locales } from "../../src/locales/locales.ts";
import { listContent } from "../../src/read/read-content.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { loadVocabulary } from "../../src/site/load/load-vocabulary.ts";
import { expectGolden } from "../golden/expect-golden.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = resolveFolders(root, {});
const { value: vocabulary } = loadVocabulary(folders.content, listContent(folders.content).value);
const settings = composeEditorSettings(vocabulary);

function validatorOf(name: string): (value: unknown) => string[] {
  const file = settings.find(({ path }) => path === `${schemaFolder}${name}.json`);
  const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(file?.text ?? ""),
  );
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`));
}

/** As an editor's extension for YAML reads it, which knows nothing of Praktika. */
function yamlOf(path: string): unknown {
  const text = readFileSync(`${root}/content/${path}`, "utf8");
  return parse(path.endsWith(".md") ? (text.split(/^---$/m)[1] ?? "") : text);
}

const filesIn = (folder: string): string[] =>
  readdirSync(`${root}/content/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(md|yaml)$/.test(path))
    .map((path) => `${folder}/${path}`);

describe("the JSON Schemas", () => {
  it.each([
    ["practice", filesIn("practices")],
    ["page", filesIn("pages")],
    ["issue", filesIn("issues")],
    ["site", ["site.yaml"]],
    ["themes", ["themes.yaml"]],
  ])("accept every %s of the demonstration", (name, files) => {
    const validate = validatorOf(name);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(validate(yamlOf(file)), file).toEqual([]);
  });

  const practice = { title: "Паметник", innovator: "Община Сливен", date: "2016-06-09" };
  it.each([
    ["a name that is no field", { ...practice, inovator: "Община" }],
    ["a theme that does not exist", { ...practice, themes: ["energia"] }],
    ["a municipality that does not exist", { ...practice, municipality: "Атлантида" }],
    ["a date in another form", { ...practice, date: "09.06.2016" }],
    ["a missing title", { innovator: "Община Сливен", date: "2016-06-09" }],
    ["a name that is no field of a group", { ...practice, contact: { telefon: "02 123" } }],
  ])("refuse %s", (_, value) => {
    expect(validatorOf("practice")(value)).not.toEqual([]);
  });

  it("accept one theme and several, one municipality by name or code", () => {
    const validate = validatorOf("practice");
    expect(validate({ ...practice, themes: "energy", municipality: "Сливен" })).toEqual([]);
    expect(validate({ ...practice, themes: ["energy"], municipality: ["SLV20", "Ямбол"] })).toEqual([]);
  });
});

it("the settings that are kept with the demonstration are those that `praktika schema` writes", () => {
  for (const { path, text } of settings) expectGolden(text, `${root}/${path}`);
});

it("the task of VS Code understands what check prints for it", () => {
  const tasks = JSON.parse(settings.find(({ path }) => path === ".vscode/tasks.json")?.text ?? "");
  const { pattern } = tasks.tasks[0].problemMatcher;
  const line =
    "::warning file=content/practices/2016/a.bg.md,line=3,col=7,endColumn=12,title=link/unknown-practice::Няма практика „x“.%0AИмахте предвид";
  const found = new RegExp(pattern.regexp).exec(line);
  expect(found?.[pattern.file]).toBe("content/practices/2016/a.bg.md");
  expect([pattern.line, pattern.column, pattern.endColumn].map((group) => found?.[group])).toEqual(["3", "7", "12"]);
  expect(found?.[pattern.message]).toBe("Няма практика „x“.");
});

describe("the texts of the fields", () => {
  const shapes = (
    name: string,
  ): Record<string, { properties?: object; items?: object; additionalProperties?: object }> =>
    JSON.parse(settings.find(({ path }) => path === `${schemaFolder}${name}.json`)?.text ?? "{}").properties;

  it.each(["page", "issue", "site"] as const)("describe no field that %s does not have", (file) => {
    const known = shapes(file);
    const strangers = Object.keys(locales.bg.fields[file]).filter((name) => {
      const [field = "", member] = name.split(".");
      return !known[field] || (member && !JSON.stringify(known[field]).includes(`"${member}":`));
    });
    expect(strangers).toEqual([]);
  });
});
