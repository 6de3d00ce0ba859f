import { describe, expect, it } from "vitest";
import { perLanguage } from "../../../src/core/language/language.ts";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { createSanitizer } from "../../../src/read/markdown/create-sanitizer.ts";
import { renderBody } from "../../../src/read/markdown/render-body.ts";
import { dangersIn } from "./dangers.ts";

const sanitize = await createSanitizer();

function render(text: string, rawHtml: boolean) {
  const parsers = perLanguage((language) => createMarkdownParser(language, rawHtml));
  const source = { file: "content/a.md", folder: "practices/2016", text, firstLine: 1 };
  const tools = { parsers, media: new Map(), sanitize: rawHtml ? sanitize : undefined };
  const { value, findings } = renderBody(source, "bg", tools);
  const html = value.lead + value.sections.map(({ title, html }) => title + html).join("") + value.footnotes;
  return { html, findings };
}

describe("raw HTML on a site that does not allow it", () => {
  it("is shown as it was typed, with a warning that names the tag and its place", () => {
    const { html, findings } = render("Едно\n\nДве <b>дебело</b>\n", false);
    expect(html).toContain("&lt;b&gt;дебело&lt;/b&gt;");
    expect(findings).toMatchObject([{ code: "markdown/raw-html", parameters: { tag: "<b>" }, location: { line: 3 } }]);
  });

  it("is named with sixty signs at most", () => {
    const tagIn = (length: number) => {
      const [found] = render(`Едно <b title="${"а".repeat(length - 12)}">две`, false).findings;
      return (found?.parameters as { tag: string } | undefined)?.tag;
    };
    expect(tagIn(60)).toMatch(/^<b title=".*">$/);
    expect([tagIn(60), tagIn(61)].map((tag) => tag?.length)).toEqual([60, 60]);
  });

  it("a sign that is no tag is no warning", () => {
    expect(render("3 < 4 и 5 > 2, a<b и `<b>`\n", false).findings).toEqual([]);
  });
});

describe("raw HTML on a site that allows it", () => {
  it("keeps formatting", () => {
    const { html, findings } = render("<details><summary>Още</summary>\n\n*текст*\n\n</details>\n", true);
    expect(findings).toEqual([]);
    expect(html).toContain("<details><summary>Още</summary>");
    expect(html).toContain("<em>текст</em>");
    expect(html).toContain("</details>");
  });

  it("keeps what Markdown itself made: figures, tables, footnotes, foreign passages", () => {
    const text = "| a |\n|--:|\n| b[^1] |\n\n[x]{lang=en}\n\n[мост](practice:most)\n\n[^1]: в\n";
    const strict = render(text, false).html;
    const cleaned = render(text, true).html;
    const tags = (html: string) => html.match(/<[^>]+>/g);
    expect(tags(cleaned)).toEqual(tags(strict));
  });

  it("keeps addresses, but none whose beginning could be read as a scheme", () => {
    for (const href of ["https://example.org/a:b", "mailto:a@example.org", "x/y:z", "#a:b"])
      expect(render(`<a href="${href}" id="q">дума</a>`, true).html).toContain(`href="${href}"`);
    for (const href of ["!file:<iframe srcdoc=", "a:b", "1java\tscript:x"])
      expect(render(`<a href="${href}" id="q">дума</a>`, true).html).toContain('<a id="q">');
  });

  it("closes what a section leaves open", () => {
    const { html } = render("## Практика\n\n<div>\n\nа\n\n## Резултати\n\nб\n", true);
    expect(html.match(/<div>/g)).toHaveLength(1);
    expect(html.match(/<\/div>/g)).toHaveLength(1);
    expect(html.indexOf("</div>")).toBeLessThan(html.indexOf("Резултати"));
  });
});

describe.each([false, true])("an attack, raw HTML allowed: %s", (rawHtml) => {
  it.each([
    "<script>alert(1)</script>",
    "## <script>alert(1)</script>",
    "## <img src=x onerror=alert(1)>",
    "# <a href='javascript:alert(1)'>x</a>",
    "### <svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x ONERROR=alert(1)//",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java&#115;cript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<iframe src='https://example.org'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>@import 'https://example.org/x.css'</style>",
    "<p style='background:url(https://example.org)'>x</p>",
    "<form action='https://example.org'><input name=a></form>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<link rel=stylesheet href='https://example.org/x.css'>",
    "<object data='x.swf'></object>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<img src='https://example.org/tracker.gif'>",
    "<video src='https://example.org/x' autoplay></video>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\nscript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:x) [y](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](media/a.png)',
    '![x](media/a.png "\\" onerror=\\"alert(1)")',
    '[x](https://example.org/"onclick="alert(1))',
    '[x](practice:a"onclick="alert(1))',
    '[x](practice:a#"onclick="alert(1))',
    "[x]{lang=en onclick=alert(1)}",
    '[x]{lang="en\\" onclick=\\"alert(1)"}',
    "# h {lang=en onclick=alert(1)}",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[^"onclick="x]: а\n\nб[^"onclick="x]',
    '```"onclick="alert(1)\n<script>\n```',
    "`<script>alert(1)</script>`",
  ])("%j does nothing", (text) => {
    expect(dangersIn(render(text, rawHtml).html)).toEqual([]);
  });
});

it("the search for dangers finds them", () => {
  expect(dangersIn("<p>onclick=x javascript:y &lt;script&gt;</p>")).toEqual([]);
  for (const html of [
    "<script>",
    "<p onclick='x'>",
    '<a href="javascript:x">',
    '<a href="&#106;ava&#9;script:x">',
    '<p style="x">',
    '<img src="https://example.org/a.png">',
    '<a href="x"onclick="y">',
  ]) {
    expect(dangersIn(html), html).toHaveLength(1);
  }
});
