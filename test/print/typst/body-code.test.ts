import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeBody } from "../../../src/print/typst/body-code.ts";
import { parse, textContent } from "../../../src/print/typst/html-nodes.ts";
import type { TextOptions } from "../../../src/print/typst/text-options.ts";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { createSanitizer } from "../../../src/read/markdown/create-sanitizer.ts";
import { isSoak } from "../../setup/soak.ts";
import { pageText, readPdf } from "../paper/read-pdf.ts";
import { lettersOnly, openTestPress } from "./press-texts.ts";

const { press, letters } = await openTestPress();
const markdown = createMarkdownParser("bg", true);
const sanitize = await createSanitizer();

/** A text as its own document. */
function write(source: string, notes: TextOptions["notes"] = "end") {
  const html = sanitize(markdown.render(source));
  const notesAt = html.indexOf('<section class="footnotes"');
  const lead = notesAt < 0 ? html : html.slice(0, notesAt);
  const footnotes = notesAt < 0 ? "" : html.slice(notesAt);
  const missing: string[] = [];
  const outline = { links: [], anchors: [] };
  const options: TextOptions = {
    file: "x.md",
    letters,
    prefix: "x",
    lower: 0,
    notes,
    resolve: (href) => (/^https?:/.test(href) ? { url: href } : undefined),
    picture: () => undefined,
    place: () => "x/0",
    missing: (sign) => missing.push(sign),
  };
  const { body, notes: endNotes } = writeBody({ lead, sections: [], footnotes, firstParagraph: "", outline }, options);
  const document = `#import "/.praktika-print/blocks.typ": *
#set document(title: "x", date: none)
#set page(paper: "a4", margin: 20mm)
#set text(font: serif, lang: "bg", fallback: false, top-edge: 0.76em, bottom-edge: -0.24em)
#heading(level: 1, "x")
#${body.text}
#${endNotes?.text ?? "none"}`;
  return { html, document, missing, options };
}

async function print(source: string, notes?: TextOptions["notes"]) {
  const { html, document, missing } = write(source, notes);
  const pages = await printPages(document);
  return { html, missing, pages: pages.length, text: lettersOnly(pages.map(pageText).join("")) };
}

async function printPages(document: string) {
  return (await readPdf(await press.use((line) => line.pdf(document)))).pages;
}

/** Words of HTML that are not in the text of the paper. Signs without a letter in the fonts are printed as names. */
function lostWords(html: string, text: string): readonly string[] {
  const shown = html.replace(/<a[^>]*footnote-back[^>]*>[^<]*<\/a>|↩︎/g, "");
  const blocks = parse(shown.replace(/<(?=\/?(?:td|th|li|p|tr|dd|dt|div|br|caption|summary)\b)/g, " <"));
  const words = blocks.flatMap((node) => textContent(node).split(/\s+/));
  const drawn = (word: string): string =>
    [...word].filter((sign) => letters.has(sign.codePointAt(0) ?? 0) && /[\p{L}\p{N}]/u.test(sign)).join("");
  const all = text.replace(/[^\p{L}\p{N}]/gu, "");
  return words.map((word) => drawn(lettersOnly(word))).filter((word) => !all.includes(word));
}

const table = (columns: number, rows: number, cell = "клетка"): string => {
  const row = (write: (column: number) => string): string =>
    `|${Array.from({ length: columns }, (_, column) => write(column)).join("|")}|`;
  const body = Array.from({ length: rows }, (_, y) => row((x) => `${cell}${x}.${y}`));
  return [row((x) => `глава${x}`), row(() => "---"), ...body].join("\n");
};
const nested = (depth: number, sign: string): string =>
  Array.from({ length: depth }, (_, level) => `${"   ".repeat(level)}${sign} ниво ${level}`).join("\n");

