import { describe, expect, it } from "vitest";
import { linesOfText } from "../../src/import/page-lines.ts";
import { recognise } from "../../src/import/recognise.ts";

const page = (...lines: readonly string[]) => recognise(linesOfText(lines.join("\n")));
const letters = (count: number): string => "а".repeat(count);

describe("a saved page", () => {
  it("is no practice without a section, an innovator or a date", () => {
    expect(page("Заглавие", "Някакъв текст.", "Тел.: 02 123")).toBeUndefined();
    expect(page("Практика")).toBeDefined();
    expect(page("Иноватор: Община Русе")).toBeDefined();
    expect(page("Дата: 09.06.2016")).toBeDefined();
  });

  it("begins with the title and the organisation; what follows is text", () => {
    expect(page("Мост", "Община Русе", "И още нещо.", "Практика", "Тя.")).toMatchObject({
      title: { value: "Мост", line: 1 },
      organisation: { value: "Община Русе", line: 2 },
      lead: [{ text: "И още нещо.", line: 3 }],
      sections: [{ kind: "practice", line: 4, lines: [{ text: "Тя.", line: 5 }] }],
    });
  });

  it.each([
    ["200 letters", 200, true],
    ["201 letters", 201, false],
  ])("has a title of at most 200 letters: %s", (_, length, isTitle) => {
    expect(page(letters(length), "Практика")?.title?.value.length).toBe(isTitle ? length : undefined);
  });

  it.each([
    [letters(100), true],
    [letters(101), false],
    ["Това е изречение.", false],
    ["Защо?", false],
    ["- точка", false],
  ])("has an organisation of at most 100 letters, which is no sentence and no list: %s", (line, isOne) => {
    expect(page("Мост", line, "Практика")?.organisation !== undefined).toBe(isOne);
  });

  it("has fields of at most 200 letters, of each the first", () => {
    expect(page("Мост", `Иноватор: ${letters(200)}`)?.fields.innovator?.value).toHaveLength(200);
    expect(page("Мост", "Практика", `Иноватор: ${letters(201)}`)?.fields.innovator).toBeUndefined();
    expect(page("Иноватор: Първи", "Иноватор: Втори")?.fields.innovator).toEqual({ value: "Първи", line: 1 });
  });

  it("has a section where its name stands alone, in at most 60 letters", () => {
    const name = (length: number): string => `Практика / ${letters(length - 11)}`;
    expect(page("Мост", name(60))?.sections).toHaveLength(1);
    expect(page("Мост", "Иноватор: а", name(61))?.sections).toHaveLength(0);
  });

  it("has the contact after the fields that close its text", () => {
    const found = page("Мост", "Практика", "Тя.", "Номинации: 3", "Мария Иванова", "Резултати", "Добри.");
    expect(found?.contact.map(({ text }) => text)).toEqual(["Мария Иванова"]);
    expect(found?.sections.at(-1)?.lines.map(({ text }) => text)).toEqual(["Добри."]);
    expect(page("Мост", "Практика", "Тел.: 1", "Още текст")?.contact).toEqual([]);
  });
});
