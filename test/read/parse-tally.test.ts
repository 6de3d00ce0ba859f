import { describe, expect, it } from "vitest";
import { parseTally } from "../../src/read/parse-tally.ts";

const root = "0f".repeat(32);
const good = { counts: { a: 0, b: 12 }, log: { size: 12, root }, asOf: "2026-11-24T12:00:00.123Z" };
const parse = (text: string) => parseTally({ path: "tally.json", text });
const wrong = (text: string) =>
  parse(text).findings.map(({ parameters }) => Object.values(parameters as Record<string, string>).join(": "));

describe("reading a tally", () => {
  it("takes what the endpoint gives, and leaves out what a later one may add", () => {
    expect(parse(JSON.stringify({ ...good, later: true }))).toEqual({ value: good, findings: [] });
  });

  it.each([
    ["<!doctype html>", [": json"]],
    ["", [": json"]],
    ["[]", [": object"]],
    ["null", [": object"]],
    ["{}", ["counts: object", "log: object", "asOf: time"]],
    [
      JSON.stringify({ ...good, counts: { a: 1.5, b: "2", c: -1 } }),
      ["counts.a: count", "counts.b: count", "counts.c: count"],
    ],
    [JSON.stringify({ ...good, log: { size: -1, root: "abc" } }), ["log.size: count", "log.root: root"]],
    [JSON.stringify({ ...good, asOf: "2026-02-30T12:00:00Z" }), ["asOf: time"]],
    [JSON.stringify({ ...good, asOf: "2026-11-24T12:00:00+02:00" }), ["asOf: time"]],
    [JSON.stringify({ ...good, counts: { a: 1e300 } }), ["counts.a: count"]],
  ])("says of %s what is wrong", (text, expected) => {
    expect(wrong(text)).toEqual(expected);
    expect(parse(text).value).toBeUndefined();
  });

  it.each([0, 2 ** 31 - 1])("takes the count %i", (count) => {
    expect(parse(JSON.stringify({ ...good, counts: { a: count }, log: { size: count, root } })).findings).toEqual([]);
  });

  it("takes no count that no store holds", () => {
    const text = JSON.stringify({ ...good, counts: { a: 2 ** 31 }, log: { size: 2 ** 31, root } });
    expect(wrong(text)).toEqual(["counts.a: count", "log.size: count"]);
  });

  it.each([
    ["root of 63 digits", { ...good, log: { size: 1, root: root.slice(1) } }, ["log.root: root"]],
    ["root of 65 digits", { ...good, log: { size: 1, root: `${root}0` } }, ["log.root: root"]],
    ["root in capitals", { ...good, log: { size: 1, root: root.toUpperCase() } }, ["log.root: root"]],
    ["time to the second", { ...good, asOf: "2026-11-24T12:00:00Z" }, []],
    ["time to the nanosecond", { ...good, asOf: "2026-11-24T12:00:00.123456789Z" }, []],
    ["time finer than that", { ...good, asOf: "2026-11-24T12:00:00.1234567890Z" }, ["asOf: time"]],
    ["time with a point only", { ...good, asOf: "2026-11-24T12:00:00.Z" }, ["asOf: time"]],
  ])("%s", (_, tally, expected) => {
    expect(wrong(JSON.stringify(tally))).toEqual(expected);
  });

  it("says where JSON breaks off", () => {
    expect(parse('{"counts": {\n "a": 1,,\n}}').findings[0]?.location).toEqual({ line: 2, column: 9 });
  });
});
