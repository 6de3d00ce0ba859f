import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAlphabet, codeFromBytes, codeLength, sameCode } from "../../../src/nomination/captcha/code.ts";

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a code has six digits and neither 0 nor 1", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(codeFromBytes(random)).toMatch(/^[2-9]{6}$/);
    }),
  );
});

test("every digit is as likely as any other at every place", () => {
  for (let place = 0; place < codeLength; place++) {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const digit = codeFromBytes(new Uint8Array(codeLength).fill(byte, place, place + 1))[place] ?? "";
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect([...counts.keys()].sort().join("")).toBe(codeAlphabet);
    expect(new Set(counts.values())).toEqual(new Set([256 / codeAlphabet.length]));
  }
});

test("the same bytes give the same code, and each byte decides", () => {
  const zeros = new Uint8Array(32);
  expect(codeFromBytes(zeros)).toBe(codeFromBytes(zeros.slice()));
  for (let place = 0; place < codeLength; place++) {
    expect(codeFromBytes(zeros.with(place, 1))).not.toBe(codeFromBytes(zeros));
  }
});

test.each(["234 567", " 2 3 4 5 6 7\n", "234-567", "234–567", "234\u00a0567", "２３４５６７", "２３４ － ５６７"])(
  "the answer %j is right for 234567",
  (answer) => {
    expect(sameCode("234567", answer)).toBe(true);
  },
);

test.each(["", "23456", "2345678", "234576", "734562", "2345６8", "234.567", "0x39447", "234567 or so"])(
  "the answer %j is wrong for 234567",
  (answer) => {
    expect(sameCode("234567", answer)).toBe(false);
  },
);

test("no other code is taken for the right one", () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const [code, answer] = [codeFromBytes(one), codeFromBytes(other)];
      expect(sameCode(code, answer)).toBe(code === answer);
    }),
  );
});
