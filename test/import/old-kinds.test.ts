import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import { type ImportOptions, importPages } from "../../src/import/import-pages.ts";
import { listSources, readSource } from "../../src/import/read-sources.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";
import { makeWordDocument } from "./word-document.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-kinds-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = readDefaultPlaces().places;

async function importOne(name: string, bytes: string | Buffer, options: Partial<ImportOptions> = {}) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { value } = await readSource(path);
  if (!value) throw new Error("not read");
  const { files, findings } = importPages([value], {
    known: [],
    places,
    languages: ["bg", "en"],
    today: "2020-02-02" as CalendarDay,
    ...options,
  });
  return { files, file: files[0], text: files[0]?.text ?? "", codes: findings.map(({ code }) => code) };
}

const sections = "<h3>Предистория</h3><p>Тъмно.</p><h3>Практика</h3><p>Светло.</p><p>Дата: 12.05.2005 г.</p>";
const page = (top: string, title = "Архив") =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${top}${sections}</body></html>`;

describe("the title of an old page", () => {
  it.each([
    ["bold", "<p><b>Мост</b></p><p>Община Елена</p>"],
    ["bold, below the organisation", "<p>Община Елена</p><p><b>Мост</b></p>"],
    ["centred, below the name of the site", '<p>Архив</p><p align="center">Мост</p><p>Община Елена</p>'],
    [
      "below a menu",
      '<div><a href="a.php">Начало</a> | <a href="b.php">Списък</a></div><h2>Мост</h2><p>Община Елена</p>',
    ],
    [
      "below a list of links",
      '<ul><li><a href="a.php">Начало</a></li><li><a href="b.php">Списък</a></li></ul><p>Мост</p><p>Община Елена</p>',
    ],
    [
      "below a breadcrumb",
      '<p><a href="/">Начало</a> &raquo; <a href="/p">Практики</a> &raquo; Мост</p><p>Мост</p><p>Община Елена</p>',
    ],
    ["below a way back by script", '<a href="javascript:history.back()">назад</a><p>Мост</p><p>Община Елена</p>'],
    ["in a table that places things", "<table><tr><td><h2>Мост</h2><p>Община Елена</p></td></tr></table>"],
  ])("is found where it is %s", async (_, top) => {
    const { text } = await importOne("page.html", page(top));
    expect(text).toMatch(
      /^---\ntitle: Мост\ninnovator: Община Елена\ndate: 2005-05-12\nmunicipality: Елена\n---\n\n## Предистория/,
    );
    expect(text).not.toContain("Начало");
  });

  it("leaves what stood above it in the text that has no place", async () => {
    const { text, codes } = await importOne("page.html", page("<p>Брой 7</p><h1>Мост</h1>"));
    expect(text).toContain("title: Мост");
    expect(text).toContain("Брой 7");
    expect(codes).not.toContain("import/no-title");
  });
});

describe("a page with several practices", () => {
  const two = page("<h1>Година 2005</h1><h2>Мост</h2><p>Община Елена</p>").replace(
    "</body>",
    `<p><b>Чешма</b></p><p>Община Русе</p>${sections}</body>`,
  );

  it("becomes one for each where that is asked for, divided before their titles; what stands above is named", async () => {
    const { files, codes } = await importOne("two.html", two, { splits: true });
    expect(files.map(({ path, key }) => [path, key])).toEqual([
      ["practices/2005/most.bg.md", "two.html#1"],
      ["practices/2005/cheshma.bg.md", "two.html#2"],
    ]);
    expect(files.map(({ text }) => /innovator: (.*)/.exec(text)?.[1])).toEqual(["Община Елена", "Община Русе"]);
    expect(codes).toEqual(["import/menu-dropped"]);
  });

  it("is refused otherwise, and where one of them has no title that stands out", async () => {
    expect((await importOne("two.html", two)).codes).toEqual(["import/several-practices"]);
    const untitled = two.replace("<b>Чешма</b>", "Чешма");
    const { files, codes } = await importOne("two.html", untitled, { splits: true });
    expect([files.length, codes]).toEqual([0, ["import/several-practices"]]);
  });
});

it("the sections of an archive of its own are known on old pages, beside the usual ones", async () => {
  const own = { name: "need", heading: { bg: "Нужда", en: "Need" }, guidance: {}, wanted: true } as const;
  const written = page("<h1>Мост</h1><h3>Нужда</h3><p>Река.</p>");
  const { text } = await importOne("own.html", written, { sections: [own] });
  expect(text).toContain("## Нужда\n\nРека.\n\n## Предистория");
});

describe("a text of an old page", () => {
  const inText = async (html: string) => importOne("page.html", page("<h1>Мост</h1>").replace("<p>Светло.</p>", html));

  it("keeps raised and lowered digits, and its footnotes", async () => {
    const { text } = await inText(
      `<p>Площ 40 м<sup>2</sup>, CO<sub>2</sub>, 12<sup>th</sup><a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p>
