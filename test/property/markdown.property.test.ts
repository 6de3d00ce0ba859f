import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Language, perLanguage } from "../../src/core/language/language.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { createSanitizer } from "../../src/read/markdown/create-sanitizer.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { dangersIn } from "../read/markdown/dangers.ts";
import { runs } from "../setup/soak.ts";

const sanitize = await createSanitizer();
const parsersOf = (rawHtml: boolean) => perLanguage((language) => createMarkdownParser(language, rawHtml));
const parsers = { strict: parsersOf(false), raw: parsersOf(true) };
const media = new Map([
  ["media/a.png", { path: "media/a.png", source: "content/media/a.png", bytes: 1, size: { width: 1, height: 1 } }],
]);

function render(text: string, language: Language, rawHtml: boolean) {
  const source = { file: "content/practices/2016/a.bg.md", folder: "practices/2016", text, firstLine: 1 };
  const tools = {
    parsers: rawHtml ? parsers.raw : parsers.strict,
    media,
    sanitize: rawHtml ? sanitize : undefined,
  };
  return renderBody(source, language, tools);
}

/** Pieces of Markdown and HTML that are dangerous together. */
const pieces = fc.constantFrom(
  ..."<script>|</script>|<img src=x |<img src='|<svg |<a href=\"|<a href='|<iframe srcdoc=\"|<style>|</style>|<math>|<!--|-->|<![CDATA[|]]>|<?x".split(
    "|",
  ),
  ...'onerror=alert(1)|onclick="|onload=\'|style="|javascript:|JaVaScRiPt:|java\tscript:|&#106;avascript:|data:text/html,|vbscript:|//example.org/'.split(
    "|",
  ),
  ..."[x](|![x](|)|](|[x]{lang=en |}|{lang=en}|{onclick=x lang=en}|[^1]|[^1]: |[x]: |practice:a|page:|file:|media/a.png|#|www.x.bg|<https://".split(
    "|",
  ),
  ...'## |# |> |- |1. || a |b |---|```|`|*|**|~~|\\|"|\'|"x"|>|<|/>|&lt;|&quot;|&#x27;|\n|\n\n|    |\t|\u0000|\u00a0|а'.split(
    "|",
  ),
);
const text = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 14 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);

describe.each([false, true])("any text, raw HTML allowed: %s", (rawHtml) => {
  it("never becomes a page that runs code or loads something from elsewhere", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("bg", "en"), (markdown, language) => {
        const { lead, sections, footnotes } = render(markdown, language, rawHtml).value;
        for (const html of [lead, footnotes, ...sections.flatMap((section) => [section.title, section.html])]) {
          expect(dangersIn(html)).toEqual([]);
          expect(html).not.toMatch(/<script/i);
        }
      }),
      { numRuns: runs(1_000, 200_000) },
    );
  });
});

it("headings of any text have ids of their own, made of a–z, 0–9 and hyphens", () => {
  const heading = fc.tuple(fc.constantFrom("#", "##", "###", "####"), fc.string({ maxLength: 6 }));
  const practice = fc.constantFrom("Резултати", "Results", "results", "results-2", "section", "Практика", "!");
  const headings = fc.array(fc.oneof(heading, fc.tuple(fc.constant("##"), practice)), { maxLength: 12 });
  fc.assert(
    fc.property(headings, (all) => {
      const { anchors } = render(all.map(([level, title]) => `${level} ${title}\n`).join("\n"), "bg", false).value
        .outline;
      expect(new Set(anchors).size).toBe(anchors.length);
      for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

it("no plain word of a text is lost", () => {
  const word = fc.stringMatching(/^[а-я]{3,9}$/);
  const frame = fc.constantFrom(
    "## @",
    "@",
    "- @",
    "> @",
    "| @ |\n|--|\n| @ |",
    "*@*",
    "[@](практика)",
    "[@]{lang=en}",
    "#### @",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, frame), { maxLength: 10 }), (lines) => {
      const { lead, sections, footnotes } = render(
        lines.map(([plain, around]) => around.replaceAll("@", plain)).join("\n\n"),
        "bg",
        false,
      ).value;
      const html = lead + sections.map((section) => section.title + section.html).join("") + footnotes;
      for (const [plain] of lines) expect(html).toContain(plain);
    }),
  );
});
