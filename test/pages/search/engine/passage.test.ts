import fc from "fast-check";
import { expect, it } from "vitest";
import { hasPhrase, markWords } from "../../../../src/pages/search/engine/passage.ts";
import { termOf } from "../../../../src/pages/search/engine/words.ts";

const terms = (...words: string[]): ReadonlySet<string> => new Set(words.map(termOf));

it("marked words are those that were looked for, and the text stays whole", () => {
  expect(markWords("Паркът и парковете, не паркинг", terms("парк"))).toEqual([
    { text: "Паркът", isMarked: true },
    { text: " и ", isMarked: false },
    { text: "парковете", isMarked: true },
    { text: ", не паркинг", isMarked: false },
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        markWords(text, terms("парк"))
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

it.each([
  ["Разделното събиране на отпадъци", "разделно събиране", true],
  ["Разделно, а после и събиране", "разделно събиране", false],
  ["Съвет на гражданите", "съвет на граждани", true],
  ["Съвет за гражданите", "съвет на граждани", false],
])("%j has the phrase %j: %s", (text, phrase, expected) => {
  expect(hasPhrase(text, phrase.split(" "))).toBe(expected);
});
