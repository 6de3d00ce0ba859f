import { describe, expect, it } from "vitest";
import { perLanguage } from "../../../src/core/language/language.ts";
import type { MediaFile } from "../../../src/core/model/document.ts";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../../src/read/markdown/render-body.ts";
import { codesOf } from "../../builders.ts";

const parsers = perLanguage((language) => createMarkdownParser(language, false));
const media = new Map<string, MediaFile>([
  ["media/plan.pdf", { path: "media/plan.pdf", source: "content/media/plan.pdf", bytes: 10, size: undefined }],
  [
    "media/most.png",
    { path: "media/most.png", source: "content/media/most.png", bytes: 10, size: { width: 640, height: 480 } },
  ],
  [
    "practices/2016/map.svg",
    {
      path: "practices/2016/map.svg",
      source: "content/practices/2016/map.svg",
      bytes: 10,
      size: { width: 40, height: 20 },
    },
  ],
]);
const file = "content/practices/2016/most.bg.md";

const render = (text: string, language: "bg" | "en" = "bg") =>
  renderBody({ file, folder: "practices/2016", text, firstLine: 7 }, language, { parsers, media, sanitize: undefined });
const lead = (text: string, language: "bg" | "en" = "bg") => render(text, language).value.lead;

describe("sections", () => {
  const { value } = render(
    "Увод\n\n## Предистория\n\nа\n\n### Подробно\n\nб\n\n## Партньори\n\nв\n\n## Practice\n\nг[^1]\n\n[^1]: бележка\n",
  );

  it("begin at headings of the second level; what stands before is the lead", () => {
    expect(value.lead).toBe("<p>Увод</p>\n");
    expect(value.sections.map(({ kind, id, title }) => [kind, id, title])).toEqual([
      ["background", "background", "Предистория"],
      ["other", "partnyori", "Партньори"],
      ["practice", "practice", "Practice"],
    ]);
  });

  it("hold their sub-headings and leave out their own heading", () => {
    expect(value.sections[0]?.html).toBe('<p>а</p>\n<h3 id="podrobno">Подробно</h3>\n<p>б</p>\n');
  });

  it("end before the footnotes, which stand apart", () => {
    expect(value.sections[2]?.html).not.toContain("бележка");
    expect(value.footnotes).toMatch(
      /^<section class="footnotes" role="doc-endnotes" aria-label="Бележки"><ol>.*бележка.*<\/ol><\/section>\n$/s,
    );
  });

  it("of a text without headings are none, and nothing of the text is lost", () => {
    const plain = render("Едно\n\nДве\n").value;
    expect(plain.sections).toEqual([]);
    expect(plain.lead).toBe("<p>Едно</p>\n<p>Две</p>\n");
    expect(plain.firstParagraph).toBe("Едно");
    // A picture alone says nothing of a text.
    expect(render("![Мостът](media/most.png)\n\n—\n\nТекст.\n").value.firstParagraph).toBe("Текст.");
  });

  it("are not begun by a heading inside a quotation", () => {
    expect(render("> ## Практика\n>\n> а\n").value.sections).toEqual([]);
  });
});

describe("headings", () => {
  it("have ids that are unique within the text", () => {
    const { value } = render("## Резултати\n\n## Results\n\n### Едно\n\n### Едно\n\n### едно 2\n\n## !!!\n\n## ???\n");
    expect(value.outline.anchors).toEqual([
      "results",
      "results-2",
      "edno",
      "edno-2",
      "edno-2-2",
      "section",
      "section-2",
    ]);
  });

  it("of the first level become one of the second, with a warning at its line", () => {
    const { value, findings } = render("а\n\n# Практика\n\nТекст.\n");
    expect(value.sections[0]).toMatchObject({ kind: "practice", title: "Практика" });
    expect(findings).toMatchObject([{ code: "markdown/heading-one", location: { line: 9 } }]);
  });

  it("that leave a level out are a warning", () => {
    const { findings } = render("## Практика\n\n#### Подробно\n\nТекст.\n");
    expect(findings).toMatchObject([
      { code: "markdown/heading-skip", parameters: { from: 2, to: 4 }, location: { line: 9, text: "####" } },
    ]);
    expect(codesOf(render("### Подробно\n\nТекст.\n").findings)).toEqual(["markdown/heading-skip"]);
    expect(render("## а\n\n### б\n\n#### в\n\nТекст.\n\n## г\n\nТекст.\n").findings).toEqual([]);
  });
});

