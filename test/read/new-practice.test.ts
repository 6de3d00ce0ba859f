import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import { composeDocument } from "../../src/read/compose-document.ts";
import { composeNewPractice, composeTranslation, type NewPractice } from "../../src/read/new-practice.ts";
import { parseDocument } from "../../src/read/parse-document.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";
import { createPracticeValidator } from "../../src/read/validate-practice.ts";
import { defaultSite } from "../../src/read/validate-site.ts";
import { runs } from "../setup/soak.ts";

const places = readDefaultPlaces().places;
const validate = createPracticeValidator({ site: defaultSite, themes: new Map(), places, fields: practiceFields });

const rules = { fields: practiceFields, site: defaultSite };

const usual: NewPractice = {
  language: "bg",
  answers: {
    title: "Слънчеви покриви",
    innovator: "Община Белене",
    date: "2018-09-19",
    municipality: ["Белене"],
    themes: [],
    projectUrl: "www.example.org",
  },
};

/** The usual practice under another title. */
const titled = (title: string): NewPractice => ({ ...usual, answers: { ...usual.answers, title } });

/** What the program reads of a file that it has composed. */
function read({ path, text }: { readonly path: string; readonly text: string }) {
  const document = parseDocument({ path: `content/${path}`, text });
  const practice = document.value && validate(document.value);
  return { document, practice };
}

describe("a new practice", () => {
  it("is a valid draft with the three sections, under a Latin name", () => {
    const file = composeNewPractice(usual, rules, () => false);
    expect(file.path).toBe("practices/2018/slanchevi-pokrivi.bg.md");
    const { document, practice } = read(file);
    expect([...document.findings, ...(practice?.findings ?? [])]).toEqual([]);
    expect(practice?.value).toMatchObject({ title: "Слънчеви покриви", innovator: "Община Белене", draft: true });
    expect(file.text.match(/^## .*/gm)).toEqual(["## Предистория", "## Практика", "## Резултати"]);
  });

  it("gets the year, then a number, where its id belongs to another", () => {
    const taken = new Set(["slanchevi-pokrivi", "slanchevi-pokrivi-2018"]);
    expect(composeNewPractice(usual, rules, (id) => id === "slanchevi-pokrivi").id).toBe("slanchevi-pokrivi-2018");
    expect(composeNewPractice(usual, rules, (id) => taken.has(id)).id).toBe("slanchevi-pokrivi-2018-2");
  });

  it.each([
    [80, 80],
    [81, 80],
    [200, 80],
  ])("whose title has %i letters has an id of %i", (letters, length) => {
    const { id } = composeNewPractice(titled("a".repeat(letters)), rules, () => false);
    expect(id).toBe("a".repeat(length));
  });

  it("without a letter that an id could hold is called praktika, and never by an id that is taken", () => {
    const numbered = (count: number) => (id: string) =>
      ["", "-2018", ...Array.from({ length: count }, (_, index) => `-2018-${index + 2}`)]
        .map((ending) => `praktika${ending}`)
        .includes(id);
    expect(composeNewPractice(titled("„…“"), rules, () => false).id).toBe("praktika");
    expect(composeNewPractice(titled("„…“"), rules, numbered(0)).id).toBe("praktika-2018-2");
    expect(composeNewPractice(titled("„…“"), rules, numbered(9)).id).toBe("praktika-2018-11");
  });

  it("may have any title", () => {
    const title = fc
      .oneof(
        fc.string({ unit: "grapheme" }),
        fc.string(),
        fc.constantFrom("Проект #5: „да“", "- а", "true", "'x\"", "@", "?", "CoN"),
      )
      .map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
      // No page may hold these, and a title of dashes says nothing.
      .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text) && /[^\s-]/.test(text));
    fc.assert(
      fc.property(title, (written) => {
        const { practice } = read(
          composeNewPractice({ ...usual, answers: { ...usual.answers, title: written } }, rules, () => false),
        );
        expect(practice?.value?.title).toBe(written);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });
});

it("what is composed is read back", () => {
  const value = fc
    .string({ unit: "grapheme" })
    .filter((text) => !/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u2028\u2029]/u.test(text));
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(value, fc.array(value))), (fields) => {
      const { value: document } = parseDocument({ path: "x.md", text: composeDocument(fields, "Текст.") });
      expect({ ...document?.fields }).toEqual(fields);
      expect(document?.body.trim()).toBe("Текст.");
    }),
    { numRuns: runs(300, 10_000) },
  );
});

describe("a translation", () => {
  const text = `---
title: Слънчеви покриви
innovator: Община Белене
date: 2018-09-19
municipality: Белене
summary: Накратко.
contact: {name: Мария Иванова, tel: 044 000 123}
cost: Много.
---

## Практика

Текст.

## Подробности

Още.

## Резултати
`;
  const original = parseDocument({ path: "content/practices/2018/slanchevi-pokrivi.bg.md", text }).value;

  it("keeps what is the same in every language, and asks for the rest", () => {
    if (!original) throw new Error("the original is not read");
    const file = composeTranslation(original, { id: "slanchevi-pokrivi", language: "en" }, rules);
    expect(file.path).toBe("practices/2018/slanchevi-pokrivi.en.md");
    const { practice } = read(file);
    expect(practice?.findings).toEqual([]);
    expect(practice?.value).toMatchObject({
      language: "en",
      date: "2018-09-19",
      contact: { tel: "044 000 123" },
      translation: undefined,
      draft: true,
      summary: undefined,
      cost: undefined,
    });
    // How much is translated is for the editor to say.
    expect(file.text).toMatch(/^translation:$/m);
    // How much is translated is for the editor to say.
    expect(file.text).toMatch(/^translation:$/m);
    expect(file.text.match(/^## .*/gm)).toEqual(["## Practice", "## Подробности", "## Results"]);
  });
});
