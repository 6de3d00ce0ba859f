import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { FieldIssue } from "../../../src/read/schema/fields.ts";
import {
  choice,
  count,
  day,
  flag,
  line,
  listOf,
  localized,
  prose,
  webAddress,
} from "../../../src/read/schema/fields.ts";

/** The value, or the code of what is wrong with it. */
function read(schema: z.ZodType, written: unknown): unknown {
  const { success, data, error } = schema.safeParse(written);
  if (success) return data;
  const [issue] = error.issues;
  return issue?.code === "custom" ? (issue.params as unknown as FieldIssue).code : issue?.code;
}

const wrongType = "front-matter/wrong-type";
const invalidUrl = "front-matter/invalid-url";

describe("a number", () => {
  it.each([
    ["0", 0],
    ["007", 7],
    ["999999999", 999_999_999],
    ["1000000000", wrongType],
    ["-1", wrongType],
    ["1.5", wrongType],
    ["1e3", wrongType],
    ["", wrongType],
  ])("written as %j", (written, value) => {
    expect(read(count(), written)).toBe(value);
  });
});

it.each([
  ["true", true],
  ["false", false],
  ["True", true],
  ["“FALSE”", false],
  ["yes", "front-matter/invalid-value"],
])("a flag written as %j", (written, value) => {
  expect(read(flag(), written)).toBe(value);
});

it.each([
  ["active", "active"],
  ["Active", "active"],
  ["аctive", "active"],
  ["activ", "front-matter/invalid-value"],
])("a choice written as %j", (written, value) => {
  expect(read(choice(["active", "ended"]), written)).toBe(value);
});

it.each([
  ["2016-02-29", "2016-02-29"],
  [" 2016-06-09 ", "2016-06-09"],
  ["2015-02-29", "front-matter/impossible-date"],
  ["2016-6-9", "front-matter/invalid-date"],
  ["0000-01-01", "front-matter/impossible-date"],
])("a day written as %j", (written, value) => {
  expect(read(day(), written)).toBe(value);
});

describe("an address", () => {
  it.each([
    ["https://example.org", "https://example.org"],
    [" HTTP://example.org/a ", "HTTP://example.org/a"],
    ["example.bg", "https://example.bg"],
    ["https://a.bc?d#e", "https://a.bc?d#e"],
    ["https://a.b", invalidUrl],
    ["https://localhost/a", "link/preview-address"],
    ["127.0.0.1:4000/bg/", "link/preview-address"],
    ["https://user@example.org", invalidUrl],
    ["https://example.org.", invalidUrl],
    ["https://a b.org", invalidUrl],
    ["ftp://example.org", invalidUrl],
    ['https://example.org/"', invalidUrl],
  ])("written as %j", (written, value) => {
    expect(read(webAddress(), written)).toBe(value);
  });
});

describe("a text", () => {
  it("is one line, or keeps its paragraphs", () => {
    expect(read(line(), "  а \n  б\t ")).toBe("а б");
    expect(read(prose(), " а\n\n б ")).toBe("а\n\n б");
  });

  it("has no character that a page or a feed may not hold", () => {
    expect(read(line(), "а\u0001б\ufffe\ud800в\u000b")).toBe("абв");
    expect(read(prose(), "а\u0008\tб\n")).toBe("а\tб");
  });

  it("in both languages may be one for both", () => {
    expect(read(localized(), "Х")).toEqual({ bg: "Х", en: "Х" });
    expect(read(localized(), { bg: "Х" })).toEqual({ bg: "Х" });
    expect(read(localized(), { de: "X" })).toBe("unrecognized_keys");
  });
});

it("one value stands for a list of one", () => {
  expect(read(listOf(count()), "1")).toEqual([1]);
  expect(read(listOf(count()), ["1", "2"])).toEqual([1, 2]);
  expect(read(listOf(count()).optional(), undefined)).toBeUndefined();
});
