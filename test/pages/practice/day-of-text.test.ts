import { expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { dayOfText } from "../../../src/pages/practice/day-of-text.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const day = (text: string): CalendarDay => text as CalendarDay;
const published = { id: "a", date: day("2016-06-09") };

const dayOf = (practice: object, versions = new Map<string, CalendarDay>()) =>
  dayOfText(entry({ ...published, ...practice }).item, { versions });

it("is the day of publication, unless the text was changed or its state checked later", () => {
  expect(dayOf({})).toBe("2016-06-09");
  expect(dayOf({ updated: day("2021-03-05") })).toBe("2021-03-05");
  const status = { state: "active", checked: day("2019-05-14") } as const;
  expect(dayOf({ status })).toBe("2019-05-14");
  expect(dayOf({ status, updated: day("2018-01-01") })).toBe("2019-05-14");
  expect(dayOf({ updated: day("2001-01-01") })).toBe("2016-06-09");
});

it("is known from the history where the text does not say it", () => {
  const { file } = entry(published).item;
  const versions = new Map([[file, day("2020-02-29")]]);
  expect(dayOf({}, versions)).toBe("2020-02-29");
  expect(dayOf({ updated: day("2018-01-01") }, versions)).toBe("2018-01-01");
});

it("is what feeds, sitemap, harvesters and search engines are told", () => {
  const context = contextOf(archiveOf([entry({ ...published, updated: day("2021-03-05") })]));
  expect(renderAt("/sitemap.xml", context)).toContain("<lastmod>2021-03-05</lastmod>");
  expect(renderAt("/bg/feed.xml", context).match(/<updated>2021-03-05T/g)).toHaveLength(2);
  expect(renderAt("/bg/feed.xml", context)).toContain("<published>2016-06-09T");
  expect(renderAt("/bg/feed.json", context)).toContain('"date_modified": "2021-03-05T00:00:00Z"');
  expect(renderAt("/data/oai.xml", context)).toContain("<oai:datestamp>2021-03-05<");
  expect(renderAt("/bg/practices/a/", context)).toContain('"dateModified":"2021-03-05"');
});
