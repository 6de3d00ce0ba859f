import { describe, expect, it } from "vitest";
import { render, same } from "./render-page.ts";

describe("mistakes found before anything is rendered, wherever they stand", () => {
  it.each([
    ["an include", "а\n  {% include 'partials/haeder.njk' %}", 2, 14],
    ["an extends", "{% extends 'partials/haeder.njk' %}", 1, 12],
    ["an import", "{% from 'partials/haeder.njk' import x %}", 1, 9],
    ["an include inside what is never true", "{% if false %}{% include 'partials/haeder.njk' %}{% endif %}", 1, 26],
  ])("%s of a template that does not exist, with the nearest name", (_, page, line, column) => {
    expect(render(page, {}, { "partials/header.njk": "" })).toMatchObject([
      { code: "template/missing", name: "partials/haeder.njk", nearest: "partials/header.njk", line, column },
    ]);
  });

  it("a template whose name is a value is no mistake", () => {
    expect(render("{% include name %}", { name: "part.njk" }, { "part.njk": "част" })).toBe("част");
    const others = { "part.njk": "част", name: "друга" };
    expect(render("{% include name %}", { name: "part.njk" }, others)).toBe("част");
  });

  it.each([
    ["in an output", "а\n {{ 'x' | uper }}", 2, 11, "upper"],
    ["of the site", "{{ 'x' | bareUlr }}", 1, 10, "bareUrl"],
    ["inside what is never true", "{% if false %}{{ 'x' | uper }}{% endif %}", 1, 24, "upper"],
    ["in an argument", "{{ f('x' | uper) }}", 1, 12, "upper"],
  ])("a filter that does not exist: %s", (_, page, line, column, nearest) => {
    expect(render(page, { f: same })).toMatchObject([{ code: "template/unknown-filter", line, column, nearest }]);
  });

  it.each([
    ["an expression cut short", "а\n  {{ title + }}", 2, 14],
    ["a tag that does not exist", "а\n {% foreach x %}", 2, 5],
    ["an end without a beginning", "а\n {% endif %}", 2, 5],
    ["an if that is never closed", "а\n {% if title %}\nб", 2, 2],
    ["a for that is never closed", "{% for x in list %}\n{% if x %}а{% endif %}", 1, 1],
    ["a block that is never closed", "\n{% block text %}\nб", 2, 1],
    ["the inner of two that are never closed", "{% if a %}\n{% for x in a %}\nб", 2, 1],
    ["the outer if the inner is closed", "{% if a %}\n{% for x in a %}\nб{% endfor %}\n", 1, 1],
  ])("%s", (_, page, line, column) => {
    expect(render(page)).toMatchObject([{ code: "template/syntax", file: "page.njk", line, column }]);
  });

  it("in a template that no page uses", () => {
    expect(render("а", {}, { "unused.njk": "{% if x %}" })).toMatchObject([
      { code: "template/syntax", file: "unused.njk" },
    ]);
  });

  it("all of them at once", () => {
    const found = render("{{ 'x' | uper }}{% include 'none.njk' %}", {}, { "other.njk": "{% endif %}" });
    expect((found as { code: string }[]).map(({ code }) => code).sort()).toEqual([
      "template/missing",
      "template/syntax",
      "template/unknown-filter",
    ]);
  });
});
