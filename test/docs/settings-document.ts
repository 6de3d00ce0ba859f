import { describeFields, type FieldShape } from "../../src/cms/describe-fields.ts";
import { type Language, languages } from "../../src/core/language/language.ts";
import type { Site } from "../../src/core/model/site.ts";
import type { FieldKind } from "../../src/read/schema/fields.ts";
import { rowSchema } from "../../src/read/schema/fields-schema.ts";
import { siteSchema } from "../../src/read/schema/site-schema.ts";
import { defaultSite } from "../../src/read/validate-site.ts";
import { madeFrom, markdownTable } from "./markdown-table.ts";
import { nameLanguage, settingTexts } from "./texts.ts";

/** The settings that hold where site.yaml does not say them, by the property that holds them in the program. */
const defaults: Readonly<Record<string, keyof Site>> = {
  languages: "languages",
  baseUrl: "baseUrl",
  demonstration: "demonstration",
  "nominations.open": "nominationsOpen",
  rawHtml: "rawHtml",
  "print.paper": "paper",
  practicesPerPage: "practicesPerPage",
  offline: "offline",
};

const kindNames: Readonly<Record<Exclude<FieldKind, "choice" | "list" | "selection" | "groupOrNone">, string>> = {
  line: "text",
  prose: "long text",
  count: "whole number",
  flag: "`true` or `false`",
  day: "date",
  webAddress: "link",
  quantity: "number",
  money: "sum of money",
  yesNo: "yes or no",
  agent: "person or organisation",
  file: "file",
  localized: "text, in one or each language",
  ownText: "text, in one or each language",
  theme: "theme",
  municipality: "municipality",
};

const intro = `# Settings of site.yaml

${madeFrom("src/read/schema/site-schema.ts and the texts of its fields")}

\`content/site.yaml\` may hold these settings; only the name is required. A member of a group stands below it, indented:
\`print.paper\` is the line \`paper:\` below \`print:\`. A text in each language is written as \`{bg: …, en: …}\`.

Beside it lie \`content/themes.yaml\`, the themes in the order in which they are shown (\`energy: {bg: Енергия, en: Energy}\`), and the tables of [places](places.md),
where an archive has its own.`;

const fieldsIntro = `## fields.yaml

\`content/fields.yaml\` holds the fields of the archive's own, each by its name, and what the archive says of the built-in ones ([fields.md](fields.md)): of
those \`label\`, \`hint\`, \`required\`, \`wanted\` and \`data\` can be said, and \`none\` leaves one out. How the kinds are written:
[another-archive.md](another-archive.md#2-the-fields).`;

/** docs/settings.md: every setting of site.yaml, with its kind, its default and what it means in each language. */
export function composeSettingsDocument(): string {
  const head = ["Setting", "Kind", "Required", "Default", ...languages.map(nameLanguage)];
  const site = markdownTable(head, rowsOf(describeFields(siteSchema), "", "site"));
  const fields = markdownTable(head, rowsOf(describeFields(rowSchema), "", "row"));
  return `${intro}\n\n${site}\n\n${fieldsIntro}\n\n${fields}\n`;
}

function rowsOf(
  { properties = {}, required = [] }: FieldShape,
  above: string,
  of: "site" | "row",
): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = above + name;
    const row = [
      `\`${path}\``,
      nameKind(shape),
      required.includes(name) ? "yes" : "",
      defaultOf(path),
      ...languages.map((language) => meaningOf(path, language, of)),
    ];
    const group = shape.kind === "groupOrNone" ? shape.forms?.at(-1) : shape;
    return [row, ...(group && group.kind === undefined ? rowsOf(group, `${path}.`, of) : [])];
  });
}

function nameKind(shape: FieldShape): string {
  const { kind, items, additionalProperties } = shape;
  if (kind === "choice") return `one of ${shape.enum?.map((value) => `\`${value}\``).join(", ")}`;
  if (kind === "list") return `list: ${nameKind(items ?? {})}`;
  if (kind === undefined) return additionalProperties ? `by key: ${nameKind(additionalProperties)}` : "group";
  if (kind === "groupOrNone") return "`none`, or a group";
  if (kind === "selection") throw new Error("site.yaml holds no selection");
  return kindNames[kind];
}

function defaultOf(path: string): string {
  const property = defaults[path];
  return property ? `\`${[defaultSite[property]].flat().join(", ")}\`` : "";
}

function meaningOf(path: string, language: Language, of: "site" | "row"): string {
  const { label = path, hint = "" } = settingTexts(language, of)[path] ?? {};
  return hint ? `${label}: ${hint}` : label;
}
