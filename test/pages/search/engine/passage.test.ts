import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePassage, hasPhrase, markWords } from "../../../../src/pages/search/engine/passage.ts";
import { termOf } from "../../../../src/pages/search/engine/words.ts";

const terms = (...words: string[]): ReadonlySet<string> => new Set(words.map(termOf));

describe("a passage", () => {
  it("is the paragraph that says most of what was looked for", () => {
    const paragraphs = ["Нищо.", "Паркът е голям.", "В парка на общината има пейки."];
    expect(choosePassage(paragraphs, terms("парк", "община"))).toBe("В парка на общината има пейки.");
    expect(choosePassage(paragraphs, terms("квазар"))).toBe("");
  });

  it("of a long paragraph begins and ends between words, and holds what was found", () => {
    const long = `${"Първо изречение е дълго и не казва нищо. ".repeat(20)}Тук паркът се споменава веднъж. ${"После пак нищо ново. ".repeat(20)}`;
    const passage = choosePassage([long], terms("парк"));
    expect(passage).toContain("паркът");
    expect(passage.length).toBeLessThan(320);
    expect(passage).toMatch(/^… \p{Lu}.*…$/u);
  });

  it("is cut from the text and loses no word of it", () => {
    const word = fc.constantFrom("парк", "паркове", "община.", "дълга-дума", "а", "„цитат“");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), (words) => {
        const text = words.join(" ");
        const passage = choosePassage([text], terms("парк")).replaceAll(/^… | …$/g, "");
        expect(` ${text} `).toContain(passage === "" ? "" : ` ${passage} `);
      }),
    );
  });
});

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

describe("the length of a passage", () => {
  it.each([
    [286, true],
    [287, false],
  ])("a paragraph of %i characters is shown whole: %s", (length, isWhole) => {
    const text = `парк ${"дума ".repeat(100)}`.slice(0, length - 1).padEnd(length, "а");
    expect(choosePassage([text], terms("парк")) === text).toBe(isWhole);
  });

  it("of a longer one is about 220 characters", () => {
    const text = `${"дума ".repeat(60)}парк ${"дума ".repeat(60)}`;
    const passage = choosePassage([text], terms("парк"));
    expect(passage).toContain("парк");
    expect(passage.length).toBeGreaterThan(200);
    expect(passage.length).toBeLessThan(230);
  });

  it("words that stand more than 220 characters apart are not in one", () => {
    const apart = (between: number): string => `парк ${"а".repeat(between)} бряг ${"дума ".repeat(60)}`;
    const found = (between: number) => choosePassage([apart(between), "бряг"], terms("парк", "бряг"));
    // "парк" and "бряг" themselves and the spaces around what is between.
    expect(found(220 - 10)).toContain("бряг");
    expect(found(221 - 10)).not.toMatch(/бряг.*дума/);
  });
});
