import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { importByMap } from "../../../src/cli/import/import-tables.ts";
import { describe as say } from "../../../src/core/diagnostics/describe.ts";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import type { Field } from "../../../src/core/model/fields/field.ts";
import { practiceFields } from "../../../src/core/model/fields/practice-fields.ts";
import { tableOfDocuments } from "../../../src/import/documents/documents-table.ts";
import { mapProse } from "../../../src/import/documents/map-prose.ts";
import { toPlainMarkdown } from "../../../src/import/documents/plain-markdown.ts";
import { readDocument } from "../../../src/import/documents/read-document.ts";
import { readFrontMatter } from "../../../src/import/documents/read-front-matter.ts";
import { locales } from "../../../src/locales/locales.ts";
import { validateFieldsFile } from "../../../src/read/validate-fields-file.ts";
import { vocabulary as vocabularyOf } from "../../builders.ts";
import { runs } from "../../setup/soak.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const vocabulary = vocabularyOf({ languages: ["bg", "en"] });
const picture = "picture";
const terminal = {
  out: () => undefined,
  error: () => undefined,
  isTerminal: false,
  colour: false,
  locale: locales.en,
  environment: {},
};

/** Imports a site of another generator, given by its files; the Markdown among them becomes practices. */
async function importSite(
  files: Readonly<Record<string, string>>,
  map?: string,
  fields: readonly Field[] = practiceFields,
) {
  const folder = mkdtempSync(join(tmpdir(), "praktika-documents-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const mapFile = join(folder, "fields.map.yaml");
  if (map !== undefined) writeFileSync(mapFile, map);
  const texts = Object.keys(files).filter((path) => /\.mdx?$/.test(path));
  const read = await Promise.all(texts.map((path) => readDocument(join(folder, path), folder)));
  const documents = read.flatMap(({ value }) => value ?? []);
  const run = {
    vocabulary: { ...vocabulary, fields },
    fields,
    known: [],
    today: "2020-02-02" as CalendarDay,
    map: undefined,
    splits: false,
    isDry: false,
    terminal,
  };
  const findings = read.flatMap((one) => one.findings);
  const imported = importByMap({ tables: [tableOfDocuments(documents, "site")], sources: [], findings, mapFile }, run);
  return {
    ...imported,
    textOf: (path: string) => imported.files.find((file) => file.path === path)?.text,
    map: readFileSync(mapFile, "utf8"),
    codes: imported.findings.map(({ code }) => code),
    media: imported.files.flatMap(({ pictures }) => pictures.map(({ to }) => to)),
  };
}

it("takes a site of Hugo: TOML, bundles, languages in file names, references, shortcodes and the addresses that it had", async () => {
  const site = await importSite({
    "hugo.toml": 'baseURL = "https://old.example.org/"\n',
    "static/images/roof.png": picture,
    "static/files/plan.pdf": "plan",
    "content/practices/roofs/near.png": picture,
    "content/practices/roofs/index.en.md": `+++
title = "Solar roofs"
date = 2014-05-06T23:30:00-05:00
draft = false
aliases = ["/old/solar/", "solar-old"]
weight = 10
[params]
  contact_email = "mail@example.org"
  town = "Белене"
+++
A start.<!--more-->

# Background

See [the diary]({{< ref "diary.md" >}}), [there](https://old.example.org/diary/), [a plan](/files/plan.pdf) and [all](/contact/).

{{< figure src="/images/roof.png" alt="A roof" caption="In May" >}}
{{< tweet 12345 >}}

\`\`\`go
{{< kept >}}
\`\`\`

# Results

\`{{ kept }}\` [![Near](near.png)][big]

[big]: /images/roof.png "Big"
`,
    "content/practices/roofs/index.bg.md": '+++\ntitle = "Покриви"\ndate = 2014-05-06\n+++\nТекст.\n',
    "content/practices/diary.md":
      "---\ntitle: Energy diary\ndate: 2015-01-02\nurl: /diary/\n---\nOf [roofs](roofs/).\n",
    "content/practices/_index.md": "---\ntitle: All\n---\n",
  });
  expect(site.textOf("practices/2014/roofs.en.md")).toBe(`---
title: Solar roofs
innovator: '-'
date: 2014-05-06
municipality: Белене
contact:
  email: mail@example.org
aliases:
  - /old/solar/
  - /practices/solar-old
  - /practices/roofs/
---

A start.

## Background

See [the diary](practice:diary), [there](practice:diary), [a plan](/media/roofs/plan.pdf) and all.

![A roof](/media/roofs/roof.png "In May")

\`\`\`go
{{< kept >}}
\`\`\`

## Results

\`{{ kept }}\` [![Near](/media/roofs/near.png)](/media/roofs/roof.png "Big")
`);
  expect(site.textOf("practices/2014/roofs.bg.md")).toContain("title: Покриви");
  expect(site.textOf("practices/2015/diary.en.md")).toContain(
    "aliases:\n  - /diary/\n---\n\nOf [roofs](practice:roofs).",
  );
  expect([...site.media].sort()).toEqual(["media/roofs/near.png", "media/roofs/plan.pdf", "media/roofs/roof.png"]);
  expect([...site.codes].sort()).toEqual([
    "import/column-guessed",
    "import/column-left-out",
    "import/link-dropped",
    "import/list-page",
    "import/shortcode",
  ]);
  const named = site.findings.find(({ code }) => code === "import/shortcode");
  expect(named).toMatchObject({
    parameters: { text: "{{< tweet 12345 >}}" },
    location: { text: "{{< tweet 12345 >}}" },
  });
});

it("takes a site of Jekyll: days in file names, post_url, liquid, redirect_from, permalink and drafts", async () => {
  const site = await importSite({
    "_config.yml": "permalink: /:year/:month/:title/\n",
    "assets/bus.png": picture,
    "_posts/2014-05-06-library.md": `---
layout: post
title: Mobile library
author: Elena Municipality
redirect_from: [/lib/, /library.html]
image: /assets/bus.png
---
{% include note.html %}
To the [garden]({% post_url 2015-02-03-garden %}), [again]({{ site.baseurl }}{% link _posts/2015-02-03-garden.md %}).
![Bus]({{ "/assets/bus.png" | relative_url }}){: .wide}

{% highlight ruby %}
puts "{{ x }}"
{% endhighlight %}
`,
    "_posts/2015-02-03-garden.md":
      "---\ntitle: Garden\npublished: false\npermalink: /garden.html\n---\nA [bus](/2014/05/library/).\n",
  });
  expect(site.textOf("practices/2014/library.en.md")).toBe(`---
title: Mobile library
innovator: Elena Municipality
date: 2014-05-06
aliases:
  - /lib/
  - /library.html
  - /2014/05/library/
---

To the [garden](practice:garden), [again](practice:garden).
![Bus](/media/library/bus.png)

\`\`\`ruby
puts "{{ x }}"
\`\`\`

![](/media/library/bus.png)
`);
  expect(site.textOf("practices/2015/garden.en.md")).toContain(
    "date: 2015-02-03\naliases:\n  - /garden.html\ndraft: true\n---\n\nA [bus](practice:library).",
  );
});

it("takes a site of Docusaurus: titles in the text, translations in i18n, notes between colons and components", async () => {
  const site = await importSite({
    "docusaurus.config.js": "export default {}",
    "static/img/x.png": picture,
    "docs/one.mdx": `---
id: one
date: 2019-01-02
---
import Tabs from '@theme/Tabs';

# First case

:::tip Good to know

Ask **first**.

:::

<Tabs>inside</Tabs> ![x](@site/static/img/x.png) [two](./two.md#part)
`,
    "docs/two.md": "# Second case\nText of [one](./one).\n",
    "i18n/bg/docusaurus-plugin-content-docs/current/one.mdx":
      "---\nid: one\ndate: 2019-01-02\n---\n# Първи случай\n\nТекст.\n",
  });
  expect(site.textOf("practices/2019/one.en.md")).toBe(`---
title: First case
innovator: '-'
date: 2019-01-02
aliases:
  - /docs/one/
---

> **Good to know**
>
> Ask **first**.

inside ![x](/media/one/x.png) [two](practice:two#part)
`);
  expect(site.textOf("practices/2019/one.bg.md")).toContain("title: Първи случай");
  expect(site.textOf("practices/2020/two.en.md")).toContain("Text of [one](practice:one).");
  expect(site.codes.filter((code) => code === "import/shortcode")).toHaveLength(3);
});

it("takes fields of an editor of one's own by the same map as tables, which can be corrected", async () => {
  const files = {
    "static/uploads/снимка.png": picture,
    "content/pateka.md": `---
Наименование: Пътека
Община: Габрово
Изпълнител: Сдружение „Пътека“
Дата: 12.05.2009
Проблем: Нямаше пътека.
Снимка: /uploads/снимка.png
Теми: [природа]
Кой плати: Общината
---
Направихме *пътека*.
`,
  };
  const first = await importSite(files);
  expect(first.map).toContain('"Проблем": background\n');
  expect(first.map).toContain('"Кой плати": unplaced');
  expect(first.textOf("practices/2009/pateka.bg.md")).toContain(
    "Направихме *пътека*.\n\n![](/media/pateka/snimka.png)\n\n## Предистория",
  );
  expect(first.textOf("practices/2009/pateka.bg.md")).toContain("Теми: природа\n\nКой плати: Общината");
  const second = await importSite(files, 'columns: {"Кой плати": cost, "Теми": skip}\n');
  expect(second.textOf("practices/2009/pateka.bg.md")).toContain("cost: Общината\n");
  expect(second.findings).toMatchObject([{ code: "import/column-left-out", parameters: { values: "природа" } }]);
});

it("knows the archive's own fields by name and by label, and writes their values as the archive does", async () => {
  const { value: fields } = validateFieldsFile({
    path: "content/fields.yaml",
    text: "budget: {label: {bg: Бюджет, en: Budget}, kind: money}\nstage: {label: {bg: Етап, en: Stage}, kind: choice, values: {trial: {bg: Проба, en: Trial}}}\n",
  });
  const site = await importSite(
    {
      "content/a.en.md": "---\ntitle: Roofs\ndate: 2014-05-06\nbudget: 12 000 BGN\nStage: Trial\n---\n\nText.\n",
      "content/b.bg.md": "---\ntitle: Покриви\ndate: 2014-05-06\nБюджет: много\netap: Проба\n---\n\nТекст.\n",
    },
    undefined,
    fields,
  );
  const [english, bulgarian] = site.files.map(({ text }) => text);
  expect(english).toMatch(/^budget: 12 000 BGN\nstage: trial$/m);
  expect(bulgarian).toContain("Бюджет: много");
  expect(site.codes).toContain("import/cell-doubt");
});

it("never reads a picture outside the folder that is imported", async () => {
  const site = await importSite({ "a.md": "# A\n![x](../../../etc/x.png) ![y](/etc/hostname.png)\n" });
  expect(site.media).toEqual([]);
  expect(site.codes.filter((code) => code === "import/picture-elsewhere")).toHaveLength(2);
});

it.each([
  [
    "---\na: {b: 1}\nc: [x, {d: y, e: z}]\n---\nText",
    [
      ["a.b", "1"],
      ["c", "x; y, z"],
    ],
    5,
  ],
  [
    '+++\na = 2014-05-06\n[b]\nc = ["x", "y"]\n+++\nText',
    [
      ["a", "2014-05-06"],
      ["b.c", "x; y"],
    ],
    6,
  ],
  ['{\n  "a": {"b": 2}\n}\nText', [["a.b", "2"]], 4],
  ["Text", [], 1],
] as const)("reads front matter as YAML, TOML and JSON, and a text without any", async (text, cells, bodyLine) => {
  const { value } = await readFrontMatter(text, "a.md");
  expect(value?.cells.map(({ key, text: cell }) => [key, cell])).toEqual(cells);
  expect([value?.body, value?.bodyLine]).toEqual(["Text", bodyLine]);
});

it("names the line of front matter that cannot be read", async () => {
  const toml = await readFrontMatter('+++\na = "x"\nb = \n+++\n', "a.md");
  expect(toml.findings).toMatchObject([{ code: "import/unreadable", location: { line: 3 } }]);
  const yaml = await readFrontMatter('---\na: "x\n---\n', "a.md");
  expect(yaml.value).toBeUndefined();
  expect(yaml.findings[0]?.code).toMatch(/^yaml\//);
});

it("leaves code alone, in fences and in lines", () => {
  const text = "a `b` c\n\n~~~\na\n```\n~~~\n``a ` a`` a";
  expect(mapProse(text, (prose) => prose.replaceAll("a", "x"))).toBe("x `b` c\n\n~~~\na\n```\n~~~\n``a ` a`` x");
});

it("writes references as links and keeps footnotes and lists of tasks", () => {
  const { markdown } = toPlainMarkdown('A [b], [c][d] and [^1] and [ ] e.\n\n[b]: x\n[D]: <y> "T"\n[^1]: note\n');
  expect(markdown).toBe('A [b](x), [c](y "T") and [^1] and [ ] e.\n\n[^1]: note');
});

/** Keys of Hugo, Jekyll, Docusaurus, Decap and of nobody. */
const keys = [
  ...["title", "date", "description", "summary", "author", "authors", "tags", "categories", "slug", "keywords"],
  ...["sidebar_label", "layout", "weight", "image", "params", "extra", "contact", "budget", "Кой плати", "lang", "id"],
];
const anyValue = fc.letrec((tie) => ({
  word: fc.constantFrom("w", "дума", "word: with", "a # b", "“q”", "- x", "many\nlines"),
  scalar: fc.oneof({ weight: 6, arbitrary: tie("word") }, fc.boolean(), fc.integer({ min: 0, max: 9 })),
  value: fc.oneof(
    { weight: 4, arbitrary: tie("scalar") },
    fc.array(tie("scalar"), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom("name", "email", "inner"), tie("scalar"), { minKeys: 1 }),
  ),
})).value;
const anyBody = fc.array(
  fc.constantFrom(
    ...["## Background §", "## Сами §", "§ paragraph", "- item §", "> note §", "| a | § |\n|---|---|\n| c | § |"],
    ...[
      "{{< gist § >}}",
      "```\ncode §\n```",
      "![§](missing.png)",
      "[§](https://example.org/)",
      "<!-- § -->",
      "<b>§</b>",
    ],
  ),
  { maxLength: 5 },
);
const anyDocument = fc.record({
  fields: fc.dictionary(fc.constantFrom(...keys), anyValue, { maxKeys: 6 }),
  body: anyBody,
});

/** The values with a word of its own in each text, by which it is found again. */
function mark(value: unknown, next: () => string): unknown {
  if (typeof value === "string") return `${value} ${next()}`;
  if (Array.isArray(value)) return value.map((item) => mark(item, next));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item, next)]));
}

it("loses no word of any front matter or text: each is in a file, or is named", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument, { minLength: 1, maxLength: 12 }), async (documents) => {
      let count = 0;
      const next = (): string => `token${++count}z`;
      const files = Object.fromEntries(
        documents.map(({ fields, body }, index) => {
          const marked = mark({ title: `Title ${index}`, ...fields }, next);
          const blocks = body.map((block) => block.replaceAll("§", next));
          return [`content/post-${index}.md`, `---\n${stringify(marked)}---\n\n${blocks.join("\n\n")}\n`];
        }),
      );
      const site = await importSite(files);
      const named = site.findings.map((found) => Object.values(say(found, locales.en.diagnostics)).join(" "));
      const kept = [...site.files.map(({ text, path }) => path + text), ...named].join("\n").toLowerCase();
      const lost = Array.from({ length: count }, (_, index) => `token${index + 1}z`).filter(
        (token) => !kept.includes(token),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: runs(10, 300) },
  );
});
