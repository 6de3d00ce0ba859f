import { describe, expect, it } from "vitest";
import { createTemplates } from "../../src/template/create-templates.ts";

/** Renders the template `page` of a small set. */
function render(templates: Readonly<Record<string, string>>, view: object = {}): string {
  const { value, findings } = createTemplates(new Map(Object.entries(templates)));
  expect(findings).toEqual([]);
  return value.render("page", view);
}

const layout = "<{% block title %}t{% endblock %}|{% block main %}m{% endblock %}>";

describe("templates that extend others", () => {
  it("fill the blocks they name and leave the others", () => {
    expect(render({ layout, page: '{% extends "layout" %}{% block main %}x{% endblock %}' })).toBe("<t|x>");
  });

  it("reach through a template in between, into its own blocks and those above", () => {
    const middle = '{% extends "layout" %}{% block main %}[{% block content %}c{% endblock %}]{% endblock %}';
    const page = '{% extends "middle" %}{% block content %}x{% endblock %}{% block title %}y{% endblock %}';
    expect(render({ layout, middle, page })).toBe("<y|[x]>");
    expect(render({ layout, middle, page: '{% extends "middle" %}' })).toBe("<t|[c]>");
  });

  it("may keep what was in a block with super()", () => {
    expect(render({ layout, page: '{% extends "layout" %}{% block main %}x{{ super() }}{% endblock %}' })).toBe(
      "<t|xm>",
    );
  });

  it("may set names before the first block", () => {
    const page = '{% extends "layout" %}{% set a = 1 %}{% block main %}{{ a }}{% endblock %}';
    expect(render({ layout, page })).toBe("<t|1>");
  });
});

describe("templates that include others", () => {
  it("share names with them, also those of a loop", () => {
    const templates = { part: "{{ x }}{{ y }};", page: '{% for x in xs %}{% include "part" %}{% endfor %}' };
    expect(render(templates, { xs: [1, 2], y: "a" })).toBe("1a;2a;");
  });

  it("do not get the names that those set", () => {
    const templates = { part: "{% set x = 2 %}{{ x }}", page: '{% include "part" %}{{ x }}' };
    expect(render(templates, { x: 1 })).toBe("21");
  });

  it("may do without one that is missing, if they say so", () => {
    expect(render({ page: 'a{% include "none" ignore missing %}b' })).toBe("ab");
  });
});

describe("loops", () => {
  it("know where they are", () => {
    const page = "{% for x in xs %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}, {% endif %}{% endfor %}";
    expect(render({ page }, { xs: ["a", "b"] })).toBe("1/2, 2/2");
  });

  it("know how many are left, and which is the first", () => {
    const page = "{% for x in xs %}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }} {% endfor %}";
    expect(render({ page }, { xs: ["a", "b"] })).toBe("21true 10false ");
  });

  it("have an else for empty lists", () => {
    expect(render({ page: "{% for x in xs %}x{% else %}none{% endfor %}" }, { xs: [] })).toBe("none");
  });

  it("over pairs work as well, and one within another keeps its own place", () => {
    const page =
      "{% for k, v in o %}{{ k }}{% for x in v %}{{ loop.index0 }}{{ x }}{% endfor %}{{ loop.index }};{% endfor %}";
    expect(render({ page }, { o: { a: ["p"], b: ["q", "r"] } })).toBe("a0p1;b0q1r2;");
  });
});
