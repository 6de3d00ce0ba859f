import { describe, expect, it } from "vitest";
import { equalBytes, fromBase64Url, hex, toBase64Url } from "../../src/nomination/encoding.ts";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe("bytes as text", () => {
  it.each([
    [[], "", ""],
    [[0], "AA", "00"],
    [[251, 255], "-_8", "fbff"],
    [[1, 2, 3], "AQID", "010203"],
  ])("%j", (values, base64, digits) => {
    expect([toBase64Url(bytes(...values)), hex(bytes(...values))]).toEqual([base64, digits]);
    expect(fromBase64Url(base64)).toEqual(bytes(...values));
  });

  it.each(["A", "AB", "AA==", "+/8", "AQI D", "AAAAA", "AQJ"])("“%s” is none", (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });
});

it.each([
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [1, 3], false],
  [[0, 2], [1, 2], false],
  [[1, 2], [1, 2, 0], false],
  [[1, 2, 0], [1, 2], false],
  // Differences do not cancel out.
  [[1, 1], [2, 2], false],
])("%j and %j are equal: %s", (left, right, expected) => {
  expect(equalBytes(bytes(...left), bytes(...right))).toBe(expected);
});
