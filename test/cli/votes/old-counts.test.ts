import { describe, expect, it } from "vitest";
import { parseOldCounts, UnreadableCounts } from "../../../src/cli/votes/old-counts.ts";

/** The place that a file is refused for, and what stands there. */
function refusal(text: string): readonly [number, string] {
  try {
    parseOldCounts(text);
  } catch (error) {
    if (error instanceof UnreadableCounts) return [error.place, error.value];
  }
  throw new Error("it was taken");
}

describe("a count", () => {
  it.each([0, 1, 999_999_999, 1_000_000_000])("of %i is read", (count) => {
    expect(parseOldCounts(`practice,count\na,${count}\n`)).toEqual([{ place: 2, key: { practice: "a" }, count }]);
    expect(parseOldCounts(`{"a": ${count}}`)).toEqual([{ place: 1, key: { practice: "a" }, count }]);
  });

  it.each(["1000000001", "9999999999", "10000000000", "-1", "1.5", "1e3"])("of %s is not", (count) => {
    expect(refusal(`practice,count\nb,1\na,${count}\n`)).toEqual([3, `a, ${count}`]);
    if (count !== "1e3") expect(refusal(`{"b": 1, "a": ${count}}`)[0]).toBe(2);
  });

  it.each(["", " ", "0x10", "много", "12345678901"])("is not “%s” in a table", (count) => {
    expect(refusal(`practice,count\na,${count}\n`)[0]).toBe(2);
  });
});

describe("a practice", () => {
  it("is known by its id, else by its number", () => {
    const rows = parseOldCounts("practice,iid,count\na,5,1\n,6,2\n");
    expect(rows.map(({ key }) => key)).toEqual([{ practice: "a" }, { iid: 6 }]);
  });

  it.each(["0", "999999999"])("may have the number %s", (iid) => {
    expect(parseOldCounts(`iid,count\n${iid},1\n`)[0]?.key).toEqual({ iid: Number(iid) });
  });

  it.each(["1000000000", "-1", "1.5", "", "x"])("has no number “%s”", (iid) => {
    expect(refusal(`iid,count\n${iid},1\n`)[0]).toBe(2);
  });
});

it.each([",", ";", "\t"])("a table may be divided by “%s”, with names in any letters", (between) => {
  const text = `\ufeff Practice ${between} COUNT \r\n\r\n a ${between} 12 \r\n`;
  expect(parseOldCounts(text)).toEqual([{ place: 2, key: { practice: "a" }, count: 12 }]);
});

it("of JSON that breaks off, only the beginning is quoted", () => {
  expect(refusal(`{"a": ${"1".repeat(100)}`)).toEqual([1, `{"a": ${"1".repeat(34)}`]);
});
