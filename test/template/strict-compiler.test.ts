import { describe, expect, it } from "vitest";
import { render, same } from "./render-page.ts";

describe("a name that does not exist is a fault at its line and column", () => {
  it.each([
    ["in an output", "а\n  {{ titel }}", { title: 1 }, "titel", 2, 6],
    ["as a member", "{{ practice.titel }}", { practice: { title: 1 } }, "titel", 1, 13],
    ["as a member of a member", "{{ p.contact.emial }}", { p: { contact: { email: 1 } } }, "emial", 1, 14],
    ["as a member of nothing", "\n{{ p.contact.email }}", { p: { contact: null } }, "email", 2, 14],
    ["in an if", "а\n{% if titel %}б{% endif %}", { title: 1 }, "titel", 2, 7],
    ["in an elif", "{% if no %}\n{% elif titel %}{% endif %}", { no: false }, "titel", 2, 9],
    ["in the second part of an and", "{% if p.kind and p.kidn %}{% endif %}", { p: { kind: 1 } }, "kidn", 1, 20],
    ["inside an if", "{% if yes %}\n    {{ nope }}\n{% endif %}", { yes: true }, "nope", 2, 8],
    ["as the list of a for", "\n\n  {% for x in lits %}{% endfor %}", { list: [] }, "lits", 3, 15],
    ["inside a for", "{% for x in list %}\n {{ x.nane }}{% endfor %}", { list: [{ name: 1 }] }, "nane", 2, 7],
    ["before a filter", "{{ titel | upper }}", { title: "a" }, "titel", 1, 4],
    ["as the argument of a filter", "{{ title | replace(titel, 'x') }}", { title: "a" }, "titel", 1, 20],
    ["as the argument of a function", "{{ f(\n  1,\n  nope) }}", { f: same }, "nope", 3, 3],
    ["as a function", "{{ nope(1) }}", {}, "nope", 1, 4],
    ["as a function of an object", "{{ p.nope(1) }}", { p: {} }, "nope", 1, 6],
    ["in a condition inside an output", "{{ 'а' if nope else 'б' }}", {}, "nope", 1, 11],
    ["in a set", "{% set x = nope %}", {}, "nope", 1, 12],
    ["in a macro", "{% macro m(x) %}\n {{ x.nope }}{% endmacro %}{{ m(p) }}", { p: {} }, "nope", 2, 7],
    ["as a place in a list", "{{ list[3] }}", { list: [1] }, "3", 1, 9],
    ["as a value that says nothing", "\n{{ x }}", { x: null }, "x", 2, 4],
  ])("%s", (_, page, view, name, line, column) => {
    expect(render(page, view)).toMatchObject([
      { code: "template/undefined", file: "page.njk", name, line, column, length: name.length },
    ]);
  });

  it("and gets the nearest name that does", () => {
    expect(render("{{ titel }}", { title: 1 })).toMatchObject([{ nearest: "title" }]);
    expect(render("{{ p.titel }}", { p: { title: 1 } })).toMatchObject([{ nearest: "title" }]);
  });

  it("in the file where it stands: an included one", () => {
    expect(render("а\n{% include 'part.njk' %}", {}, { "part.njk": "б\n  {{ nope }}" })).toMatchObject([
      { code: "template/undefined", file: "part.njk", line: 2, column: 6 },
    ]);
  });

  it("in the file where it stands: one that a layout's part includes, inside a for", () => {
    const others = {
      "layout.njk": "<main>\n{% block text %}{% endblock %}\n{% include 'part.njk' %}",
      "part.njk": "{% for x in list %}\n{% include 'row.njk' %}{% endfor %}",
      "row.njk": "{{ x.name }}\n\n   {{ x.nane }}",
    };
    const page = "{% extends 'layout.njk' %}{% block text %}а{% endblock %}";
    expect(render(page, { list: [{ name: 1 }] }, others)).toMatchObject([
      { code: "template/undefined", file: "row.njk", name: "nane", nearest: "name", line: 3, column: 9 },
    ]);
  });

  it("in the file where it stands: an imported macro, which does not see the page's names", () => {
    const macros = "{% macro m(x) %}\n\n  {{ title }}{% endmacro %}";
    expect(
      render("{% from 'macros.njk' import m %}\n{{ m(1) }}", { title: 1 }, { "macros.njk": macros }),
    ).toMatchObject([{ code: "template/undefined", file: "macros.njk", name: "title", line: 3, column: 6 }]);
  });

  it("in the file where it stands: a block of a layout or of the page", () => {
    const layout = "<title>{{ head }}</title>\n{% block text %}\n{{ body }}{% endblock %}";
    const page = "{% extends 'layout.njk' %}\n{% block text %}\n {{ nope }}{% endblock %}";
    expect(render(page, { head: 1 }, { "layout.njk": layout })).toMatchObject([
      { file: "page.njk", name: "nope", line: 3, column: 5 },
    ]);
    expect(render("{% extends 'layout.njk' %}", { head: 1 }, { "layout.njk": layout })).toMatchObject([
      { file: "layout.njk", name: "body", line: 3, column: 4 },
    ]);
  });
});

describe("a value that may be absent", () => {
  it.each([null, "", false, 0])("can be asked for with if: %j", (absent) => {
    expect(render("{% if x %}да{% else %}не{% endif %}", { x: absent })).toBe("не");
    expect(render("{% if p.x %}да{% else %}не{% endif %}", { p: { x: absent } })).toBe("не");
  });

  it("can be asked for in an included file as well, also inside a for", () => {
    const part = { "part.njk": "{% if x %}да{% else %}не{% endif %}" };
    expect(render("{% for x in list %}{% include 'part.njk' %}{% endfor %}", { list: [null, 1] }, part)).toBe("неда");
  });
});
