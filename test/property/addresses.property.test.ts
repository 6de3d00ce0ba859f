import { join, normalize } from "node:path/posix";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aliasPermalink } from "../../src/archive/aliases.ts";
import { encodePath, outputPath, permalinks } from "../../src/archive/permalinks.ts";
import type { Language } from "../../src/core/language/language.ts";
import type { Permalink } from "../../src/core/model/ids.ts";
import { createTarget } from "../../src/core/target.ts";
import { createRelativeUrl } from "../../src/pages/kit/relative-url.ts";
import { isValidId } from "../../src/read/identify.ts";
import { runs } from "../setup/soak.ts";

const language = fc.constantFrom<Language>("bg", "en");
const id = fc.stringMatching(/^[A-Za-z0-9]{1,6}([-_][A-Za-z0-9]{1,6}){0,3}$/).filter(isValidId);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const year = fc.integer({ min: 1990, max: 2030 }).map(String);
const mediaPath = fc
  .array(
    fc.stringMatching(/^[\p{L}\d %+&=,;@!()-]{1,8}$/u).filter((part) => part.trim() !== ""),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => `media/${parts.join("/")}.pdf`);

/** What an address shows, as a text, with the address. Static pages are apart: their ids may be names of lists. */
const addressed = fc.oneof(
  language.map((lang) => [`home ${lang}`, permalinks.home(lang)] as const),
  fc.tuple(language, id).map(([lang, key]) => [`practice ${lang} ${key}`, permalinks.practice(lang, key)] as const),
  fc
    .tuple(language, fc.integer({ min: 1, max: 60 }))
    .map(([lang, page]) => [`practices ${lang} ${page}`, permalinks.practices(lang, page)] as const),
  fc.tuple(language, id).map(([lang, key]) => [`theme ${lang} ${key}`, permalinks.theme(lang, key)] as const),
  fc.tuple(language, year).map(([lang, key]) => [`year ${lang} ${key}`, permalinks.year(lang, key)] as const),
  fc.tuple(language, id).map(([lang, key]) => [`place ${lang} ${key}`, permalinks.municipality(lang, key)] as const),
  fc.tuple(language, slug).map(([lang, key]) => [`innovator ${lang} ${key}`, permalinks.innovator(lang, key)] as const),
  fc.tuple(language, id).map(([lang, key]) => [`issue ${lang} ${key}`, permalinks.issue(lang, key)] as const),
  language.map((lang) => [`feed ${lang}`, permalinks.feed(lang)] as const),
  mediaPath.map((path) => [`file ${path}`, permalinks.media(path)] as const),
);
const permalink = fc.oneof(
  fc.constantFrom("/" as Permalink, "/404.html" as Permalink, "/sitemap.xml" as Permalink),
  addressed.map(([, address]) => address),
  fc.tuple(language, id).map(([lang, key]) => permalinks.page(lang, key)),
);

describe("permalinks", () => {
  it("of different things differ, and so do their files", () => {
    fc.assert(
      fc.property(fc.array(addressed, { maxLength: 60 }), (all) => {
        const byAddress = new Map<string, string>();
        const byFile = new Map<string, string>();
        for (const [thing, address] of all) {
          expect(byAddress.get(address) ?? thing, address).toBe(thing);
          expect(byFile.get(outputPath(address)) ?? thing, address).toBe(thing);
          byAddress.set(address, thing);
          byFile.set(outputPath(address), thing);
        }
      }),
    );
  });

  it("of two ids differ always", () => {
    fc.assert(
      fc.property(language, id, id, (lang, one, other) => {
        expect(permalinks.practice(lang, one) === permalinks.practice(lang, other)).toBe(one === other);
        expect(permalinks.page(lang, one) === permalinks.page(lang, other)).toBe(one === other);
      }),
    );
  });
});

describe("a relative link", () => {
  const bases = fc.constantFrom(
    "https://example.org",
    "https://example.org/archive",
    "file:///media/usb/site",
    "file:///C:/Users/Иван/site",
  );

  it.each(["web", "disk"] as const)("on the %s leads from any page to any other, under any base", (place) => {
    fc.assert(
      fc.property(bases, permalink, permalink, (base, from, to) => {
        const page = new URL(base + (place === "disk" ? `/${encodePath(outputPath(from))}` : from));
        const target = base + (place === "disk" ? `/${encodePath(outputPath(to))}` : to);
        expect(new URL(createRelativeUrl(from, createTarget(place))(to), page).href).toBe(new URL(target).href);
      }),
      { numRuns: runs(500, 20_000) },
    );
  });

  it("never looks like another host, a scheme or a path from the host's root", () => {
    fc.assert(
      fc.property(permalink, permalink, fc.constantFrom("web", "disk"), (from, to, place) => {
        expect(createRelativeUrl(from, createTarget(place))(to)).toMatch(/^\.{1,2}\//);
      }),
    );
  });
});

describe("an alias", () => {
  const pieces = fc.constantFrom(
    "..",
    ".",
    "/",
    "//",
    "\\",
    "%2e",
    "%2E%2e",
    "%2f",
    "%5c",
    "%25",
    "%",
    "%00",
    ":",
    "?",
    "#",
    "http:",
    "C:",
    "~",
    " ",
    "\u0000",
    "\ud800",
    "а",
    "x",
    ".html",
    "index.html",
    "*",
    "|",
  ); // prettier-ignore
  const written = fc.oneof(
    fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
    fc.webPath(),
  );

  it("never leaves the site, whatever is written", () => {
    fc.assert(
      fc.property(written, (alias) => {
        const address = aliasPermalink(alias);
        if (typeof address === "object") return;
        const path = outputPath(address);
        expect(path).not.toMatch(/^\/|\\|:|\?|#/);
        expect(path).not.toContain("\u0000");
        expect(path.split("/")).not.toContain("..");
        expect(normalize(join("/out", path))).toBe(`/out/${path}`);
        expect(new URL(`https://example.org${address}`).host).toBe("example.org");
      }),
      { numRuns: runs(1_000, 100_000) },
    );
  });

  it("is answered at the address that a browser asks for", () => {
    fc.assert(
      fc.property(written, (alias) => {
        const address = aliasPermalink(alias);
        if (typeof address === "object") return;
        const asked = decodeURIComponent(new URL(`https://example.org${address}`).pathname);
        expect(asked.replace(/\/$/, "/index.html")).toBe(`/${outputPath(address)}`);
      }),
      { numRuns: runs(1_000, 100_000) },
    );
  });
});
