import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { severityOf } from "../../src/core/diagnostics/severity.ts";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import type { KnownPractice } from "../../src/import/find-known.ts";
import { type Imported, importPages } from "../../src/import/import-pages.ts";
import { readSource } from "../../src/import/read-sources.ts";
import { parseDocument } from "../../src/read/parse-document.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";
import { createPracticeValidator } from "../../src/read/validate-practice.ts";
import { defaultSite } from "../../src/read/validate-site.ts";
import { fixture } from "../run-praktika.ts";
import { runs } from "../setup/soak.ts";
import { lostWords } from "./lost-words.ts";
import { type OddPage, oddPages } from "./odd-pages.ts";
import { makeWordDocument } from "./word-document.ts";

const places = readDefaultPlaces().places;
const validate = createPracticeValidator({ site: defaultSite, themes: new Map(), places, fields: practiceFields });
const today = "2020-02-02" as CalendarDay;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-import-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function importFiles(files: readonly string[], known: readonly KnownPractice[] = []): Promise<Imported> {
  const read = await Promise.all(files.map((file) => readSource(file)));
  const sources = read.flatMap(({ value }) => (value ? [value] : []));
  const imported = importPages(sources, { known, places, languages: ["bg", "en"], today });
  return { ...imported, findings: [...read.flatMap(({ findings }) => findings), ...imported.findings] };
}

async function importBytes(name: string, bytes: string | Buffer, known?: readonly KnownPractice[]): Promise<Imported> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return importFiles([file], known);
}

/** What the program reads of the practice; it must have no error. */
function read({ files }: Imported) {
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${files.length} practices`);
  const document = parseDocument({ path: `content/${file.path}`, text: file.text });
  const practice = document.value && validate(document.value);
  const findings = [...document.findings, ...(practice?.findings ?? [])];
  expect(findings.filter((found) => severityOf(found) === "error")).toEqual([]);
  return { file, practice: practice?.value, body: document.value?.body ?? "" };
}

const html = ({ lines }: OddPage, encoding: string): string => {
  const escaped = lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"><title>x</title></head><body>
<table><tr><td>${escaped.map((line) => `<p>${line}</p>`).join("\n")}</td></tr></table></body></html>`;
};

/** Only what windows-1251 has. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return code;
      for (let byte = 0x80; byte < 0x100; byte++)
        if (new TextDecoder("windows-1251").decode(Uint8Array.of(byte)) === character) return byte;
      return 0x20;
    }),
  );

const saved: Readonly<Record<string, (page: OddPage) => Promise<readonly [string, string | Buffer]>>> = {
  txt: async (page) => ["page.txt", page.lines.join("\n")],
  html: async (page) => ["page.html", html(page, "utf-8")],
  docx: async (page) => {
    const paragraphs = page.lines.map((line) => ({ text: line.replace(/[\u00ad]/g, "") }));
    return ["page.docx", makeWordDocument(paragraphs)];
  },
};

describe.each(Object.entries(saved))("a page saved as %s", (_, save) => {
  it.each(oddPages.map((page) => [page.name, page] as const))(
    "%s becomes a valid practice, and no word is lost",
    async (_name, page) => {
      const imported = await importBytes(...(await save(page)));
      const { file } = read(imported);
      expect(lostWords(page.lines.join("\n"), file.text)).toEqual([]);
      expect(file.text).not.toMatch(/Valid XHTML|Verification|Разпечатано от|^Номинирай$/m);
    },
  );
});

describe("the page of the old archive", () => {
  const path = fixture("import/concept.txt");

  it("becomes a practice whose parts are right, without furniture and without loss", async () => {
    const imported = await importFiles([path]);
    const { file, practice, body } = read(imported);
    expect(practice).toMatchObject({
      innovator: "ros",
      date: "2016-06-09",
      projectUrl: "https://www.regionbg.eu",
      language: "bg",
    });
    expect(file.nominations).toBe(0);
    expect(body.match(/^## .*/gm)).toEqual(["## Предистория", "## Практика", "## Резултати"]);
    const [, background = "", work = "", results = ""] = body.split(/^## .*$/m);
    expect(background).toMatch(/^\s*Проектът адресира липсата[\s\S]*мрежа от НПО\.\s*$/);
    expect(work).toMatch(/^\s*Дейностите на проекта[\s\S]*по-качествен живот в зоната\.\s*$/);
    expect(results).toMatch(/^\s*С изпълнения проект[\s\S]*на следващи проекти\.\s*$/);
    expect(lostWords(readFileSync(path, "utf8"), file.text)).toEqual([]);
    expect(file.text).not.toMatch(/Nimasystems|Verification|назад|Valid/i);
  });
});