describe("a text on paper", () => {
  it.each([
    "#set page(width: 1pt)",
    '#{panic("край")} #let x = 1',
    "$x^2$, $ неточно, @label, @preview/x:1, <label>",
    "// не е коментар\n/* и това не */ текст",
    "*незатворено **още `код",
    '\\ \\\\ \\n и \\"кавички\\" и "още"',
    "]] } ) ] # (",
    "= не заглавие\n/ термин: описание\n~ -- ---",
    "```\n#let x = [\n\tтабулация\n```",
    `\`\`\`\n${"а".repeat(500)}\n\`\`\``,
    nested(40, "-"),
    nested(40, "1."),
    `${"> ".repeat(40)}цитат`,
    `${"<b>".repeat(60)}дебело${"</b>".repeat(60)}`,
    table(60, 3),
    table(9, 70),
    table(3, 2, "много".repeat(30)),
    `${"<table><tr><td>".repeat(12)}вътре${"</td></tr></table>".repeat(12)}`,
    "<table><tr><td rowspan=9 colspan=50>а</td><td>б</td></tr><tr><td>в</td></tr></table>",
    "<table><thead><tr><th rowspan=5>Г</th><th>Д</th></tr></thead><tbody><tr><td>а</td><td>б</td></tr></tbody></table>",
    "<table></table><table><tr></tr><tr><td></td></tr></table>край",
    "<table><caption>Надпис</caption><tfoot><tr><td>сбор</td></tr></tfoot><tr><td>ред</td></tr></table>",
    "😀 дърво 🌳 семейство 👨‍👩‍👧 знаме 🇧🇬",
    "Αθήνα Łódź İzmir Brăila ½ № ₿ ≤ Београд",
    "中文字 и 日本語 и عربي עברית",
    "x".repeat(3_000),
    `https://example.org/${"път/".repeat(60)}`,
    "###### Шесто\n\n## Второ",
    "## [Само връзка](#там)\n\n## <q>Само цитат</q>\n\n## [^1]\n\nтекст\n\n[^1]: Бележка",
    // Heads that are repeated on the next page, with what may not be repeated.
    `| [връзка](https://example.org/) | бележка[^1] |\n|---|---|\n${"| ред | ред |\n".repeat(90)}\n[^1]: Бележка`,
    // A head that is nearly as high as a page, and notes in the rows under it.
    `|${` глава ${"дълга ".repeat(34)}|`.repeat(9)}\n${"|---".repeat(9)}|\n${`|${` ред[^1] ${"дума ".repeat(20)}|`.repeat(9)}\n`.repeat(6)}\n[^1]: Бележка`,
    // Printed in parts, each of which begins with the first column.
    `| Г[^1] |${" глава |".repeat(30)}\n${"|---".repeat(31)}|\n| ред[^2] |${" неразделимо |".repeat(30)}\n\n[^1]: Едно\n[^2]: Две`,
    "![описание на картинката](media/x.png)",
    "текст[^1] и[^1] пак[^2]\n\n[^1]: Бележка\n\n    втори абзац\n\n[^2]: - списък\n    - в бележка",
    "<details><summary>Скрито</summary>Вътре <p>абзац</p></details>",
    "<dl><dt>Термин</dt><dd>Описание</dd><dd><p>А</p><ul><li>б</li></ul></dd></dl>",
    '<p lang="bg-Latn">latin</p><p lang="en-GB">colour</p><p lang="x-!!">странно</p>',
    '<ol start="-5"><li>минус</li></ol><ol start="99999999"><li>много</li></ol><ol start="abc"><li>нищо</li></ol>',
    "<ul>без елемент<li>елемент</li></ul><td>клетка</td><li>елемент</li><dd>описание</dd>",
    '<a href="#няма">котва</a> <a href="#fn9">бележка</a> <h2 id="а">А</h2><h2 id="а">Б</h2><a href="#а">към А</a>',
    "<div><span>блок <p>в ред</p> край</span></div>",
    "<del>зачеркнато <u>и подчертано</u></del> <ins>а <s>б <u>в</u></s></ins>",
    "<sup>1</sup><sub>2</sub><del>х</del><ins>у</ins><q>цитат</q><kbd>K</kbd>",
    "\u0001\u0008 управляващи \ufffe край",
  ])("keeps every word, and none of it is code: %j", async (source) => {
    for (const notes of ["end", "foot"] as const) {
      const { html, text } = await print(source, notes);
      expect(lostWords(html, text)).toEqual([]);
    }
  });

  // What is code in Typst, wherever a text can hold it.
  const signs = [
    "#set page(width: 1pt)",
    "#panic()",
    "$x_(1)^2$",
    "@няма",
    "<етикет>",
    "// коментар /* и още",
    "*незатворено _и `код",
    "]} ) [ ( {",
    '\\u{41} \\" "',
    "Αθήνα 中文 🌳 👨‍👩‍👧",
    "дълга".repeat(60),
    "https://example.org/#a?b=$c&d=@e",
  ];
  const containers: readonly ((sign: string) => string)[] = [
    (sign) => `текст ${sign} край`,
    (sign) => `## Част ${sign}`,
    (sign) => `- а\n  1. б ${sign}\n     > в ${sign}`,
    (sign) => `> цитат ${sign}`,
    (sign) => `| глава | ${sign.replaceAll("|", "")} |\n|---|---|\n| ${sign.replaceAll("|", "")} | клетка |`,
    (sign) => `бележка[^1]\n\n[^1]: към нея ${sign}`,
    (sign) => `**дебело ${sign}** *и ${sign}*`,
    (sign) => `[връзка ${sign.replace(/[[\]]/g, "")}](https://example.org/)`,
    (sign) => `\`\`\`\n${sign}\n\`\`\``,
  ];
  const everywhere = signs.flatMap((sign) => containers.map((hold) => hold(sign)));
  // Each sign and each container is among those that are always tried.
  const tried = everywhere.filter((_, index) => isSoak || index % 8 === 0);
  it.each(tried)("keeps every word wherever it stands: %j", async (source) => {
    const { html, text } = await print(source, "foot");
    expect(lostWords(html, text)).toEqual([]);
  });

  it("keeps letters beside invisible marks", async () => {
    const { html, text } = await print("a\u0301e\u0308й а\u00adб\u200bв\u200dг\u2060д \u202eобратно\u202c");
    expect(lostWords(html, text)).toEqual([]);
  });

  it("gives an address that may be broken sign by sign, without the places where it may", async () => {
    const address = "https://example.org/archive-of-practices/edno.gishe-za-vsichki/?paper=a4&page=2#part-3";
    const pages = await printPages(write(`${address}\n\n\`\`\`\n${address}\n\`\`\`\n\nдума<wbr>дума`).document);
    const text = pages.map(pageText).join("\n").replaceAll("\n", "");
    expect(text.split(address)).toHaveLength(3);
    expect(text).toContain("думадума");
    expect(text).not.toMatch(/\p{Cf}/u);
  });

  it("keeps every word of any text", async () => {
    const sign = fc.constantFrom(...'абвгдж #*_`$@\\"[](){}<>|-+=~^&;:!./0123456789\n\n\n');
    const word = fc.string({ unit: sign, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (pieces) => {
        const { html, text } = await print(pieces.join("\n"));
        expect(lostWords(html, text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("ends no line between a number and what belongs to it, and gives both back as they were written", async () => {
    const source = "през 2014–2020 или за 5–10 дни по член 17(1)/(c), за 15-та година, ".repeat(12);
    const narrow = write(source).document.replace('paper: "a4", margin: 20mm', "width: 70mm, margin: 10mm");
    const pages = await printPages(narrow);
    const lines = pages.flatMap(({ text }) => [...Map.groupBy(text, ({ baseline }) => Math.round(baseline)).values()]);
    const written = lines.map((pieces) => pieces.map((piece) => piece.text).join(""));
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((line) => /[\d(][–/-]\s*$|\d\)\/?$/.test(line))).toEqual([]);
    expect(written.join(" ").split("17(1)/(c)")).toHaveLength(13);
    // All of a line stands on one height: what is set in one piece does not hang above it.
    const heights = pages.flatMap(({ text }) => text.map(({ baseline }) => baseline)).sort((a, b) => a - b);
    const steps = heights.slice(1).map((height, index) => height - (heights[index] ?? 0));
    expect(steps.filter((step) => step > 0.1 && step < 6)).toEqual([]);
  });

  it.each([3, 4, 9])("leaves no row of a table of %i rows alone at the end or the head of a page", async (count) => {
    for (const above of [0, 4, 8, 12, 16, 20, 24, 28]) {
      const { document } = write(table(2, count, "Ред"));
      const lowered = document.replace('"x")\n', `"x")\n#v(${236 - count * 5 + above}mm)\n`);
      const rows = (await printPages(lowered)).map((page) => pageText(page).match(/Ред0/g)?.length ?? 0);
      expect(rows.reduce((sum, row) => sum + row)).toBe(count);
      expect(rows).not.toContain(1);
    }
  });

  it("a row that is higher than a page goes on over it", async () => {
    const long = "дума ".repeat(120).trim();
    const pages = await printPages(
      write(`| а |${" дълга |".repeat(24)}\n${"|---".repeat(25)}|\n|${` ${long} |`.repeat(25)}`).document,
    );
    for (const { text, height } of pages)
      for (const { baseline } of text) expect(baseline).toBeLessThan(height - (19 * 72) / 25.4);
  });

  it("sets no cell over another, though numbers with strokes and units break nowhere", async () => {
    const source =
      "| Сграда | Площ, кв. м | 2006/2007 г., kWh/кв. м | 2008-2009 г. | Изменение |\n|---|--:|--:|--:|--:|\n| Училище | 3120 | 168 | 131 | −22 % |";
    // What is not hyphenated: account numbers, foreign words, lines of signs.
    const foreign =
      "| Сметка | municipality | Ред |\n|---|---|---|\n| BG80BNBG96611020345678 | неразделимости | ________________________________ |";
    for (const [text, width] of [...[40, 60, 90].map((width) => [source, width] as const), [foreign, 60] as const]) {
      const document = write(text).document.replace(
        'paper: "a4", margin: 20mm',
        `width: ${width + 20}mm, margin: 10mm`,
      );
      for (const { text } of await printPages(document))
        for (const { left, baseline } of text) {
          const beside = text.filter((other) => Math.abs(other.baseline - baseline) < 1 && other.left < left);
          for (const { right } of beside) expect(right).toBeLessThanOrEqual(left + 0.2);
        }
    }
  });

  it("prints the name of a sign that no font has, and says so", async () => {
    const { text, missing } = await print("дърво 🌳 и ★");
    expect(missing).toEqual(["🌳", "★"]);
    expect(text).toContain("U+1F333");
    expect(text).toContain("U+2605");
  });

  it("numbers notes at the foot of the page, a note that is named twice once", async () => {
    const { text } = await print("едно[^1] две[^2] пак[^1]\n\n[^1]: Първа\n[^2]: Втора", "foot");
    expect(text).toContain("едно1две2пак1");
    expect(text).toContain("1Първа2Втора");
  });

  it("counts levels of headings and notes from the beginning of the text", () => {
    const { body } = writeBody(
      {
        lead: '<h4>Напред</h4><p>а<sup class="footnote-ref"><a href="#fn1">1</a></sup></p>',
        sections: [
          {
            kind: "practice",
            id: "b",
            title: "Част",
            plainTitle: "Част",
            html: '<p>б<sup class="footnote-ref"><a href="#fn1">1</a></sup></p>',
          },
        ],
        footnotes: '<section><ol><li id="fn1">Бележка</li></ol></section>',
        firstParagraph: "",
        outline: { links: [], anchors: [] },
      },
      { ...write("").options, notes: "foot" },
    );
    const calls = body.text.match(/section-heading\(\d|foot-note|same-note/g);
    expect(calls).toEqual(["section-heading(2", "foot-note", "section-heading(2", "same-note"]);
  });

  it("sets the quotation marks of the language", async () => {
    const { text } = await print('<q>да</q> <span lang="en"><q>yes</q></span>');
    expect(text).toContain("„да““yes”");
  });

  it("begins a list with the number that was written", async () => {
    expect((await print("7. седмо\n8. осмо")).text).toContain("7.седмо8.осмо");
  });

  it("prints the address of a link whose text does not say it", async () => {
    const { text } = await print("[сайтът](https://example.org/a) и https://example.org/b");
    expect(text).toContain("сайтът(example.org/a)");
    expect(text).not.toContain("(example.org/b)");
  });
});
