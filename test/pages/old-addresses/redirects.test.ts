import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { archiveOf, entry, pageEntry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

describe("an old address", () => {
  const archive = archiveOf([entry({ id: "most", aliases: ["/en/innovations/bridge/", "/old/page.html"] })], {
    pages: [pageEntry({ id: "about", aliases: ["/за-нас"] })],
  });

  it.each([
    ["/en/innovations/bridge/", "../../../bg/practices/most/"],
    ["/old/page.html", "../bg/practices/most/"],
    [encodeURI("/за-нас/"), "../bg/about/"],
  ])("%s forwards by a relative address, and has a link for readers whose browser does not", (permalink, target) => {
    const html = renderAt(permalink, contextOf(archive));
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
    expect(html).toContain(`<a href="${target}"`);
    expect(html).not.toContain("<script");
    // The words of the link are the new address itself.
    expect(html.replaceAll("<wbr>", "")).toMatch(
      />https:\/\/archive\.example\.org\/bg\/(practices\/most|about)\/<\/a>/,
    );
  });

  it("names the new address as the right one; noindex beside it would contradict it", () => {
    const html = renderAt("/old/page.html", contextOf(archive));
    expect(html).toContain('<link rel="canonical" href="https://archive.example.org/bg/practices/most/">');
    expect(html).not.toContain("noindex");
  });

  it("is shown as what it forwards to beside a link", () => {
    const shared = archiveOf(
      [entry({ id: "most", title: "Мост", summary: "Накратко.", aliases: ["/old/page.html"] })],
      {
        pages: [pageEntry({ id: "about", title: "За архива", aliases: ["/за-нас"] })],
      },
    );
    const html = renderAt("/old/page.html", contextOf(shared));
    expect(html).toContain('<meta property="og:title" content="Мост">');
    expect(html).toContain('<meta property="og:description" content="Накратко.">');
    expect(html).toContain('<meta property="og:url" content="https://archive.example.org/bg/practices/most/">');
    expect(renderAt(encodeURI("/за-нас/"), contextOf(shared))).toContain('content="За архива"');
  });

  it("forwards to a file when the site is read from a disk", () => {
    const html = renderAt("/old/page.html", contextOf(archive, undefined, "disk"));
    expect(html).toContain("url=../bg/practices/most/index.html");
  });
});

describe("the top of the site", () => {
  it("forwards to the default language and names the others", () => {
    const html = renderAt("/", contextOf(archiveOf([])));
    expect(html).toContain('content="0; url=./bg/"');
    expect(html).toMatch(/<a href="\.\/en\/"[^>]*lang="en"/);
  });

  it("is shown beside a link as the first page is, and is the page for other languages", () => {
    const context = contextOf(archiveOf([entry({ id: "a" }), entry({ id: "a", language: "en" })]));
    const head = (permalink: string) => load(renderAt(permalink, context))("head");
    const [root, home] = [head("/"), head("/bg/")];
    const contentOf = (part: typeof root) =>
      part
        .find("meta[property], meta[name=description], meta[name^=twitter]")
        .toArray()
        .map(({ attribs }) => attribs);
    expect(contentOf(root)).toHaveLength(contentOf(home).length);
    expect(contentOf(root)).toEqual(expect.arrayContaining(contentOf(home)));
    const versions = (part: typeof root) =>
      part
        .find("link[hreflang]")
        .toArray()
        .map(({ attribs }) => `${attribs.hreflang} ${attribs.href}`);
    expect(versions(root)).toEqual(versions(home));
    expect(versions(root)).toContain("x-default https://archive.example.org/");
    expect(root.find("link[rel=icon]").length).toBeGreaterThan(0);
    expect(root.find("meta[name=robots]").length).toBe(0);
  });

  it("follows the order of the site's languages", () => {
    const archive = archiveOf([], { vocabulary: vocabulary({ languages: ["en", "bg"] }) });
    expect(renderAt("/", contextOf(archive))).toContain('content="0; url=./en/"');
  });
});

it("nominees.json lists each practice once, whatever its languages", () => {
  const archive = archiveOf([
    entry({ id: "b" }),
    entry({ id: "a" }),
    entry({ id: "a", language: "en" }),
    entry({ id: "draft", draft: true }),
  ]);
  expect(JSON.parse(renderAt("/nominees.json", contextOf(archive)))).toEqual(["a", "b"]);
});

it("nominees.json says when nominations have ended", () => {
  const archive = archiveOf([entry({ id: "b" }), entry({ id: "a" })], {
    vocabulary: vocabulary({ nominationsOpen: false }),
  });
  expect(JSON.parse(renderAt("/nominees.json", contextOf(archive)))).toEqual({ open: false, ids: ["a", "b"] });
});

it("robots.txt says where the sitemap is", () => {
  expect(renderAt("/robots.txt", contextOf(archiveOf([])))).toContain(
    "Sitemap: https://archive.example.org/sitemap.xml\n",
  );
});
