import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/core/language/language.ts";
import { formatMoney, formatQuantity, readMoney, readNumber } from "../../../src/core/language/money.ts";

describe("a number", () => {
  it.each([
    ["12 000,50", 12000.5],
    ["12,000.50", 12000.5],
    ["12.000,50", 12000.5],
    ["1,250,000", 1_250_000],
    ["12’000", 12000],
    ["12000.5", 12000.5],
    ["0,5", 0.5],
    ["−7", -7],
  ])("%s is read as either language writes it", (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it.each(["1,500", "1.500", "1.500.00", "12 00", "около 40", "12e3", ""])("%s is not guessed", (written) => {
    expect(readNumber(written)).toBeUndefined();
  });

  it("is read back as it was shown, in either language", () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 100);
    fc.assert(
      fc.property(value, fc.constantFrom(...languages), (number, language) => {
        const read = readNumber(formatQuantity(number, "", language));
        // What could be another number is nothing rather than another.
        expect([number, undefined]).toContain(read);
      }),
    );
  });
});

describe("a sum of money", () => {
  it.each([
    ["12000 лв. (2016)", { amount: 12000, currency: "BGN", year: 2016 }],
    ["12 000 лева, 2016 г.", { amount: 12000, currency: "BGN", year: 2016 }],
    ["EUR 3000, 2016", { amount: 3000, currency: "EUR", year: 2016 }],
    ["€ 3 000", { amount: 3000, currency: "EUR" }],
    ["BGN 2016", { amount: 2016, currency: "BGN" }],
    ["9,400.50 USD", { amount: 9400.5, currency: "USD" }],
  ])("%s is read with its currency and year", (written, money) => {
    expect(readMoney(written)).toEqual(money);
  });

  it.each(["12000", "12 хил. лв.", "100–200 лв.", "100 лв. и 20 евро", "100 XYZ"])("%s is not guessed", (written) => {
    expect(readMoney(written)).toBeUndefined();
  });

  it("is shown in lev and euro at the fixed rate, where levs are counted", () => {
    const levs = { amount: 195.583, currency: "BGN", year: 2016 };
    expect(formatMoney(levs, "bg", ["bg", "en"]).replace(/\s/g, " ")).toBe("195,58 лв. (100 €), 2016");
    const euros = { amount: 100, currency: "EUR" };
    expect(formatMoney(euros, "en", ["bg", "en"]).replace(/\s/g, " ")).toBe("€100 (BGN 195.58)");
    expect(formatMoney(euros, "en", ["en"])).toBe("€100");
    expect(formatMoney(levs, "en", ["en"])).toContain("€100");
  });
});
