import { describe, expect, it } from "vitest";
import { composeBody } from "../../src/import/compose-body.ts";
import type { PageLine } from "../../src/import/old-page.ts";
import type { OldPractice } from "../../src/import/recognise.ts";

const lines = (...texts: readonly string[]): PageLine[] => texts.map((text, index) => ({ text, line: index + 1 }));

function compose(fields: Partial<OldPractice>, { unplaced = lines(), isPlain = true } = {}) {
  const practice = { language: "bg", lead: [], undivided: [], sections: [], ...fields } as unknown as OldPractice;
  return composeBody(practice, unplaced, { source: "a.html", isPlain, rewriteTarget: (text) => text });
}
const codes = (result: ReturnType<typeof compose>) => result.findings.map(({ code }) => code);

describe("a paragraph in the other language", () => {
  it.each([
    [80, []],
    [81, ["import/foreign-paragraph"]],
  ])("of %i letters: %j", (length, expected) => {
    expect(codes(compose({ lead: lines("a".repeat(length)) }))).toEqual(expected);
    expect(codes(compose({ language: "en", lead: lines("а".repeat(length)) }))).toEqual(expected);
    expect(codes(compose({ lead: lines("а".repeat(length)) }))).toEqual([]);
  });

  it("is quoted to its sixtieth letter", () => {
    expect(compose({ lead: lines("a".repeat(100)) }).findings[0]?.parameters).toEqual({ text: "a".repeat(60) });
  });
});

it("what found no place stands at the end and is quoted to its eightieth letter", () => {
  const { value, findings } = compose({}, { unplaced: lines("", "а".repeat(50), "б".repeat(50)) });
  expect(value).toBe(`## Неразпределено\n\n${"а".repeat(50)}\n\n${"б".repeat(50)}`);
  expect(findings).toMatchObject([
    {
      code: "import/unplaced",
      parameters: { text: `${"а".repeat(50)} ${"б".repeat(29)}` },
      location: { line: 2, text: "а".repeat(30) },
    },
  ]);
  expect(compose({}, { unplaced: lines("", " ") })).toEqual({ value: "", findings: [] });
});

it("sections stand in their order; one that comes twice is pointed at", () => {
  const section = (kind: "background" | "results", line: number, text: string) => ({ kind, line, lines: lines(text) });
  const sections = [section("results", 9, "в"), section("background", 3, "а"), section("results", 12, "г")];
  const { value, findings } = compose({ sections });
  expect(value).toBe("## Предистория\n\nа\n\n## Резултати\n\nв\n\nг");
  expect(findings).toMatchObject([{ code: "import/section-twice", location: { line: 12, column: 1 } }]);
});

it.each([
  ["n Първо", "- Първо", ["import/odd-bullet"]],
  ["n първо", "n първо", []],
  ["• първо", "- първо", []],
  ["– първо", "- първо", []],
  ["12. първо", "12. първо", []],
  ["123. първо", "123\\. първо", []],
  ["2016) първо", "2016\\) първо", []],
  ["+ първо", "\\+ първо", []],
  ["пишете на [email protected]", "пишете на [email protected]", ["import/masked-email"]],
])("a plain line “%s” becomes “%s”", (text, expected, found) => {
  const result = compose({ lead: lines(text) });
  expect([result.value, codes(result)]).toEqual([expected, found]);
});

it("items of a list stand together, paragraphs apart, and headings below those of the sections", () => {
  expect(compose({ lead: lines("а", "- б", "- в", "г") }).value).toBe("а\n\n- б\n- в\n\nг");
  expect(compose({ lead: lines("# а", "", "", "", "б") }, { isPlain: false }).value).toBe("### а\n\nб");
});
