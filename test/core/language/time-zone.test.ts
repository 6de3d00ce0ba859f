import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { isTimeZone, startOfDay } from "../../../src/core/language/time-zone.ts";

describe("the start of a day", () => {
  it.each([
    ["2026-01-15", "Europe/Sofia", 0, "2026-01-15T00:00:00+02:00"],
    ["2026-07-15", "Europe/Sofia", 0, "2026-07-15T00:00:00+03:00"],
    // Clocks change during the day.
    ["2026-03-29", "Europe/Sofia", 0, "2026-03-29T00:00:00+02:00"],
    ["2026-03-29", "Europe/Sofia", 1, "2026-03-30T00:00:00+03:00"],
    ["2026-10-25", "Europe/Sofia", 1, "2026-10-26T00:00:00+02:00"],
    ["2026-12-31", "Europe/Sofia", 1, "2027-01-01T00:00:00+02:00"],
    ["2026-05-01", "America/New_York", 0, "2026-05-01T00:00:00-04:00"],
    ["2026-05-01", "Asia/Kathmandu", 0, "2026-05-01T00:00:00+05:45"],
    ["2026-05-01", "Pacific/Kiritimati", 0, "2026-05-01T00:00:00+14:00"],
    ["2026-05-01", "UTC", 0, "2026-05-01T00:00:00+00:00"],
    // There is no midnight: clocks are put forward then.
    ["2026-09-06", "America/Santiago", 0, "2026-09-06T01:00:00-03:00"],
  ])("%s in %s, and %i days on, is %s", (day, timeZone, shift, expected) => {
    expect(startOfDay(day as CalendarDay, timeZone, shift)).toBe(expected);
  });
});

it.each([
  ["Europe/Sofia", true],
  ["UTC", true],
  ["Europe/Sofya", false],
  ["", false],
])("%j is a time zone: %s", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
