import type { Vocabulary } from "../core/model/site.ts";
import { locales } from "../locales/locales.ts";
import { practiceTextsOf } from "../locales/texts-of.ts";
import { fieldsFileSchema, type rowSchema } from "../read/schema/fields-schema.ts";
import { createIssueSchema } from "../read/schema/issue-schema.ts";
import { pageSchema } from "../read/schema/page-schema.ts";
import { createPracticeSchema } from "../read/schema/practice-schema.ts";
import { siteSchema, themesSchema } from "../read/schema/site-schema.ts";
import { describeFields } from "./describe-fields.ts";
import { composeJsonSchema, type JsonSchema } from "./json-schema.ts";
import type { TextsOf } from "./texts-of-schema.ts";

/** The files in it are Praktika's own; those beside it are an editor's to change. */
export const schemaFolder = ".vscode/schemas/";

/** A file for a program that helps to write. */
export interface SettingsFile {
  /** Relative to the root of the site. */
  readonly path: string;
  readonly text: string;
}

/**
 * Settings that let VS Code and its like complete and check the YAML files of a site, and show what `praktika check`
 * finds at the line where it stands: JSON Schemas of all files, in the editors' language.
 */
export function composeEditorSettings(vocabulary: Vocabulary): readonly SettingsFile[] {
  const { site, themes, places } = vocabulary;
  const language = site.editorLanguage ?? site.languages[0];
  const texts = locales[language].fields;
  const words = {
    themeIds: [...themes.keys()],
    municipalities: [...places.values()].flatMap(({ name, code }) => [name, code]),
  };
  const schemas: Readonly<Record<string, JsonSchema>> = {
    practice: composeJsonSchema(texts.files.practices, describeFields(createPracticeSchema(vocabulary)), {
      ...words,
      texts: practiceTextsOf(language, vocabulary.fields),
    }),
    page: composeJsonSchema(texts.files.pages, describeFields(pageSchema), {
      ...words,
      texts: texts.page satisfies TextsOf<typeof pageSchema>,
    }),
    issue: composeJsonSchema(texts.files.issues, describeFields(createIssueSchema(vocabulary)), {
      ...words,
      texts: texts.issue satisfies TextsOf<ReturnType<typeof createIssueSchema>>,
    }),
    site: composeJsonSchema(texts.files.site, describeFields(siteSchema), {
      ...words,
      texts: texts.site satisfies TextsOf<typeof siteSchema>,
    }),
    fields: composeJsonSchema(texts.files.fields, describeFields(fieldsFileSchema), {
      ...words,
      texts: texts.row satisfies TextsOf<typeof rowSchema>,
    }),
    themes: composeJsonSchema(texts.files.themes, describeFields(themesSchema), { ...words, texts: {} }),
  };
  return [
    ...Object.entries(schemas).map(([name, schema]) => jsonFile(`${schemaFolder}${name}.json`, schema)),
    jsonFile(".vscode/settings.json", {
      "yaml.schemas": {
        ".vscode/schemas/site.json": "content/site.yaml",
        ".vscode/schemas/themes.json": "content/themes.yaml",
        ".vscode/schemas/fields.json": "content/fields.yaml",
        ".vscode/schemas/issue.json": "content/issues/*.yaml",
      },
      "files.encoding": "utf8",
      "files.eol": "\n",
    }),
    jsonFile(".vscode/extensions.json", { recommendations: ["redhat.vscode-yaml"] }),
    jsonFile(".vscode/tasks.json", {
      version: "2.0.0",
      tasks: [
        {
          label: "praktika check",
          type: "shell",
          command: "npx praktika check --format github",
          group: { kind: "test", isDefault: true },
          // What is found in a text appears at its line: no extension can check front matter in Markdown files.
          problemMatcher: {
            owner: "praktika",
            // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code puts the folder in.
            fileLocation: ["relative", "${workspaceFolder}"],
            pattern: {
              regexp:
                "^::(error|warning|notice) file=([^,]+),line=(\\d+),col=(\\d+),endColumn=(\\d+),title=([^:]*)::(.*?)%0A",
              severity: 1,
              file: 2,
              line: 3,
              column: 4,
              endColumn: 5,
              code: 6,
              message: 7,
            },
          },
        },
        { label: "praktika dev", type: "shell", command: "npx praktika dev", isBackground: true, problemMatcher: [] },
      ],
    }),
  ];
}

function jsonFile(path: string, value: object): SettingsFile {
  return { path, text: `${JSON.stringify(value, undefined, 2)}\n` };
}
