import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createProseFinder } from "../../src/read/markdown/prose-lines.ts";
import { fixText } from "../../src/review/fix-text.ts";
import { runs } from "../setup/soak.ts";

const findProse = createProseFinder();
const fix = (body: string, language: "bg" | "en" = "bg"): string => fixText(body, language, findProse);

describe("fixText", () => {
  it.each([
    ["quotation marks", "Училище „Светлина” и “Ден”.", "Училище „Светлина“ и „Ден“."],
    ["letters of the other alphabet", "Общинският cъвет.", "Общинският съвет."],
    ["invisible marks", "ду\u200bма и сло\u00adво", "дума и слово"],
    ["invisible marks in addresses", "[план](https://a.bg/план\u200b)", "[план](https://a.bg/план)"],
    ["spaces at the end of a line, but for a line break", "ред   \nред \nред", "ред  \nред\nред"],
    ["styles of word processors", 'а <span style="color:red">б</span> <font face="x">в</font>', "а б в"],
  ])("fixes %s", (_, written, fixed) => {
    expect(fix(written)).toBe(fixed);
  });

  it.each([
    "`cъвет „х”`",
    "`a\u200bb`",
    "а `cъ\nвет\u200b` б",
    "[а](https://a.bg/„х”Аb)",
    "```\ncъ „х”   \n```",
    "- а\n\n  ~~~\n  cъвет\n  ~~~",
    "    cъвет \n",
    "нищо за поправяне",
    "Пожарникарка 👩‍🚒, знаме 🏳️‍🌈, семейство 👨‍👩‍👧, дума می‌خواهم, क्‍ष",
    '<span lang="en">x</span>',
    "[“Local Agenda 21”]{lang=en}",
  ])("leaves alone what is no prose or needs no fix: %j", (text) => expect(fix(text)).toBe(text));

  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      ...'„ “ ” " cъвет Аb ` ``` ~~~ ]( ) < > --- \u200b \u200d дума « » 👩‍🚒 می‌خواهم | [ ]{lang=en} # - > <span style="x"> </span>'.split(
        " ",
      ),
      " ",
      "  \n",
      "\n",
      "\n\n",
      "    ",
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  it("changes no word but by look-alikes, and the second time nothing", () => {
    const lookAlike = "АВСЕНКМОРТХУасеорхук";
    const latin = "ABCEHKMOPTXYaceopxyk";
    const lettersOf = (whole: string): string =>
      [...whole.replace(/<\/?span[^<>]*>/g, "").replace(/[^\p{L}\p{N}]/gu, "")]
        .map((letter) => latin[lookAlike.indexOf(letter)] ?? letter)
        .join("");
    fc.assert(
      fc.property(text, fc.constantFrom("bg", "en"), (whole, language) => {
        const fixed = fix(whole, language as "bg" | "en");
        expect(fix(fixed, language as "bg" | "en")).toBe(fixed);
        expect(lettersOf(fixed)).toBe(lettersOf(whole));
      }),
      { numRuns: runs(1_000, 10_000) },
    );
  });
});