describe("typography", () => {
  it("quotes are those of the language", () => {
    expect(lead("каза \"добре\" и 'да'")).toBe("<p>каза „добре“ и ‚да‘</p>\n");
    expect(lead("said \"well\" and 'yes'", "en")).toBe("<p>said “well” and ‘yes’</p>\n");
  });

  it("dots and dashes are set; (c), (r) and (tm) are what a text of law says", () => {
    expect(lead("а... б -- в +-5")).toBe("<p>а… б\u00a0– в ±5</p>\n");
    expect(lead("Article 17(1)/(c)", "en")).toBe('<p>Article <span class="whole">17(1)/(c)</span></p>\n');
    expect(lead("Article 17(1)(c), section 3 (r), Could-haves (C), (TM), (p)", "en")).toBe(
      '<p>Article <span class="whole">17(1)(c)</span>, section 3 (r), Could-haves (C), (TM), (p)</p>\n',
    );
  });

  it("numbers keep their units, in tables and notes as well; code and addresses stay", () => {
    expect(lead("| А |\n|---|\n| 14 800 лв. |\n")).toContain("14\u00a0800\u00a0лв.");
    expect(render("а[^1]\n\n[^1]: през 2016 г.\n").value.footnotes).toContain("през 2016\u00a0г.");
    expect(lead("`14 800 лв.`")).toBe("<p><code>14 800 лв.</code></p>\n");
    expect(render("## За 14 800 лв.\n\nТекст от 2016 г.\n").value).toMatchObject({
      sections: [{ id: "za-14-800-lv", plainTitle: "За 14 800 лв." }],
      firstParagraph: "Текст от 2016 г.",
    });
  });

  it("ranges stay on one line; dates, telephones and addresses are none", () => {
    expect(lead("20–50 хил., 1998–2019 г., 3,5–4 %, 2–3% и 5 – 6")).toBe(
      '<p><span class="whole">20–50</span>\u00a0хил., <span class="whole">1998–2019</span>\u00a0г., <span class="whole">3,5–4</span>\u00a0%, <span class="whole">2–3%</span> и 5\u00a0– 6</p>\n',
    );
    expect(lead("а1–2, 1–2–3 и 088-123-456, f(1)(2)")).not.toContain("whole");
  });

  it("a single letter keeps its word", () => {
    expect(lead("за е-управление, но по-добро")).toBe(
      '<p>за <span class="whole">е-управление</span>, но по-добро</p>\n',
    );
  });

  it("a number keeps its ending", () => {
    expect(lead("15-та и 2016-ти, но 15-годишен и А-5")).toBe(
      '<p><span class="whole">15-та</span> и <span class="whole">2016-ти</span>, но 15-годишен и А-5</p>\n',
    );
  });

  it("quotes that the editor typed stay as they are", () => {
    expect(lead("„добре“ “well”")).toBe("<p>„добре“ “well”</p>\n");
  });
});

describe("footnotes", () => {
  it("lead there and back, and a screen reader is told so in the language of the text", () => {
    const bg = render("а[^x]\n\n[^x]: б\n").value;
    expect(bg.lead).toContain('<a href="#fn1" id="fnref1">1</a>');
    expect(bg.footnotes).toContain('<a href="#fnref1" class="footnote-back" aria-label="Обратно към текста">');
    expect(render("a[^x]\n\n[^x]: b\n", "en").value.footnotes).toContain('aria-label="Back to the text"');
  });
});

describe("notes without a mark", () => {
  const { value, findings } = render("а[^x]\n\n[^y]: загубена\n\n[^x]: б\n");

  it("are shown after the others, without a way back that leads nowhere", () => {
    expect(value.footnotes).toMatch(/<li id="fn2" class="footnote-item"><p>загубена<\/p>/);
    expect(value.footnotes.match(/footnote-back/g)).toHaveLength(1);
  });

  it("are a finding", () => {
    expect(findings).toMatchObject([{ code: "markdown/unused-note", parameters: { mark: "[^y]", text: "загубена" } }]);
  });
});

