import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const context = (site: Parameters<typeof vocabulary>[0] = {}) =>
  contextOf(archiveOf([entry({ id: "a" })], { vocabulary: vocabulary(site) }));

it("hosts are told how long each file is good, and that no page may stand in a frame", () => {
  const blocks = renderAt("/_headers", context())
    .trim()
    .split(/\n(?=\/)/)
    .map((block) => block.split("\n").map((line) => line.trim()));
  const of = (path: string) => blocks.find(([first]) => first === path)?.slice(1) ?? [];
  expect(of("/assets/*")).toEqual(["Cache-Control: public, max-age=31536000, immutable"]);
  expect(of("/data/*")).toEqual(["Access-Control-Allow-Origin: *"]);
  const all = of("/*").join("\n");
  expect(all).toContain("frame-ancestors 'none'");
  expect(all).toContain("X-Content-Type-Options: nosniff");
});

describe("security.txt", () => {
  const text = (contact: string) =>
    renderAt("/.well-known/security.txt", context({ security: { contact, expires: "2027-05-01" as CalendarDay } }));

  it.each([
    ["security@example.org", "mailto:security@example.org"],
    ["https://example.org/report", "https://example.org/report"],
  ])("names %s", (contact, written) => {
    expect(text(contact).split("\n")).toEqual([
      `Contact: ${written}`,
      "Expires: 2027-05-01T23:59:59Z",
      "Preferred-Languages: bg, en",
      "Canonical: https://archive.example.org/.well-known/security.txt",
      "",
    ]);
  });

  it("is only where the site says whom to tell", () => {
    expect(context().routes.some(({ kind }) => kind === "security-text")).toBe(false);
  });
});
