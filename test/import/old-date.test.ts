import { expect, it } from "vitest";
import { parseOldDate } from "../../src/import/old-date.ts";

it.each([
  ["09 юни 2016", "2016-06-09"],
  ["10 January 2006", "2006-01-10"],
  ["01.04.2005 12:39", "2005-04-01"],
  ["01.04.2005 12:39:07", "2005-04-01"],
  ["03.01.2008, 16:59", "2008-01-03"],
  ["2017/04/01", "2017-04-01"],
  [" 9.6.2016 г. ", "2016-06-09"],
])("%s is a whole day", (text, day) => {
  expect(parseOldDate(text)).toEqual({ day, isWhole: true });
});

it.each([
  ["2006/05", "2006-05-01"],
  ["2006-5", "2006-05-01"],
  ["06/2006", "2006-06-01"],
  ["6.2006 г.", "2006-06-01"],
  ["декември 2007г.", "2007-12-01"],
  ["Dec. 2007", "2007-12-01"],
])("%s is a month, of which the first day stands for it", (text, day) => {
  expect(parseOldDate(text)).toEqual({ day, isWhole: false });
});

it.each([
  ["януари", "january", 1],
  ["февруари", "february", 2],
  ["март", "march", 3],
  ["април", "april", 4],
  ["май", "may", 5],
  ["юни", "june", 6],
  ["юли", "july", 7],
  ["август", "august", 8],
  ["септември", "september", 9],
  ["октомври", "october", 10],
  ["ноември", "november", 11],
  ["декември", "december", 12],
])("%s and %s are month %i", (bg, en, month) => {
  const day = `2007-${String(month).padStart(2, "0")}-01`;
  for (const name of [bg, bg.toUpperCase(), en]) expect(parseOldDate(`${name} 2007`)?.day).toBe(day);
});

it.each(["", "2006", "2006/13", "0/2006", "13/2006", "30.02.2006", "скоро", "юни", "юни 06"])(
  "%j is no date",
  (text) => {
    expect(parseOldDate(text)).toBeUndefined();
  },
);
