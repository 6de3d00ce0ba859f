import { describe, expect, it } from "vitest";
import { perLanguage } from "../../../src/core/language/language.ts";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../../src/read/markdown/render-body.ts";
import { resolveTarget } from "../../../src/read/markdown/resolve-target.ts";
import { codesOf } from "../../builders.ts";

const files = new Set(["media/plan.pdf", "practices/2016/map.svg", "media/план за 2016.pdf"]);
const resolve = (href: string) => resolveTarget(href, { folder: "practices/2016", isMedia: (path) => files.has(path) });

describe("an address written in a text", () => {
  it.each([
    ["practice:most", { kind: "practice", id: "most", fragment: "" }],
    ["practice:most#rezultati", { kind: "practice", id: "most", fragment: "rezultati" }],
    ["page:about", { kind: "page", id: "about", fragment: "" }],
    ["most.bg.md", { kind: "practice", id: "most", fragment: "" }],
    ["../2017/drug.en.md#x", { kind: "practice", id: "drug", fragment: "x" }],
    ["../../pages/about.bg.md", { kind: "page", id: "about", fragment: "" }],
    ["media/plan.pdf", { kind: "file", path: "media/plan.pdf", fragment: "" }],
    ["/media/plan.pdf", { kind: "file", path: "media/plan.pdf", fragment: "" }],
    ["../../media/plan.pdf", { kind: "file", path: "media/plan.pdf", fragment: "" }],
    ["map.svg", { kind: "file", path: "practices/2016/map.svg", fragment: "" }],
    ["./map.svg", { kind: "file", path: "practices/2016/map.svg", fragment: "" }],
    [
      "media/%D0%BF%D0%BB%D0%B0%D0%BD%20%D0%B7%D0%B0%202016.pdf",
      { kind: "file", path: "media/план за 2016.pdf", fragment: "" },
    ],
  ])("inside the archive is a target: %s", (href, target) => {
    expect(resolve(href)).toEqual({ kind: "internal", target });
  });

  it.each([
    ["https://example.org/a?b#c", "https://example.org/a?b#c"],
    ["HTTP://example.org", "HTTP://example.org"],
    ["mailto:ivan@example.org", "mailto:ivan@example.org"],
    ["tel:+35944000123", "tel:+35944000123"],
    ["www.example.org/x", "https://www.example.org/x"],
  ])("outside it is external: %s", (href, external) => {
    expect(resolve(href)).toEqual({ kind: "external", href: external });
  });

  it("may be a heading of the same text", () => {
    expect(resolve("#%D1%80")).toEqual({ kind: "fragment", fragment: "р" });
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "https:///x",
    "",
  ])("of another scheme, or none at all, is refused: %j", (href) => {
    expect(resolve(href)).toMatchObject({ kind: "problem", problem: "invalid-url" });
  });

  it("that does not exist is a missing file", () => {
    expect(resolve("media/nothing.pdf")).toMatchObject({ problem: "missing-file", path: "media/nothing.pdf" });
  });

  it.each(["../../../package.json", "../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/package.json"])(
    "that climbs out of the content is refused: %s",
    (href) => {
      expect(resolve(href)).toMatchObject({ kind: "problem", problem: "outside-content" });
    },
  );
});

const parsers = perLanguage((language) => createMarkdownParser(language, false));
const render = (text: string) =>
  renderBody({ file: "content/practices/2016/a.bg.md", folder: "practices/2016", text, firstLine: 5 }, "bg", {
    parsers,
    media: new Map([
      ["media/plan.pdf", { path: "media/plan.pdf", source: "content/media/plan.pdf", bytes: 1, size: undefined }],
    ]),
    sanitize: undefined,
  });

