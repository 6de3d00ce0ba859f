import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixText } from "../../src/review/fix-text.ts";
import { runs } from "../setup/soak.ts";

const head = "---\ntitle: Х\n---\n";

describe("fixText", () => {
  it.each([
    ["quotation marks", "Училище „Светлина” и “Ден”.", "Училище „Светлина“ и „Ден“."],
    ["letters of the other alphabet", "Общинският cъвет.", "Общинският съвет."],
    ["invisible marks", "ду\u200bма и сло\u00adво", "дума и слово"],
    ["spaces at the end of a line, but for a line break", "ред   \nред \nред", "ред  \nред\nред"],
  ])("mends %s", (_, written, mended) => {
    expect(fixText(head + written, "bg", 4)).toBe(head + mended);
  });

  it.each([
    ["date: 09.06.2016", "date: 2016-06-09"],
    ["date: 9 юни 2016 г.", "date: 2016-06-09"],
    ['  checked: "01.04.2005"', '  checked: "2005-04-01"'],
    ["date: скоро", "date: скоро"],
    ["date: 2016-06-09 # сигурно", "date: 2016-06-09 # сигурно"],
  ])("writes a date as the program reads it: %s", (written, mended) => {
    expect(fixText(`---\n${written}\n---\nТекст.`, "bg", 4)).toBe(`---\n${mended}\n---\nТекст.`);
  });

  it.each([
    "`cъвет „х”`",
    "[а](https://a.bg/„х”Аb)",
    "```\ncъ „х”\n```",
    "нищо за поправяне",
    "редът свършва с\r\nдруг край\r\n",
  ])("leaves alone what is no prose or needs no mend: %j", (text) =>
    expect(fixText(head.replaceAll("\n", text.includes("\r\n") ? "\r\n" : "\n") + text, "bg", 4)).toContain(text),
  );

  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      "„",
      "“",
      "”",
      '"',
      "cъвет",
      "Аb",
      " ",
      "  \n",
      "\n",
      "`",
      "](",
      ")",
      "<",
      ">",
      "date: 01.02.2003",
      "---",
      "\u200b",
      "дума",
      "«",
      "»",
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => head + pieces.join(""));

  it("changes no word but by look-alikes, and the second time nothing", () => {
    const lookAlike = "АВСЕНКМОРТХУасеорхук";
    const latin = "ABCEHKMOPTXYaceopxyk";
    const lettersOf = (whole: string): string =>
      [...whole.replace(/[^\p{L}\p{N}]/gu, "")].map((letter) => latin[lookAlike.indexOf(letter)] ?? letter).join("");
    fc.assert(
      fc.property(text, fc.constantFrom("bg", "en"), (whole, language) => {
        const mended = fixText(whole, language as "bg" | "en", 4);
        expect(fixText(mended, language as "bg" | "en", 4)).toBe(mended);
        expect(lettersOf(mended)).toBe(lettersOf(whole));
      }),
      { numRuns: runs(1_000, 50_000) },
    );
  });
});
