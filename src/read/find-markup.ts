import { type FieldPath, type Finding, finding } from "../core/diagnostics/finding.ts";

/** Markdown and HTML that nobody means as plain text, and what is left of each when its signs are taken away. */
const markup: readonly (readonly [RegExp, string])[] = [
  [/!?\[([^[\]]*)\]\([^()]*\)/g, "$1"],
  [/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, "$1"],
  [/\[\^[^[\]\s]+\]|\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, ""],
  [/\{lang=[\w-]+\}/g, ""],
  [/(\*\*|~~)([^*~]+)\1/g, "$2"],
  [/(?<![\p{L}\d_])__([^_]+)__(?![\p{L}\d_])/gu, "$1"],
  [/(?<!\S)\*([^\s*](?:[^*]*[^\s*])?)\*(?![\p{L}\d*])/gu, "$1"],
  [/\*\*+/g, ""],
  [/^#{1,6}\s+/g, ""],
  [/<\/?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/gi, " "],
  [/&(?:nbsp|#160);/g, " "],
  [/&amp;/g, "&"],
  [/&(?:quot|[bl]dquo|rdquo|laquo|raquo);/g, '"'],
  [/&[mn]dash;/g, "–"],
];

/** Texts that are Markdown, where an archive writes them. */
const areMarkdown: ReadonlySet<unknown> = new Set(["foreword", "guidance"]);

/** Finds markup in values that pages show as they are. Finding: front-matter/markup. */
export function findMarkup(path: string, value: unknown, at: FieldPath = []): readonly Finding[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      areMarkdown.has(key) ? [] : findMarkup(path, item, [...at, Array.isArray(value) ? Number(key) : key]),
    );
  if (typeof value !== "string" || !/[*_~[{#<&]/.test(value) || /^(?:[a-z][a-z0-9+.-]*:|www\.|\/)\S*$/i.test(value))
    return [];
  let meant = value;
  let written = "";
  for (const [pattern, put] of markup) {
    const [first = ""] = meant.match(pattern) ?? [];
    written ||= first.trim();
    meant = meant.replace(pattern, put);
  }
  if (written === "") return [];
  const field = at.filter((step) => typeof step === "string").join(".");
  const parameters = { field, written: clip(written), meant: clip(meant.replace(/\s+/g, " ").trim()) };
  return [finding("front-matter/markup", path, parameters, { field: at, on: "value" })];
}

const maxShown = 100;

function clip(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text;
}
