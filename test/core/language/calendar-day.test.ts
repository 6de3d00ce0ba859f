import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  guessIsoDay,
  lastDayOfMonth,
  parseCalendarDay,
  partsOf,
  yearOf,
} from "../../../src/core/language/calendar-day.ts";

describe("a calendar day", () => {
  it.each(["2016-06-09", "2016-02-29", "2000-02-29", "1998-12-31", "0001-01-01"])("%s exists", (text) => {
    expect(parseCalendarDay(text)).toBe(text);
  });

  it.each(["2015-02-29", "1900-02-29", "2016-02-30", "2016-04-31", "2016-13-01", "2016-00-10", "2016-01-00"])(
    "%s does not exist",
    (text) => {
      expect(parseCalendarDay(text)).toBeUndefined();
    },
  );

  it.each(["2016-6-9", "16-06-09", "2016/06/09", "2016-06-09T00:00:00Z", " 2016-06-09", "", "2016-06-09\n"])(
    "%j is not the ISO form",
    (text) => {
      expect(parseCalendarDay(text)).toBeUndefined();
    },
  );

  it("is three numbers, whatever the time zone", () => {
    expect(partsOf("2016-06-09" as CalendarDay)).toEqual({ year: 2016, month: 6, day: 9 });
    expect(yearOf("2016-06-09" as CalendarDay)).toBe("2016");
  });
});

describe("the last day of a month", () => {
  it.each([
    ["2016-02-31", "2016-02-29"],
    ["2015-02-31", "2015-02-28"],
    ["2016-04-31", "2016-04-30"],
    ["2016-12-32", "2016-12-31"],
  ])("of %s is %s", (wrong, last) => {
    expect(lastDayOfMonth(wrong)).toBe(last);
  });

  it.each(["2016-13-01", "2016-00-10"])("is unknown for %s, which has no such month", (wrong) => {
    expect(lastDayOfMonth(wrong)).toBeUndefined();
  });
});

describe("a date in another habit", () => {
  it.each([
    ["09 юни 2016", "2016-06-09"],
    ["9 Юни 2016 г.", "2016-06-09"],
    ["9 юни 2016г.", "2016-06-09"],
    ["10 January 2006", "2006-01-10"],
    ["1 Dec. 2006", "2006-12-01"],
    ["01.04.2005 12:39", "2005-04-01"],
    ["03.01.2008, 16:59", "2008-01-03"],
    ["2017/04/01", "2017-04-01"],
    ["2017-4-1", "2017-04-01"],
    ["9.6.2016 г.", "2016-06-09"],
  ])("with a whole day gets its ISO form as a hint: %s", (written, iso) => {
    expect(guessIsoDay(written)).toBe(iso);
  });

  it.each(["2006/05", "декември 2007г.", "31.04.2005", "9 юнуари 2016", "скоро", ""])(
    "without an existing whole day gets no hint: %j",
    (written) => {
      expect(guessIsoDay(written)).toBeUndefined();
    },
  );
});
