import { describe, expect, it } from "vitest";
import { perLanguage } from "../../../../src/core/language/language.ts";
import { locate } from "../../../../src/read/locate.ts";
import { createMarkdownParser } from "../../../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../../../src/read/markdown/render-body.ts";

const parsers = perLanguage((language) => createMarkdownParser(language, false));

function look(text: string, file = "a.bg.md") {
  const source = { file, folder: "practices/2016", text, firstLine: 1 };
  const { findings } = renderBody(source, "bg", { parsers, media: new Map(), sanitize: undefined });
  return locate(findings, () => text);
}

const codesOf = (text: string): readonly string[] => look(text).map(({ code }) => code);
/** Where the findings of a text are: line, column and the text there. */
const placesOf = (text: string) =>
  look(text).map(({ line, column, length }) => [
    line,
    text.split("\n")[line - 1]?.slice(column - 1, column - 1 + length),
  ]);

describe("markup that did not take", () => {
  it.each([
    ["**Цел:**три", "emphasis"],
    ["дума** Цел **дума", "emphasis"],
    ["две ** звезди", "lone-sign"],
    ["##\u00a0Подготовка", "heading"],
    ["##Подготовка", "heading"],
    ["[текст] (https://example.org/)", "link"],
    ["• първо;\n• второ", "bullet"],
    ["– първо;\n– второ", "bullet"],
    ["а) първо;\nб) второ", "letter"],
    ["Имаше &nbsp интервал", "entity"],
  ])("%j is a finding, and its fix works when it is followed", (text, kind) => {
    const found = look(text);
    expect(found).toMatchObject([{ code: "markdown/raw-markup", parameters: { kind }, line: 1 }]);
    const [{ parameters, column, length } = { parameters: {}, column: 0, length: 0 }] = found;
    const { written = "", fixed = "" } = parameters as { written?: string; fixed?: string };
    expect(text.split("\n")[0]?.slice(column - 1, column - 1 + length)).toContain(written.slice(0, 2));
    // Lines of a list are fixed one by one.
    const lines = text.split("\n").map((line) => (kind === "heading" ? fixed : line.replace(written, () => fixed)));
    const followed = lines
      .join("\n")
      .replace(/^[•–] /gm, "- ")
      .replace(/^б\)/m, "- б)");
    expect(codesOf(`${followed}\n\nТекст.\n`)).toEqual([]);
  });

  it.each([
    ["[[Друга практика]]", "wiki-link"],
    ["{{< youtube abc >}}", "code"],
    ["{% include x %}", "code"],
    ["Текст {.red}", "attributes"],
    ["дума{lang=en}", "attributes"],
    ["[няма][2]", "reference"],
    ["текст\n[1]: https://example.org", "definition"],
    ["- [ ] задача", "checkbox"],
    ["| А | Б |\n| в | г |", "table"],
    ["| А | Б |", "table"],
    ["####### Седем", "heading"],
    ["\u00a0## Преди", "heading"],
    ["\uf0b7 знак на Word\n\uf0b7 още", "bullet"],
    ["o първо\no второ", "bullet"],
    ["✓ първо\n✓ второ", "bullet"],
    ["(1) първо\n(2) второ", "letter"],
    ["а. първо\nб. второ", "letter"],
    ["i) първо\nii) второ", "letter"],
    ["<% include %>", "code"],
    ["Текст {: .red}", "attributes"],
    ["| А | Б | В |\n|---|---|\n| г | д | е |", "table-rule"],
    ["Редът:\n2. второ\n3. трето", "number"],
  ])("%j is a finding", (text, kind) => {
    expect(look(text)).toMatchObject([{ code: "markdown/raw-markup", parameters: { kind } }]);
  });

  it("a rule of a table is fixed by the line that is offered", () => {
    const [found] = look("| А | Б | В |\n|---|---|\n| г | д | е |");
    expect(found).toMatchObject({ line: 2, parameters: { fixed: "|---|---|---|" } });
    expect(codesOf("| А | Б | В |\n|---|---|---|\n| г | д | е |")).toEqual([]);
  });

  it.each([
    "**добре** и __добре__, 2 * 3, а_б_в",
    "`**код**` и `[[код]]`",
    "\\*\\*знаци\\*\\* и \\[\\[скоби]]",
    "```\n{{ код }}\n[^1]\n```",
    "https://example.org/a__b__c и [връзка](https://example.org/a_(b))",
    "– Кой е там? – попита тя.",
    "[Local Agenda 21]{lang=en}, множеството {а, б}, {x=1}",
    "#Белене и #5",
    "цена (с ДДС) [виж бележката]",
    "1. едно\n1. две\n1. три",
    "през 2016\nг. и през 2017\nг. отново",
    "стойността |x| + |y| е",
    "o боже",
    "3. три\n4. четири",
    "Общината\nсъс своите 15 села",
  ])("%j is none", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("words that are nowhere", () => {
  it.each([
    ["| А |\n|---|\n| б | загубена |", 3, "загубена"],
    ["> | А |\n> |---|\n> | б | загубена |", 3, "загубена"],
    ["А | Б\n---|---\nв | г | загубена", 3, "загубена"],
    ["``` малка бележка\nкод\n```", 1, "малка бележка"],
    ["Текст.\n\n[Забележка]: важно", 3, "[Забележка]: важно"],
  ])("%j", (text, line, lost) => {
    expect(look(text)).toMatchObject([{ code: "markdown/lost-text", line }]);
    expect(placesOf(text)).toEqual([[line, lost]]);
  });

  it("definitions that links use are none", () => {
    expect(codesOf("[а][1] и [Б]\n\n[1]: https://example.org\n[б]: https://example.org")).toEqual([]);
  });
});

describe("notes", () => {
  it("a mark without a note is told with the note that may be meant", () => {
    expect(look("а[^2]\n\nб[^3]\n\n[^3]: в")).toMatchObject([
      { code: "markdown/missing-note", line: 1, column: 2, parameters: { mark: "[^2]", nearest: "3" } },
    ]);
  });

  it("of two with one name the first is told", () => {
    expect(look("а[^1]\n\n[^1]: б\n\n[^1]: в")).toMatchObject([
      { code: "markdown/unused-note", line: 3, parameters: { isRepeated: true, text: "б" } },
    ]);
  });
});

describe("blocks that became something else", () => {
  it.each([
    ["2016. Проектът.\n09. юни", "markdown/list-number", 1],
    ["1. а\n2. б\n4. в", "markdown/list-number", 3],
    ["\tАбзац от Word.", "markdown/prose-as-code", 1],
    ["а\n\n```\nб\n\nв", "markdown/prose-as-code", 3],
    ["Дълъг абзац, който свършва с точка.\n---", "markdown/underlined-heading", 2],
    ["[](https://example.org/)", "markdown/empty-link", 1],
    ["## Първо\n\n-\n\n## Второ\n\nТекст.", "content/empty-part", 1],
    ["- а\n-\n- б", "content/empty-part", 2],
    ["а[^1]\n\n[^1]:\n\nб", "content/empty-part", 3],
    ["##\n\nТекст.", "content/empty-part", 1],
  ])("%j: %s", (text, code, line) => {
    expect(look(text)[0]).toMatchObject({ code, line });
  });

  it.each(["    npm run build --all", "    if (a) { b(); }", "Заглавие\n---\n\nТекст."])("%j is meant so", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("places", () => {
  it("in a table are the row's, and each of several tags has its own", () => {
    const text = "Преди: `<u>` е код\n\n| А | Б |\n|---|---|\n| едно | <u>две</u> и <u>три</u> |";
    expect(look(text).map(({ line, column }) => [line, column])).toEqual([
      [5, 10],
      [5, 23],
    ]);
  });

  it("in a line with a comment are those of the file", () => {
    expect(placesOf("а <!-- тайна --> **Цел:**три")).toContainEqual([1, "**Цел:**три"]);
  });

  it("in a YAML file are looked for: its lines are not those of the text", () => {
    const source = { file: "a.yaml", folder: "issues", text: "**Цел:**три", firstLine: 1 };
    const { findings } = renderBody(source, "bg", { parsers, media: new Map(), sanitize: undefined });
    expect(locate(findings, () => "id: a\nforeword:\n  bg: |\n    **Цел:**три\n")).toMatchObject([
      { line: 4, column: 5 },
    ]);
  });
});

describe("places of what stands among other signs", () => {
  it("a tag is found where it stands, not in the beginning of another one", () => {
    expect(placesOf("<br>а <b>б</b>")).toEqual([[1, "<b>"]]);
  });

  it("a link is in its own line, also below a <br>", () => {
    expect(look("а<br>б\n[в](media/няма.pdf)")).toMatchObject([{ code: "link/missing-file", line: 2 }]);
  });

  it("a heading that the line below has made is found at its words", () => {
    expect(placesOf("Текст #1.\n\nМост\n===\n\nТекст.")).toEqual([[3, "Мост"]]);
  });

  it("marks of notes with spaces are told too", () => {
    expect(codesOf("Текст[^ а] и[^б ].\n\n[^в]: г")).toContain("markdown/missing-note");
  });

  it("a day that stands alone is not a list", () => {
    expect(look("09. юни беше ден.")).toMatchObject([{ code: "markdown/list-number", parameters: { typed: "09" } }]);
  });
});
