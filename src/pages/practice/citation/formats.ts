import { separate } from "../../kit/separate.ts";
import type { CitedPractice } from "./citation.ts";

/** File formats of reference managers, by the ending of the file; one file holds any number of practices, each a report of its innovator. */
export const citationFormats = {
  bib: {
    name: "BibTeX",
    mediaType: "application/x-bibtex",
    compose: (practices) => separate(practices, "\n", toBibtex),
  },
  ris: {
    name: "RIS",
    mediaType: "application/x-research-info-systems",
    compose: (practices) => separate(practices, "", toRis),
  },
  json: {
    name: "CSL-JSON",
    mediaType: "application/vnd.citationstyles.csl+json",
    compose: composeCsl,
  },
} as const satisfies Record<string, Format>;

interface Format {
  readonly name: string;
  readonly mediaType: string;
  /** The file, in pieces. */
  readonly compose: (practices: Iterable<CitedPractice>) => Iterable<string>;
}

export type CitationFormat = keyof typeof citationFormats;

export const citationEndings = Object.keys(citationFormats) as readonly CitationFormat[];

/** BibTeX in UTF-8, as Biber and all of today's programs read it. */
function toBibtex(practice: CitedPractice): string {
  const [year, month] = practice.date.split("-");
  const fields: readonly (readonly [string, string])[] = [
    // Two pairs of braces: a name that is not taken apart into first and last names.
    ["author", practice.author && `{${escapeBibtex(practice.author)}}`],
    ["title", `{${escapeBibtex(practice.title)}}`],
    ["institution", escapeBibtex(practice.publisher)],
    ["series", escapeBibtex(practice.archive)],
    ["year", year ?? ""],
    ["month", String(Number(month))],
    ["date", practice.date],
    ["url", practice.url],
    ["language", practice.language],
    ["keywords", practice.keywords.map(escapeBibtex).join(", ")],
    ["abstract", escapeBibtex(practice.summary)],
  ];
  const lines = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = {${value}}`);
  return `@techreport{${practice.id},\n${lines.join(",\n")}\n}\n`;
}

function escapeBibtex(text: string): string {
  return text
    .replace(/\\/g, "\\textbackslash ")
    .replace(/[&%$#_{}]/g, "\\$&")
    .replace(/~/g, "\\textasciitilde ");
}

/** RIS (Research Information Systems): one tag a line, ended by ER. */
function toRis(practice: CitedPractice): string {
  const fields: readonly (readonly [string, string])[] = [
    ["TY", "RPRT"],
    ["ID", practice.id],
    ["AU", practice.author],
    ["TI", practice.title],
    ["T2", practice.archive],
    ["PB", practice.publisher],
    ["PY", practice.date.slice(0, 4)],
    ["DA", practice.date.replaceAll("-", "/")],
    ["LA", practice.language],
    ["UR", practice.url],
    ["AB", practice.summary],
    ...practice.keywords.map((keyword) => ["KW", keyword] as const),
  ];
  const lines = fields
    .filter(([, value]) => value !== "")
    .map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}`);
  return `${[...lines, "ER  - "].join("\r\n")}\r\n`;
}

/** CSL-JSON (schema 1.0.2). */
function* composeCsl(practices: Iterable<CitedPractice>): Generator<string> {
  yield "[\n";
  yield* separate(practices, ",\n", (practice) => JSON.stringify(toCsl(practice), undefined, 1).replace(/^/gm, " "));
  yield "\n]\n";
}

/** An item. */
function toCsl(practice: CitedPractice): object {
  return {
    id: practice.id,
    type: "report",
    title: practice.title,
    author: practice.author ? [{ literal: practice.author }] : undefined,
    publisher: practice.publisher || undefined,
    "collection-title": practice.archive,
    issued: { "date-parts": [practice.date.split("-").map(Number)] },
    URL: practice.url,
    language: practice.language,
    keyword: practice.keywords.join(", ") || undefined,
    abstract: practice.summary || undefined,
  };
}
