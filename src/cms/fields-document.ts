import { type Language, languages, nameOfLanguage, worldLanguage } from "../core/language/language.ts";
import { type Field, type Member, membersOf, type ValueType } from "../core/model/fields/field.ts";
import { practiceTextsOf } from "../locales/texts-of.ts";

const kindNames: Readonly<Record<Exclude<ValueType["kind"], "list" | "choice">, string>> = {
  line: "text",
  prose: "long text",
  count: "whole number",
  flag: "yes or no",
  day: "date",
  webAddress: "link",
  quantity: "number",
  money: "sum of money",
  yesNo: "yes or no",
  agent: "person or organisation",
  file: "file",
  theme: "theme",
  municipality: "municipality",
  group: "group",
};

const placeNames: Readonly<Record<NonNullable<Field["place"]>, string>> = {
  head: "head",
  facts: "facts beside the text",
  text: "text",
  transfer: "facts after the text",
  closing: "contact",
  foot: "foot of the sheet",
};

/** docs/fields.md: the table of fields as a document, with what every field means in each language. */
export function composeFieldsDocument(fields: readonly Field[]): string {
  const head = [
    "Field",
    "Kind",
    "Required, wanted",
    "Same in all languages",
    "Place on page and sheet",
    "Weight in the search",
    "Open data",
    ...languages.map((language) => nameOfLanguage(language, worldLanguage)),
  ];
  const rows = fields.flatMap((field) => [
    [...cellsOf(field.name, field), ...languages.map((language) => meaningOf(field.name, language))],
    ...membersOf(field).map((member) => memberCells(field, member)),
  ]);
  return `# Fields of a practice

<!-- Made from src/core/model/fields/practice-fields.ts by npm run docs. -->

The front matter of a practice may hold these fields. The search gives a word of the running text the weight 1. Columns of the open data
that are no fields (id, language, provinces, nominations, url) are not listed.

${[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escapeCell).join(" | ")} |`).join("\n")}
`;
}

function memberCells(field: Field, member: Member): readonly string[] {
  const path = `${field.name}.${member.name}`;
  return [...cellsOf(path, member), ...languages.map((language) => meaningOf(path, language))];
}

function cellsOf(path: string, row: Field | Member): readonly string[] {
  return [
    `\`${path}\``,
    nameKind(row),
    needOf(row),
    row.shared ? "yes" : "",
    "place" in row && row.place ? placeNames[row.place] : "",
    row.search === undefined ? "" : String(row.search),
    dataOf(row),
  ];
}

function nameKind(type: ValueType): string {
  if (type.kind === "list") return `list: ${nameKind(type.of)}`;
  if (type.kind === "choice") return `one of ${type.values.map((value) => `\`${value}\``).join(", ")}`;
  return kindNames[type.kind];
}

function needOf(row: Field | Member): string {
  if ("required" in row && row.required) return "required";
  if (!("need" in row || "wanted" in row)) return "";
  if (row.need === "required") return "required";
  return [row.need === "named" ? "must be named, if only as `-`" : "", row.wanted ? "wanted" : ""]
    .filter(Boolean)
    .join("; ");
}

function dataOf({ data }: Field | Member): string {
  if (!data) return "";
  const terms = [
    data.schemaOrg ? `schema.org \`${data.schemaOrg}\`` : "",
    data.dublinCore ? `Dublin Core \`${data.dublinCore}\`` : "",
  ].filter(Boolean);
  return [`\`${data.column}\``, ...terms].join(", ");
}

function meaningOf(path: string, language: Language): string {
  const { label = path, hint = "" } = practiceTextsOf(language, [])[path] ?? {};
  return hint ? `${label}: ${hint}` : label;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
