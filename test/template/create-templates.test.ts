import { describe, expect, it } from "vitest";
import { createTemplates } from "../../src/template/create-templates.ts";
import { TemplateFault } from "../../src/template/template-fault.ts";
import { render, same } from "./render-page.ts";

describe("a template that fails", () => {
  const broken = () => {
    throw new Error("няма");
  };

  it("in a function is told with the function's place and reason", () => {
    expect(render("а\n {{ f(1) }}", { f: broken })).toMatchObject([
      { code: "template/failed", reason: "няма", line: 2, column: 5 },
    ]);
  });

  it("in a filter likewise", () => {
    expect(render("{{ 5 | dial }}")).toMatchObject([{ code: "template/failed", line: 1, column: 8 }]);
  });

  it("in an included file is told there", () => {
    const others = { "part.njk": "\n\n{{ f() }}" };
    expect(render("{% include 'part.njk' %}", { f: broken }, others)).toMatchObject([
      { code: "template/failed", file: "part.njk", line: 3, column: 4 },
    ]);
  });

  it("for a reason of Nunjucks' own is told in words, not with a stack", () => {
    const others = { "macros.njk": "{% macro m() %}{% endmacro %}" };
    expect(render("{% from 'macros.njk' import n %}", {}, others)).toMatchObject([
      { code: "template/failed", reason: "cannot import 'n'" },
    ]);
  });
});

describe("output", () => {
  const hostile = '<b onclick="x">\'&';
  const escaped = "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;";

  it("is escaped", () => {
    expect(render("{{ x }}", { x: hostile })).toBe(escaped);
    expect(render("{% for y in x %}{{ y.z }}{% endfor %}", { x: [{ z: hostile }] })).toBe(escaped);
    expect(render("{{ f(x) }}", { f: same, x: hostile })).toBe(escaped);
    expect(render("{{ x | upper }}", { x: "<b>" })).toBe("&lt;B&gt;");
    expect(render("{{ x | bareUrl }}", { x: "https://a.bg/<b>" })).toBe("a.bg/&lt;b&gt;");
  });

  it("is escaped inside macros, and not twice outside", () => {
    expect(render("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(x) }}", { x: hostile })).toBe(`<i>${escaped}</i>`);
    const page = "{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}<b>{{ x }}</b>{% endcall %}";
    expect(render(page, { x: "<" })).toBe("<i><b>&lt;</b></i>");
  });

  it("is left alone where the template says that it is safe", () => {
    expect(render("{{ x | safe }}", { x: "<b>" })).toBe("<b>");
  });

  it("of numbers and falsehoods is their text", () => {
    expect(render("{{ a }} {{ b }} {{ c }}|", { a: 0, b: false, c: "" })).toBe("0 false |");
  });

  it("knows nothing of an earlier page", () => {
    const { value } = createTemplates(
      new Map([
        ["page.njk", "{% set y = x %}{{ y }}"],
        ["next.njk", "{{ y }}"],
      ]),
    );
    expect(value.render("page.njk", { x: 1 })).toBe("1");
    expect(() => value.render("next.njk", {})).toThrow(TemplateFault);
  });
});
