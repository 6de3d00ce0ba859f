import { describe, expect, it } from "vitest";
import { Cells } from "../../src/core/cells/cells.ts";
import { createTemplates } from "../../src/template/create-templates.ts";
import { listTemplates, namesIn, trackTemplates } from "../../src/template/track-templates.ts";

const sources = new Map([
  ["page.njk", '{% extends "layout.njk" %}{% block main %}{% include "row.njk" %}{% endblock %}'],
  ["layout.njk", "{%- include 'head.njk' -%}{% block main %}{% endblock %}{% include \"own.njk\" ignore missing %}"],
  ["head.njk", "а"],
  ["row.njk", '{% import "form.njk" as form with context %}{% from "macro.njk" import a, b as c %}'],
  ["round.njk", '{% include "round.njk" %}'],
  ["any.njk", "{% include name %}"],
  ["either.njk", '{% include "head.njk" if a else "row.njk" %}'],
]);

const named = new Map([...sources].map(([name, text]) => [name, namesIn(text)]));

describe("the templates that a page is made of", () => {
  it.each([
    ["head.njk", ["head.njk"]],
    ["row.njk", ["form.njk", "macro.njk", "row.njk"]],
    ["page.njk", ["form.njk", "head.njk", "layout.njk", "macro.njk", "own.njk", "page.njk", "row.njk"]],
    ["round.njk", ["round.njk"]],
    ["not-there.njk", ["not-there.njk"]],
  ])("of %s are those it names and those they name, also where they are missing", (name, expected) => {
    expect(listTemplates(name, named)).toEqual(expected);
  });

  it.each(["any.njk", "either.njk"])("of %s, which names one by an expression, are all", (name) => {
    expect(listTemplates(name, named)).toEqual(expect.arrayContaining([...sources.keys()]));
  });

  it("are one value to whoever renders: it changes with each of them, and with one that was looked for in vain", () => {
    const tokenWith = (more: readonly (readonly [string, string])[]): string => {
      const cells = new Cells((text) => text);
      trackTemplates(createTemplates(sources).value, new Map([...sources, ...more]), cells);
      return cells.tokenAt("template", "page.njk");
    };
    const before = tokenWith([]);
    expect(tokenWith([["unused.njk", "я"]])).toBe(before);
    expect(tokenWith([["head.njk", "б"]])).not.toBe(before);
    expect(tokenWith([["own.njk", ""]])).not.toBe(before);
  });
});
