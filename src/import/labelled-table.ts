import type { LabelledValue } from "./labelled-values.ts";
import { dropMenus, reportMenus } from "./menus.ts";
import { bareText, isFurniture, languageOfText } from "./old-labels.ts";
import { takeHead } from "./page-head.ts";
import { createTargetRewriter } from "./pictures.ts";
import type { Source } from "./read-sources.ts";
import type { ReadableTable } from "./table/propose-map.ts";
import type { ComposedText, ComposeOptions, RowOrigin } from "./table/row-origin.ts";

/** Pages that list what they say by labels, as a table: each label that one of them has is a column, each page a row. */
export function tableOfPages(sources: readonly Source[], name: string): ReadableTable {
  const headings = [...new Set(sources.flatMap(({ page }) => page.labelled.map(({ label }) => label)))];
  const rows = sources.map((source) => {
    const values = (heading: string): readonly LabelledValue[] =>
      source.page.labelled.filter(({ label }) => label === heading);
    const cells = headings.map((heading) =>
      values(heading)
        .map(({ text }) => text)
        .join("\n"),
    );
    return { line: 1, cells, origin: originOf(source, headings, values) };
  });
  return { name, text: "", above: [], headings, rows };
}

function originOf(
  source: Source,
  headings: readonly string[],
  values: (heading: string) => readonly LabelledValue[],
): RowOrigin {
  const { file, name, page } = source;
  const { lines: kept, menus } = dropMenus(page.lines);
  const lines = kept.filter(({ text }) => !isFurniture(text));
  const { title } = takeHead(lines, page.head.title);
  const spoken = [...page.labelled.map(({ text }) => text), ...lines.map(({ text }) => text)].join(" ");
  const compose = (options: ComposeOptions): ComposedText => {
    const targets = createTargetRewriter(source, options.id);
    const isTitle = (text: string): boolean => title?.value === options.title && bareText(text) === title.value;
    const rest = lines.filter(({ text }) => !isTitle(text));
    const written = [...rest, ...page.notes].map(({ text, line }) =>
      targets.rewrite(text.replace(/^#{1,2} /, "### "), line),
    );
    const text = written
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    return {
      text,
      rewrite: targets.rewrite,
      pictures: targets.copies,
      findings: [...reportMenus(menus, name), ...targets.findings],
    };
  };
  return {
    file,
    name,
    title: title?.value,
    key: file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1),
    textLanguage: languageOfText(spoken),
    rich: new Map(
      headings.map((heading) => [heading, values(heading).flatMap(({ markdown }) => markdown.split("\n"))]),
    ),
    compose,
  };
}
