import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMisread, restoreText, undoMisreading } from "../../src/read/encodings.ts";
import { runs } from "../setup/soak.ts";

const misread = (text: string, encoding: string): string => new TextDecoder(encoding).decode(Buffer.from(text, "utf8"));

describe("a text that was decoded wrongly", () => {
  const words = fc.array(fc.stringMatching(/^[А-Яа-яЍѝ]{2,8}$/), { minLength: 1, maxLength: 6 });

  it.each(["windows-1252", "windows-1251"])("is undone: UTF-8 taken for %s", (encoding) => {
    fc.assert(
      fc.property(words, (all) => {
        const text = `${all.join(" ")} „цитат“ – тире`;
        expect(undoMisreading(misread(text, encoding))).toBe(text);
        expect(undoMisreading(`Вярно, ${misread(text, encoding)}`)).toBe(`Вярно, ${text}`);
      }),
      { numRuns: runs(200, 20_000) },
    );
  });

  it("is undone when it happened twice, and where windows-1251 was taken for Latin letters", () => {
    expect(undoMisreading(misread(misread("Практика", "windows-1252"), "windows-1252"))).toBe("Практика");
    expect(undoMisreading("Ïðàêòèêà íà îáùèíàòà")).toBe("Практика на общината");
    expect(undoMisreading(misread("It’s", "windows-1252"))).toBe("It’s");
  });

  it.each([
    "Café Müller à Paris, São Tomé, Ångström, „Ørsted“",
    "Ѓорче Петров, Ђоковић, № 5 – С „цитат“, Р…, в „Мост“",
    "Прекрасно е: °C, §5, ½, ©",
    "naïve façade – señor, Øre; ÉCOLE SUPÉRIEURE",
  ])("is not seen in right letters: %s", (text) => {
    expect(findMisread(text)).toEqual([]);
    expect(undoMisreading(text)).toBe(text);
  });
});

it("what is UTF-8 stays when other bytes are restored", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[а-я „“–]{1,20}$/), fc.stringMatching(/^[а-я]{3,9}$/), (right, old) => {
      const bytes = Buffer.concat([
        Buffer.from(`Мост ${right}\n`),
        Buffer.from([...old].map((letter) => letter.charCodeAt(0) - 0x350)),
      ]);
      expect(restoreText(bytes)).toMatchObject({ text: `Мост ${right}\n${old}`, lines: [2], isSure: true });
    }),
    { numRuns: runs(200, 20_000) },
  );
});