describe("the contents of a text", () => {
  it("are plain words: no entities, no numbers of notes", () => {
    const { sections } = render("## Вода & въздух\n\nа\n\n## Бюджет < 5[^1]\n\nб\n\n[^1]: в\n").value;
    expect(sections.map(({ plainTitle }) => plainTitle)).toEqual(["Вода & въздух", "Бюджет < 5"]);
  });
});

describe("three tags of HTML", () => {
  it("pass without attributes, in cells too", () => {
    expect(lead("CO<sub>2</sub> и м<SUP>*2*</SUP><br/>край")).toBe(
      "<p>CO<sub>2</sub> и м<sup><em>2</em></sup><br>\nкрай</p>\n",
    );
    expect(lead("| А |\n|---|\n| едно<br>две |\n")).toContain("едно<br>\nдве");
  });

  it("are text where they do not match, with a finding", () => {
    const { value, findings } = render("CO<sub>2 и <br class=x>");
    expect(value.lead).toBe("<p>CO&lt;sub&gt;2 и &lt;br class=x&gt;</p>\n");
    expect(codesOf(findings)).toEqual(["markdown/raw-html", "markdown/raw-html"]);
  });
});

describe("tables", () => {
  const html = lead("| Година | Брой |\n|:--|--:|\n| 2004 | 12 |\n");

  it("are aligned by class, because the site allows no inline style", () => {
    expect(html).toContain('<td class="align-right">12</td>');
    expect(html).not.toContain("style=");
  });

  it("have headings with a scope, and can be scrolled on a small screen with the keyboard", () => {
    expect(html).toContain('<th class="align-left" scope="col">Година</th>');
    expect(html).toMatch(/^<div class="table-scroll" role="group" aria-label="Таблица" tabindex="0"><table>/);
  });
});

describe("foreign passages", () => {
  it("carry their language", () => {
    expect(lead("по [Local Agenda 21]{lang=en} и")).toBe('<p>по <span lang="en">Local Agenda 21</span> и</p>\n');
  });

  it.each([
    "[x]{lang=en onclick=alert(1) style=color:red .c #d}",
    "Множеството е {а б}",
    "уравнението {x=1}",
    "дума{lang=en}",
    "[x]{lang=en",
  ])("are all that braces can make, and with one of them in the text too: %s", (text) => {
    expect(lead(text)).toBe(`<p>${text}</p>\n`);
    const beside = lead(`${text}\n\n[Local Agenda 21]{lang=en}`);
    expect(beside).toBe(`<p>${text}</p>\n<p><span lang="en">Local Agenda 21</span></p>\n`);
  });
});

describe("images", () => {
  it("have a size, so that nothing jumps, and keep their path until the page is known", () => {
    const { value, findings } = render("![Мостът](media/most.png)\n");
    expect(findings).toEqual([]);
    expect(value.lead).toContain(
      '<img src="file:media/most.png" alt="Мостът" width="640" height="480" decoding="async"',
    );
    expect(value.outline.links).toEqual([
      {
        target: { kind: "file", path: "media/most.png", fragment: "" },
        written: "media/most.png",
        line: 7,
        image: true,
      },
    ]);
  });

  it("alone with a title are figures with a caption", () => {
    const html = lead('![Карта](map.svg "Местата в <общината>")\n');
    expect(html).toMatch(/^<figure><img [^>]*><figcaption>Местата в &lt;общината&gt;<\/figcaption><\/figure>/);
    expect(html).not.toContain("title=");
  });

  it("without words for those who do not see them are a warning", () => {
    expect(render("![](media/most.png)\n").findings).toMatchObject([{ code: "markdown/image-without-alt" }]);
  });

  it("from another host are refused: they would tell it of every reader", () => {
    const { value, findings } = render("![x](https://example.org/a.png)\n");
    expect(findings).toMatchObject([{ code: "link/foreign-image" }]);
    expect(value.lead).not.toContain("example.org");
  });

  it("that do not exist get the nearest name", () => {
    expect(render("![x](media/mots.png)\n").findings).toMatchObject([
      { code: "link/missing-file", parameters: { path: "media/mots.png", nearest: "media/most.png" } },
    ]);
  });
});

describe("the first paragraph", () => {
  it("is plain text without markup, wherever the headings are", () => {
    const { value } = render("## Практика\n\n*Един* [мост](practice:most)\nнад `реката` <b>.\n\nДве\n");
    expect(value.firstParagraph).toBe("Един мост над реката <b>.");
  });
});