describe("links in a rendered text", () => {
  it("inside the archive keep their scheme until the page is known, and are told to the archive", () => {
    const { value } = render("а\n\n[мост](practice:most#x) и [план](media/plan.pdf)\n");
    expect(value.lead).toContain('<a href="practice:most#x">мост</a>');
    expect(value.lead).toContain('<a href="file:media/plan.pdf">план</a>');
    expect(value.outline.links).toMatchObject([
      { target: { kind: "practice", id: "most", fragment: "x" }, written: "practice:most#x", line: 7, image: false },
      { target: { kind: "file", path: "media/plan.pdf", fragment: "" }, line: 7 },
    ]);
  });

  it("to the web are marked as leading out", () => {
    expect(render("[x](https://example.org/)").value.lead).toContain(
      '<a href="https://example.org/" class="external" rel="external">',
    );
    expect(render("виж www.example.org и ivan@example.org").value.lead).toMatch(
      /href="https?:\/\/www\.example\.org"[^>]*>www\.example\.org<\/a> и <a href="mailto:ivan@example\.org">/,
    );
  });

  it("that lead nowhere become plain text, their words stay", () => {
    const { value, findings } = render("преди [*думи*](javascript:alert(1)) след\n");
    expect(value.lead).toBe("<p>преди <em>думи</em> след</p>\n");
    expect(codesOf(findings)).toEqual(["link/invalid-url"]);
  });

  it("to a heading of the text are checked when all headings are known", () => {
    expect(render("[надолу](#rezultat)\n\n## Резултат\n\nТекст.\n").findings).toEqual([]);
    expect(render("[надолу](#rezultati)\n\n## Резултат\n\nТекст.\n").findings).toMatchObject([
      {
        code: "link/unknown-section",
        parameters: { fragment: "rezultati" },
        location: { line: 5, text: "#rezultati" },
      },
    ]);
  });

  it("to the beginning of the page, # alone, need no heading", () => {
    expect(render("[нагоре](#)\n")).toMatchObject({ value: { lead: '<p><a href="#">нагоре</a></p>\n' }, findings: [] });
  });

  it("broken by a space are found, though Markdown takes them for text", () => {
    expect(render("[x](https://example.org/a b)\n").findings).toMatchObject([
      { code: "link/invalid-url", parameters: { url: "https://example.org/a b" } },
    ]);
  });
});

describe("an address without its beginning", () => {
  it.each([
    ["example.org/план", "https://example.org/план"],
    ["example.org", "https://example.org"],
    ["община.бг/проект?а=1", "https://община.бг/проект?а=1"],
    ["info@example.org", "mailto:info@example.org"],
    ["http//example.org/a", "https://example.org/a"],
    ["https:/example.org", "https://example.org"],
    ["htps://example.org", "https://example.org"],
  ])("%s is not called a missing file", (written, meant) => {
    expect(render(`[а](${written})\n`).findings).toMatchObject([
      { code: "link/missing-scheme", parameters: { meant } },
    ]);
    expect(render(`[а](${meant})\n`).findings).toEqual([]);
  });

  it.each(["plan.pdf", "media/plan.v2.pdf", "план", "../2016/plan.docx", "drug.bg.html"])(
    "%s may be a file",
    (written) => {
      expect(render(`[а](${written})\n`).findings).toMatchObject([{ code: "link/missing-file" }]);
    },
  );

  it.each(["https://example.org/a.jpg", "example.org/a.jpg"])(
    "a picture of another site is told to be one: %s",
    (url) => {
      expect(render(`![а](${url})\n`).findings).toMatchObject([{ code: "link/foreign-image" }]);
    },
  );

  it.each([
    ["[а](practice: most)", "[а](practice:most)"],
    ["[а](media\\план 1.pdf)", "[а](<media/план 1.pdf>)"],
  ])("a link that did not take is given as it would: %s", (written, meant) => {
    expect(render(`${written}\n`).findings).toMatchObject([{ code: "link/unwrapped", parameters: { meant } }]);
  });
});

it("a file that a broken link means is no file that nothing leads to: nobody is told to delete it", () => {
  const path = "media/снимка 1.png";
  const parsers = perLanguage((language) => createMarkdownParser(language, false));
  const media = new Map([[path, { path, source: `content/${path}`, bytes: 1, size: undefined }]]);
  const source = { file: "a.bg.md", folder: "practices/2016", text: `![Снимка](${path})`, firstLine: 1 };
  const { value, findings } = renderBody(source, "bg", { parsers, media, sanitize: undefined });
  expect(codesOf(findings)).toEqual(["link/unwrapped"]);
  expect(value.outline.links).toMatchObject([{ target: { kind: "file", path } }]);
});