<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Бележката.</p></div>`,
    );
    expect(text).toContain("Площ 40 м², CO₂, 12th[^1].");
    expect(text.trim()).toMatch(/\n\n\[\^1\]: Бележката\.$/);
  });

  it("leads to the place itself, not over Google", async () => {
    const { text } = await inText(
      '<p><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D">тук</a></p>',
    );
    expect(text).toContain("[тук](https://example.org/a)");
  });

  it.each(["·", "•", "§", "\uf0b7", "\uf0a7", "o", "n"])("keeps a list whose bullets are %j", async (bullet) => {
    const { text } = await inText(`<p>${bullet}&nbsp;&nbsp; Първо</p>`);
    expect(text).toContain("\n- Първо\n");
  });

  it("is not taken for English because of its addresses", async () => {
    const address = "https://www.example.org/a-very-long-address-of-a-page/that-goes-on-and-on/and-on.html";
    const { codes } = await inText(`<p>Вижте ${address} и ${address} тук.</p>`);
    expect(codes).not.toContain("import/foreign-paragraph");
  });

  it("has the first row of a table as its head, but no head for labels and values", async () => {
    const table = (...rows: string[][]) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
    expect((await inText(table(["А", "Б"], ["1", "2"]))).text).toMatch(/\| А +\| Б +\|\n\|[ -|]+\n\| 1 +\| 2 +\|/);
    expect((await inText(table(["Цена:", "5"], ["Брой:", "2"]))).text).toContain("| Цена: | 5 |");
  });

  it("has pictures that are inside the page, each under its own name", async () => {
    const data = (bytes: string) => `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
    const { file, text } = await inText(
      `<p><img src="${data("a")}" alt="План"><img src="${data("b")}" alt="План"></p>`,
    );
    expect(file?.pictures.map(({ to }) => to)).toEqual(["media/most/plan.png", "media/most/plan-2.png"]);
    expect(text).toContain("![План](/media/most/plan-2.png)");
  });
});

it("a drawing of Word that no browser shows is named, and its description stands in its place", async () => {
  const drawing = `<p><img src="data:image/x-emf;base64,AAAA" alt="Схема на водопровода"></p>`;
  const { file, text, codes } = await importOne("emf.html", page(`<h1>Мост</h1>`).replace("<p>Светло.</p>", drawing));
  expect(file?.pictures).toEqual([]);
  expect(text).toContain("\n\nСхема на водопровода\n");
  expect(codes).toContain("import/picture-kind");
});

describe("a document of Word", () => {
  it("has its picture with the description, its centred title and its notes", async () => {
    const bytes = makeWordDocument([
      { text: "Община Елена" },
      { text: "Мост", centred: true },
      { text: "Практика" },
      { text: "Светло", note: "Бележка" },
      { picture: { bytes: Buffer.from("picture"), description: "Лехи" } },
      { text: "Дата: 12.05.2005 г." },
    ]);
    const { file, text } = await importOne("word.docx", bytes);
    expect(text).toContain("title: Мост\ninnovator: Община Елена");
    expect(text).toContain("![Лехи](/media/most/lehi.png)");
    expect(text).toMatch(/Светло\[\^1\][\s\S]*\[\^1\]: Бележка/);
    expect(file?.pictures[0]?.from).toEqual({ bytes: Buffer.from("picture") });
  });
});

describe("a page of the old archive without headings", () => {
  const lines = [
    "Innovative practices in Bulgaria",
    "A bridge",
    "Municipality of Primer",
    "Nine villages were cut off.",
    "Villages   Readers",
    "5          402",
    "Ivan Primerov, secretary of the municipality",
    "Tel: 0000 00",
    "Printed from the FLGR Website.",
  ];

  it("is a draft whose whole text waits to be divided", async () => {
    const { text, codes } = await importOne("bare.txt", lines.join("\n"));
    expect(text).toContain("title: A bridge\ninnovator: Municipality of Primer");
    expect(text).toContain("  name: Ivan Primerov\n  role: secretary of the municipality\n  tel: 0000 00\n");
    expect(text).toContain("draft: true");
    expect(text).toMatch(
      /## Unplaced\n\nNine villages were cut off\.\n\n\| Villages \| Readers \|\n\| --- \| --- \|\n\| 5 \| 402 \|\n$/,
    );
    expect(codes).toEqual(["import/no-date", "import/no-sections"]);
  });

  it("is none if nothing on it names the archive", async () => {
    const { codes } = await importOne("letter.txt", lines.slice(1, -1).join("\n"));
    expect(codes).toEqual(["import/not-a-practice"]);
  });
});

it("files of kinds that cannot be read are counted by kind; what pages are dressed with is not", () => {
  const inner = mkdtempSync(join(folder, "kinds-"));
  for (const name of ["a.pdf", "b.PDF", "c.doc", "page.css", "photo.jpg", "page.html"])
    writeFileSync(join(inner, name), "");
  const { value, findings } = listSources([inner]);
  expect(value).toEqual([join(inner, "page.html")]);
  expect(findings.map(({ parameters }) => parameters)).toEqual([
    { kind: ".doc", count: 1 },
    { kind: ".pdf", count: 2 },
  ]);
});
