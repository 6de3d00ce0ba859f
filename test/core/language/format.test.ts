import { expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { formatBytes, formatCount, formatDay, formatDecimal } from "../../../src/core/language/format.ts";
import { tagOf } from "../../../src/core/language/language.ts";

it("a day is written out with no-break spaces, so that no line ends inside it", () => {
  expect(formatDay("2016-06-09" as CalendarDay, "bg")).toBe("9\u00a0юни\u00a02016\u00a0г.");
  expect(formatDay("2016-06-09" as CalendarDay, "en")).toBe("9\u00a0June\u00a02016");
});

it.each([
  ["2005-01-31", "31 януари 2005 г.", "31 January 2005"],
  ["2007-12-01", "1 декември 2007 г.", "1 December 2007"],
])("%s has the right month in both languages", (day, bg, en) => {
  expect(formatDay(day as CalendarDay, "bg").replaceAll("\u00a0", " ")).toBe(bg);
  expect(formatDay(day as CalendarDay, "en").replaceAll("\u00a0", " ")).toBe(en);
});

it.each([
  [0, "0", "0"],
  [760, "760", "760"],
  [1705, "1705", "1705"],
  [10000, "10\u00a0000", "10,000"],
  [1234567, "1\u00a0234\u00a0567", "1,234,567"],
])("the number %d is grouped from five digits on", (count, bg, en) => {
  expect(formatCount(count, "bg")).toBe(bg);
  expect(formatCount(count, "en")).toBe(en);
});

it.each([
  [0, "1 kB", "1 kB"],
  [1, "1 kB", "1 kB"],
  [1_499, "1 kB", "1 kB"],
  [1_500, "2 kB", "2 kB"],
  [85_400, "85 kB", "85 kB"],
  [999_999, "1000 kB", "1000 kB"],
  [1_000_000, "1,0 MB", "1.0 MB"],
  [1_249_000, "1,2 MB", "1.2 MB"],
  [25_960_000, "26,0 MB", "26.0 MB"],
])("a file of %i bytes has %s", (bytes, bg, en) => {
  expect(formatBytes(bytes, "bg").replaceAll("\u00a0", " ")).toBe(bg);
  expect(formatBytes(bytes, "en").replaceAll("\u00a0", " ")).toBe(en);
});

it("a size has a decimal comma in Bulgarian and a point in English, and never groups", () => {
  expect([formatBytes(400, "bg"), formatBytes(84_600, "en")]).toEqual(["1\u00a0kB", "85\u00a0kB"]);
  expect([formatBytes(1_250_000, "bg"), formatBytes(1_250_000, "en")]).toEqual(["1,3\u00a0MB", "1.3\u00a0MB"]);
  expect(formatBytes(12_345_600_000, "bg")).toBe("12345,6\u00a0MB");
});

it("decimals are those that were asked for", () => {
  expect([formatDecimal(1.5, 2, "bg"), formatDecimal(12, 1, "en")]).toEqual(["1,50", "12.0"]);
});

it("a day of a year before 100 keeps its year", () => {
  expect(formatDay("0099-01-02" as CalendarDay, "en")).toBe("2\u00a0January\u00a099");
});

it.each(["bg", "en"] as const)("writes every month as Intl does: %s", (language) => {
  const format = new Intl.DateTimeFormat(tagOf(language), { dateStyle: "long", timeZone: "UTC" });
  for (let month = 1; month <= 12; month++) {
    const iso = `2015-${String(month).padStart(2, "0")}-28`;
    expect(formatDay(iso as CalendarDay, language)).toBe(format.format(new Date(iso)).replace(/\s/g, "\u00a0"));
  }
});
