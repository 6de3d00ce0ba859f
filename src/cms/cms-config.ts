import { type Language, localize } from "../core/language/language.ts";
import type { Editing, Vocabulary } from "../core/model/site.ts";
import type { FieldText } from "../locales/field-text.ts";
import type { FieldTexts } from "../locales/field-texts.ts";
import { locales } from "../locales/locales.ts";
import { nameOfChoice, practiceTextsOf } from "../locales/texts-of.ts";
import { pageSchema } from "../read/schema/page-schema.ts";
import { createPracticeSchema } from "../read/schema/practice-schema.ts";
import { describeFields, type FieldShape } from "./describe-fields.ts";

/** A field of a form, as Sveltia CMS is told of it (its JSON schema is in the package). */
type Widget = Readonly<Record<string, unknown>>;

/** What the forms need to know beside the fields. */
interface Form {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly texts: FieldTexts;
  readonly fieldTexts: Readonly<Record<string, FieldText>>;
  /** Fields that say the same in every language version; the editor copies them from one to the other. */
  readonly shared: ReadonlySet<string>;
  /** The file's name says the language. */
  readonly unneeded: ReadonlySet<string>;
}

/** Names of the fields of the archive that have a trait. */
const namesWith = (trait: "shared" | "inFileName", { fields }: Vocabulary): ReadonlySet<string> =>
  new Set(fields.filter((field) => field[trait]).map(({ name }) => name));

/** A folder of texts that the editor opens. */
interface Collection {
  readonly name: "practices" | "pages";
  /** Where in the folder a new text lies. */
  readonly path: string;
  readonly shape: FieldShape;
  readonly form: Form;
}

/** The configuration of the editor in the browser: a form for practices and one for pages, made from the schemas. */
export function composeCmsConfig(vocabulary: Vocabulary, editing: Editing): object {
  const { site } = vocabulary;
  const language = site.editorLanguage ?? site.languages[0];
  const texts = locales[language].fields;
  const form = (fields: Form["fieldTexts"]): Form => ({
    vocabulary,
    language,
    texts,
    fieldTexts: fields,
    shared: namesWith("shared", vocabulary),
    unneeded: namesWith("inFileName", vocabulary),
  });
  const practices = describeFields(createPracticeSchema(vocabulary));
  return {
    load_config_file: false,
    backend: {
      name: editing.backend,
      repo: editing.repository,
      ...(editing.branch ? { branch: editing.branch } : {}),
      ...(editing.authServer ? { base_url: editing.authServer } : { auth_methods: ["token"] }),
    },
    app_title: localize(site.name, language),
    site_url: site.baseUrl,
    media_folder: "content/media",
    public_folder: "media",
    slug: { encoding: "ascii", clean_accents: true, lowercase: true },
    i18n: {
      structure: "multiple_files",
      locales: site.languages,
      default_locale: site.languages[0],
      // A translation is begun when there is somebody to write it.
      initial_locales: "default",
    },
    output: { omit_empty_optional_fields: true },
    collections: [
      describeCollection({
        name: "practices",
        path: "{{year}}/{{slug}}",
        shape: practices,
        form: form(practiceTextsOf(language, vocabulary.fields)),
      }),
      describeCollection({
        name: "pages",
        path: "{{slug}}",
        shape: describeFields(pageSchema),
        form: form(texts.page),
      }),
    ],
  };
}

function describeCollection({ name, path, shape, form }: Collection): object {
  const { texts } = form;
  return {
    name,
    label: texts.files[name],
    label_singular: texts.one[name === "practices" ? "practice" : "page"],
    folder: `content/${name}`,
    path,
    slug: { template: "{{title}}", editable: ["create"], hint: texts.slugHint },
    create: true,
    i18n: true,
    fields: [
      ...widgetsOf(shape, "", form),
      { name: "body", widget: "markdown", ...texts.body, i18n: true, required: false },
    ],
  };
}

function widgetsOf({ properties, required }: FieldShape, path: string, form: Form): readonly Widget[] {
  return Object.entries(properties ?? {}).flatMap(([name, shape]) => {
    if (form.unneeded.has(name)) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const { label, hint } = form.fieldTexts[at] ?? { label: name, hint: "" };
    const top = at.split(".", 1)[0] ?? "";
    return {
      name,
      label,
      ...(hint ? { hint } : {}),
      required: required?.includes(name) ?? false,
      i18n: form.shared.has(top) ? "duplicate" : true,
      ...widgetOf(shape, at, form),
    };
  });
}

function widgetOf(shape: FieldShape, path: string, form: Form): Widget {
  const { texts, vocabulary, language } = form;
  switch (shape.kind) {
    case "line":
      return { widget: "string" };
    case "prose":
      return { widget: "text" };
    case "webAddress":
      return { widget: "string", type: "url" };
    case "count":
      return { widget: "number", value_type: "int" };
    case "quantity":
      return { widget: "number", value_type: "float" };
    case "money":
    case "agent":
      return { widget: "string" };
    case "file":
      return { widget: "file" };
    case "yesNo":
      return {
        widget: "select",
        options: ["true", "false"].map((value) => ({ value, label: texts.choices[value] ?? value })),
      };
    case "flag":
      return { widget: "boolean" };
    case "day":
      return { widget: "datetime", type: "date", format: "YYYY-MM-DD", picker_utc: false };
    case "choice":
      return {
        widget: "select",
        options: shape.enum?.map((value) => ({
          value,
          label: localize(shape.labels?.[value], language) || nameOfChoice(value, language) || value,
        })),
      };
    case "theme":
      return {
        widget: "select",
        options: [...vocabulary.themes].map(([value, { name }]) => ({ value, label: localize(name, language) })),
      };
    case "municipality":
      return {
        widget: "select",
        options: [...vocabulary.places.values()].map(({ code, name, province }) => ({
          value: code,
          label: province ? `${name} (${province.name})` : name,
        })),
      };
    case "list": {
      const item = widgetOf(shape.items ?? {}, path, form);
      if (item.widget === "select") return { ...item, multiple: true };
      return { widget: "list", ...(item.fields ? { fields: item.fields } : {}) };
    }
    case "ownText":
    case "localized":
    case "selection":
    case "groupOrNone":
    case undefined:
      return { widget: "object", collapsed: true, fields: widgetsOf(shape, path, form) };
  }
}
