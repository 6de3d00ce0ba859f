import { describe, expect, it } from "vitest";
import { loadTemplates } from "../../src/site/assets/load-templates.ts";
import { ownTemplates } from "../../src/site/folders.ts";
import { checkPolicy } from "../../src/template/check-policy.ts";

const look = (text: string, hosts: readonly string[] = []) =>
  checkPolicy(new Map([["partials/body-end.njk", text]]), hosts).map(({ parameters, location }) => ({
    ...(parameters as { kind: string; origin: string }),
    location,
  }));

describe("what the policy of pages refuses in a template", () => {
  it.each([
    [`<script src="https://a.example.org/x.js"></script>`, "host", "https://a.example.org"],
    ["<SCRIPT async src=//a.example.org/x.js></SCRIPT>", "host", "https://a.example.org"],
    [`<iframe title="карта" src='https://maps.example.org/embed?a=1'></iframe>`, "host", "https://maps.example.org"],
    [`<img alt="" src="http://a.example.org/pixel.gif">`, "host", "http://a.example.org"],
    [`<link href="https://fonts.example.org/css2" rel="stylesheet">`, "styleHost", "https://fonts.example.org"],
    ["<script>count()</script>", "script", ""],
    ...["module", "text/javascript", "application/javascript"].map((type) => [
      `<script type="${type}">count()</script>`,
      "script",
      "",
    ]),
    ["<style>p { color: red }</style>", "style", ""],
    [`<p class="a" style="color: red">текст</p>`, "style", ""],
    [`<button onclick="count()">+</button>`, "handler", ""],
  ])("%s", (text, kind, origin) => {
    expect(look(`<p>\n</p>\n${text}`)).toMatchObject([{ kind, origin, location: { line: 3 } }]);
  });

  it.each([
    `<script src="{{ asset('js/own.js') }}" defer></script>`,
    `<script type="application/ld+json">{{ data.x | json | safe }}</script>`,
    `{# <script>count()</script> #}`,
    `<!-- <iframe src="https://a.example.org"></iframe> -->`,
    `<link rel="me" href="https://social.example.org/@archive">`,
    `<a href="https://a.example.org">{{ t.feed }}</a>`,
    `<img src="{{ data.pictures.one }}" alt="">`,
    `<p>style="x" onclick="y"</p>`,
  ])("has nothing to say of %s", (text) => {
    expect(look(text)).toEqual([]);
  });

  it("is named from top to bottom, whatever it is", () => {
    const text = `<p style="color: red">a</p>\n<b onclick="a()">b</b>\n<script>count()</script>\n<i style="x">c</i>`;
    expect(look(text).map(({ kind, location }) => [kind, location])).toMatchObject([
      ["style", { line: 1 }],
      ["handler", { line: 2 }],
      ["script", { line: 3 }],
      ["style", { line: 4 }],
    ]);
  });

  it("is allowed where site.yaml names the host, but for style sheets", () => {
    const hosts = ["https://a.example.org"];
    expect(look(`<script src="https://a.example.org/x.js"></script>`, hosts)).toEqual([]);
    expect(look(`<link rel="stylesheet" href="https://a.example.org/x.css">`, hosts)).toHaveLength(1);
  });

  it("is not in Praktika's own", () => {
    expect(checkPolicy(loadTemplates([ownTemplates]).value, [])).toEqual([]);
  });
});