describe("what is known of a page", () => {
  const [ordinary] = oddPages;
  if (!ordinary) throw new Error("no pages");

  it("in windows-1251 is read as it says, and guessed if it does not", async () => {
    const stated = await importBytes("stated.html", windows1251(html(ordinary, "windows-1251")));
    expect(read(stated).practice?.title).toBe("Светлина за всички");
    const silent = await importBytes("silent.txt", windows1251(ordinary.lines.join("\n")));
    expect(read(silent).practice?.title).toBe("Светлина за всички");
    expect(silent.findings.map(({ code }) => code)).toContain("import/encoding-guessed");
  });

  it("is its municipality, its address, its contact and its number", async () => {
    const { practice, file } = read(await importBytes("index.html?iid=1067", html(ordinary, "utf-8")));
    expect(practice).toMatchObject({
      municipalities: ["RSE27"],
      projectUrl: "https://www.ruse.bg",
      legacyIid: 1067,
      contact: { name: "Мария Иванова", role: "кмет", address: "гр. Русе, 7000", tel: "082 881 802" },
    });
    expect(file.nominations).toBe(12);
  });

  it("keeps tables, lists, links and emphasis of HTML", async () => {
    const rich = `<html><body><h1>Богата</h1><h2>Практика</h2><p>Текст с <b>тежест</b> и <a href="http://example.org/x">връзка</a>.</p>
<table><tr><th>А</th><th>Б</th></tr><tr><td>1</td><td>2</td></tr></table><ul><li>едно<ul><li>вътре</li></ul></li></ul><h4>Под</h4><p>Иноватор: Х</p><p>Дата: 2016/04/05</p></body></html>`;
    const { body } = read(await importBytes("rich.html", rich));
    expect(body).toContain("**тежест**");
    expect(body).toContain("[връзка](http://example.org/x)");
    expect(body).toMatch(/\| А\s+\| Б\s+\|\n\|[ -|]+\n\| 1\s+\| 2\s+\|/);
    expect(body).toMatch(/^- {1,3}едно\n {2,}- {1,3}вътре/m);
    expect(body).toContain("### Под");
  });

  it("takes pictures that lie beside it along, links those elsewhere, and never reaches out of its folder", async () => {
    writeFileSync(join(folder, "map.png"), "x");
    const pictures = html(ordinary, "utf-8")
      .replace(
        "</td>",
        '<p><img src="map.png" alt="Карта"><img src="http://a.bg/b.png" alt="Друга"><img src="../x.png" alt="Вън"></p></td>',
      )
      .replace("<p>Резултати</p>", "<p>Резултати</p>");
    const { file } = read(await importBytes("pictures.html", pictures));
    expect(file.pictures.map(({ to }) => to)).toEqual([`media/${file.id}/map.png`]);
    expect(file.text).toContain(`![Карта](/media/${file.id}/map.png)`);
    expect(file.text).toContain("[Друга](http://a.bg/b.png)");
    expect(file.text).toContain("Вън");
  });

  it("joins the two languages of one number, and the summary from a list", async () => {
    const bulgarian = join(folder, "bg.html?iid=55");
    const english = join(folder, "en.html?iid=55");
    const list = join(folder, "list.html");
    writeFileSync(bulgarian, html(ordinary, "utf-8"));
    writeFileSync(english, html(oddPages.find(({ name }) => name === "in English") ?? ordinary, "utf-8"));
    const row = (iid: number, text: string): string =>
      `<tr><td><a href="/bg/innovations/x/?iid=${iid}">Заглавие ${iid}</a><p>${text}</p></td></tr>`;
    writeFileSync(
      list,
      `<table>${row(55, "Улиците светнаха, а сметката падна с една трета за година.")}${row(56, "Нещо съвсем друго, което се случи в другия град.")}</table>`,
    );
    const { files, findings } = await importFiles([bulgarian, english, list]);
    expect(files.map(({ path }) => path).sort()).toEqual([
      "practices/2006/svetlina-za-vsichki.en.md",
      "practices/2016/svetlina-za-vsichki.bg.md",
    ]);
    expect(files.find(({ path }) => path.endsWith("bg.md"))?.text).toContain("summary: Улиците светнаха");
    expect(findings.map(({ code }) => code)).not.toContain("import/not-a-practice");
  });

  it("is not taken twice", async () => {
    const first = await importBytes("again.html?iid=9", html(ordinary, "utf-8"));
    const { file } = read(first);
    const known = [
      { id: file.id, language: "bg" as const, iid: 9, title: "Преименувана", path: `content/${file.path}` },
    ];
    const second = await importBytes("again.html?iid=9", html(ordinary, "utf-8"), known);
    expect([second.files.length, second.leftAlone]).toEqual([0, 1]);
  });
});

describe("anything else", () => {
  it("is said to be no practice", async () => {
    const { files, findings } = await importBytes("letter.txt", "Уважаема госпожо,\nпиша ви за друго.\n");
    expect(files).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(["import/not-a-practice"]);
  });

  it("that is no document of Word is said to be unreadable", async () => {
    const { findings } = await importBytes("broken.docx", "не е");
    expect(findings.map(({ code }) => code)).toEqual(["import/unreadable"]);
  });

  it("never stops the import, and a practice in it loses no word", async () => {
    const line = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        "Предистория",
        "Практика",
        "Резултати",
        "Background",
        "Tel:",
        "Иноватор: x",
        "Дата: 2006/05",
        "- а",
        "1. б",
        "> в",
        "n Г",
        "[email protected]",
        "| а | б |",
        "***",
        "```",
        "<b>x</b>",
        "а\u00a0б",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
        const text = lines.join("\n");
        const imported = await importBytes("random.txt", text);
        for (const { text: result } of imported.files)
          expect(lostWords(text.replace(/\r\n?/g, "\n"), result)).toEqual([]);
        await importBytes("random.html", `<html><body>${text}</body>`);
      }),
      { numRuns: runs(60, 5_000) },
    );
  });
});
