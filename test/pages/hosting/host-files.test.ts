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

describe(".htaccess", () => {
  const withPath = { baseUrl: "https://archive.example.org/base" };

  it("has Apache send what other hosts send, and show the page for what is missing", () => {
    const text = renderAt("/.htaccess", context(withPath));
    const [, all = ""] = renderAt("/_headers", context(withPath)).split(/^\/.*$/m);
    const headers = [...all.matchAll(/^ {2}(\S+): (.+)$/gm)].map(
      ([, name, value]) => `Header always set ${name} "${value}"`,
    );
    expect(headers).toHaveLength(5);
    for (const header of headers) expect(text).toContain(header);
    expect(text).toContain("ErrorDocument 404 /base/404.html\n");
    expect(text).toContain("m#^/base/data/#");
    expect(text).not.toContain("Rewrite");
  });

  it("leads old addresses to the page that forwards them, in the language of the address", () => {
    const archive = archiveOf([entry({ id: "a", legacyIid: 1067 })], { vocabulary: vocabulary(withPath) });
    const rules = renderAt("/.htaccess", contextOf(archive))
      .match(/^ {2}Rewrite.*$/gm)
      ?.join("\n");
    expect(rules).toBe(`  RewriteEngine On
  RewriteCond %{QUERY_STRING} (?:^|&)(?:iid|news_id|catid|subact)= [NC]
  RewriteCond %{REQUEST_URI} ^/base/en(/|$) [NC]
  RewriteRule ^ /base/old/?%{QUERY_STRING}#en [NE,R=302,L]
  RewriteCond %{QUERY_STRING} (?:^|&)(?:iid|news_id|catid|subact)= [NC]
  RewriteCond %{REQUEST_URI} !^/base/old/
  RewriteRule ^ /base/old/?%{QUERY_STRING}#bg [NE,R=302,L]`);
  });
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
