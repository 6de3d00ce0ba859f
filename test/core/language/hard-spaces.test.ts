import fc from "fast-check";
import { expect, it } from "vitest";
import { bindWithHardSpaces } from "../../../src/core/language/hard-spaces.ts";

/** ~ stands for a hard space. */
const bound = (text: string): string => bindWithHardSpaces(text).replaceAll("\u00a0", "~");

it.each([
  ["струва 14 800 лв. и 1 250 000 евро", "струва 14~800~лв. и 1~250~000~евро"],
  ["през 2016 г. и 2017 година", "през 2016~г. и 2017~година"],
  ["9 юни 2016 г., 9 June 2016", "9~юни 2016~г., 9~June 2016"],
  ["договор № 5 по § 12 и чл. 3, ал. 2", "договор №~5 по §~12 и чл.~3, ал.~2"],
  ["12 % от 3 млн. лв.", "12~% от 3~млн.~лв."],
  ["гр. Белене, ул. „Дунав“ 5, д-р Иванова", "гр.~Белене, ул.~„Дунав“ 5, д-р~Иванова"],
  ["панели, помпи и др.", "панели, помпи и~др."],
  ["общината – сама", "общината~– сама"],
  ["Белене · 2016 | архив", "Белене~· 2016~| архив"],
  ["5 million euros, BGN 300 000", "5~million euros, BGN~300~000"],
  ["от 14 практики в 5–10 хил. жители", "от 14~практики в 5–10~хил.~жители"],
  ["площ, кв. м, в кв. Младост; sq. m и куб. м", "площ, кв.~м, в кв.~Младост; sq.~m и куб.~м"],
  ["14 practices, {count} pages", "14~practices, {count}~pages"],
  ["И. Петрова от план А. после", "И.~Петрова от план А. после"],
])("%s", (text, expected) => {
  expect(bound(text)).toBe(expected);
});

it.each(["дойдоха с 20 деца", "в 10 часа", "– първо", "един г. друг", "телефон 0888 123 456", "с. и без това"])(
  "what does not belong together may be divided: %s",
  (text) => {
    expect(bindWithHardSpaces(text)).toBe(text);
  },
);

it("changes nothing but spaces, and nothing the second time", () => {
  const piece = fc.constantFrom(..."14 800|лв.|2016 г.|№ |5|–| |гр. |Белене|и др.|%|·|а\nб|\u00a0".split("|"));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(" ");
      const once = bindWithHardSpaces(text);
      expect(once.replaceAll("\u00a0", " ")).toBe(text.replaceAll("\u00a0", " "));
      expect(bindWithHardSpaces(once)).toBe(once);
    }),
  );
});
