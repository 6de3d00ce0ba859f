import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  guessIsoDay,
  lastDayOfMonth,
  parseCalendarDay,
  partsOf,
} from "../../src/core/language/calendar-day.ts";
import { formatDay } from "../../src/core/language/format.ts";
import { slugify } from "../../src/core/language/slug.ts";
import { transliterate } from "../../src/core/language/transliterate.ts";
import { runs } from "../setup/soak.ts";

const bulgarianLetters = "абвгдежзийклмнопрстуфхцчшщъьюяѝ";
const bulgarian = fc.string({
  unit: fc.constantFrom(...bulgarianLetters, ...bulgarianLetters.toUpperCase(), " ", "-"),
});
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), bulgarian);

describe("transliteration", () => {
  it("of Bulgarian text gives Latin letters alone, and keeps every space and hyphen", () => {
    fc.assert(
      fc.property(bulgarian, (text) => {
        const latin = transliterate(text);
        expect(latin).toMatch(/^[A-Za-z -]*$/);
        expect(latin.replace(/[^ -]/g, "")).toBe(text.replace(/[^ -]/g, ""));
      }),
    );
  });

  it("depends on capital letters only in its own capital letters", () => {
    fc.assert(
      fc.property(bulgarian, (text) => {
        expect(transliterate(text.toUpperCase()).toLowerCase()).toBe(transliterate(text.toLowerCase()));
      }),
    );
  });

  it("of a word in capitals is in capitals", () => {
    const word = fc.string({ unit: fc.constantFrom(...bulgarianLetters.toUpperCase()), minLength: 2 });
    fc.assert(
      fc.property(word, (text) => {
        expect(transliterate(`${text} 5`)).toMatch(/^[A-Z]+ 5$/);
      }),
    );
  });
});

describe("a slug", () => {
  it("of any text is words of a–z and 0–9 joined by single hyphens, or empty, and not too long", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (title, longest) => {
        const slug = slugify(title, longest);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it("of a slug is itself", () => {
    fc.assert(
      fc.property(anyText, (title) => {
        expect(slugify(slugify(title))).toBe(slugify(title));
      }),
    );
  });

  it("of a title with a Bulgarian letter is never empty", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...bulgarianLetters), fc.string(), (before, letter, after) => {
        expect(slugify(before + letter + after)).not.toBe("");
      }),
    );
  });
});

const padded = (value: number, digits: number) => String(value).padStart(digits, "0");
const isoOf = (year: number, month: number, day: number) => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

/** Whether a day exists, by another calendar than ours. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

describe("a calendar day", () => {
  const parts = [
    fc.oneof(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 99 }).map((century) => century * 100),
    ),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  ] as const;

  it("is accepted if it exists and refused if not", () => {
    fc.assert(
      fc.property(...parts, (year, month, day) => {
        const iso = isoOf(year, month, day);
        expect(parseCalendarDay(iso)).toBe(exists(year, month, day) ? iso : undefined);
        const leap = isoOf(year, 2, 29);
        expect(parseCalendarDay(leap)).toBe(exists(year, 2, 29) ? leap : undefined);
      }),
      { numRuns: runs(1_000, 100_000) },
    );
  });

  it("comes back from its parts and from how people write it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), parts[1], parts[2], (year, month, day) => {
        fc.pre(exists(year, month, day));
        const iso = isoOf(year, month, day) as CalendarDay;
        expect(partsOf(iso)).toEqual({ year, month, day });
        expect(guessIsoDay(`${day}.${month}.${year} г.`)).toBe(iso);
        for (const language of ["bg", "en"] as const) expect(guessIsoDay(formatDay(iso, language))).toBe(iso);
      }),
    );
  });

  it("in a month that exists has a last day that exists, and the next does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = lastDayOfMonth(isoOf(year, month, 99)) ?? "";
        expect(parseCalendarDay(last)).toBe(last);
        expect(parseCalendarDay(isoOf(year, month, Number(last.slice(8)) + 1))).toBeUndefined();
      }),
    );
  });

  it("is never guessed from any text unless it exists", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.tuple(...parts).map(([y, m, d]) => `${d}.${m}.${y}`),
        ),
        (text) => {
          const guess = guessIsoDay(text);
          if (guess !== undefined) expect(parseCalendarDay(guess)).toBe(guess);
        },
      ),
    );
  });
});
