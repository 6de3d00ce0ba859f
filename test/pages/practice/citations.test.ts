import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PracticeEntry } from "../../../src/core/model/archive.ts";
import { type CitedPractice, readCitedPractice } from "../../../src/pages/practice/citation/citation.ts";
import { citedPractice } from "../../../src/pages/practice/citation/cited-practice.ts";
import { type CitationFormat, citationEndings, citationFormats } from "../../../src/pages/practice/citation/formats.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const practice: CitedPractice = {
  id: "most",
  language: "bg",
  title: "Мостът & пътят: 100% {готови} #1_2",
  author: "Община Сливен и Сдружение „Река“",
  archive: "Иновационни практики",
  publisher: "Фондация",
  date: "2016-06-09",
  url: "https://archive.example.org/bg/practices/most/",
  summary: "Накратко, с $ и ~.",
  keywords: ["Околна среда", "Младежи"],
};

const compose = (format: CitationFormat, value: CitedPractice): string =>
  [...citationFormats[format].compose([value])].join("");
const read = (format: CitationFormat, value: CitedPractice) => new Cite(compose(format, value)).data[0];

describe.each(citationEndings)("a file for reference managers, .%s", (format) => {
  it("says all that the archive knows, as a library for references reads it", () => {
    const item = read(format, practice);
    expect(item).toMatchObject({
      type: "report",
      title: practice.title,
      publisher: "Фондация",
      "collection-title": "Иновационни практики",
      issued: { "date-parts": [[2016, 6, 9]] },
      URL: practice.url,
      language: "bg",
    });
    // BibTeX knows no other names than family names.
    const [{ literal, family }] = item.author;
    expect(literal ?? family).toBe(practice.author);
    expect(item.keyword.split(/,\s*/)).toEqual(practice.keywords);
  });

  it("says nothing of what the archive does not know", () => {
    const item = read(format, { ...practice, author: "", publisher: "", summary: "", keywords: [] });
    expect(item.author ?? []).toEqual([]);
    expect(item).not.toHaveProperty("publisher");
    expect(item).not.toHaveProperty("abstract");
  });

  it("stays one entry, whatever is in a title", () => {
    const title = fc.string({ unit: fc.constantFrom(..."аб }{\\%&$#_~@\"',=;ER- ".split(""), "\n"), maxLength: 20 });
    fc.assert(
      fc.property(title, (text) => {
        const file = compose(format, { ...practice, title: text });
        if (format === "ris") expect(file.match(/^ER {2}- /gm)).toHaveLength(1);
        if (format === "json") expect(JSON.parse(file)[0].title).toBe(text);
        if (format === "bib") expect(braces(file)).toBe(0);
      }),
    );
  });
});

/** Open braces less closed ones, escaped ones left out. */
function braces(text: string): number {
  const bare = text.replace(/\\[{}]/g, "");
  return bare.split("{").length - bare.split("}").length;
}

describe("the practices of a language", () => {
  const context = contextOf(
    archiveOf([
      entry({ id: "most", title: 'Мост </script> "и" път', summary: "Накратко & ясно.", themes: ["youth"] }),
      entry({ id: "park", innovator: undefined }),
      entry({ id: "most", language: "en" }),
    ]),
  );

  it.each(citationEndings)("are together in one file, .%s, to which each page leads", (format) => {
    const all = new Cite(renderAt(`/data/citations.bg.${format}`, context)).data;
    expect(all.map(({ URL: url }: { URL: string }) => url.split("/").at(-2))).toEqual(["most", "park"]);
    expect(new Cite(renderAt(`/data/citations.en.${format}`, context)).data).toHaveLength(1);
    const page = renderAt("/en/practices/most/", context);
    expect(page).toContain(`href="../../../data/citations.en.${format}" type=`);
    expect(plugins.list()).toContain("@bibtex");
  });

  it("are cited by the script of a page as they are in the file of all", () => {
    for (const { item, summary } of context.archive.editions.get("bg")?.practices ?? []) {
      const page = load(renderAt(`/bg/practices/${item.id}/`, context));
      const jsonLd = JSON.parse(page('script[type="application/ld+json"]').text());
      const id = page("[data-practice]").attr("data-practice") ?? "";
      expect(readCitedPractice(id, jsonLd)).toEqual(citedPractice({ item, summary } as PracticeEntry, context));
    }
  });
});

it("signs that mean something in BibTeX are written as what they are", () => {
  const title = "a_b & 5 % $ # {c} ~ d\\e";
  expect(compose("bib", { ...practice, title })).toContain(
    String.raw`title = {{a\_b \& 5 \% \$ \# \{c\} \textasciitilde  d\textbackslash e}}`,
  );
});
