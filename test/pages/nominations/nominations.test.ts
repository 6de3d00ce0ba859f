import { describe, expect, it } from "vitest";
import type { Site } from "../../../src/core/model/site.ts";
import type { Place } from "../../../src/core/target.ts";
import { archiveOf, entry, pageEntry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const page = "/bg/practices/edno-gishe/";

function render(site: Partial<Site> = {}, permalink = page, place: Place = "web"): string {
  const archive = archiveOf([entry({ id: "edno-gishe" })], {
    vocabulary: vocabulary(site),
    pages: [pageEntry({ id: "about" })],
  });
  return renderAt(permalink, contextOf(archive, undefined, place));
}

const policyOf = (html: string): string =>
  (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&#39;", "'");

describe("the page of a practice", () => {
  it("has a count, a link to the form, the words for later, and the script with the way to the endpoint", () => {
    const html = render();
    expect(html).toContain('<data class="nominations" value="0">0</data>');
    expect(html).toContain('data-nominate href="../../../nominate/edno-gishe?lang=bg"');
    expect(html).toMatch(
      /<script src="\.\.\/\.\.\/\.\.\/assets\/js\/nominations\.\w{10}\.js" data-endpoint="\.\.\/\.\.\/\.\.\/" data-dialog="\.\.\/\.\.\/\.\.\/assets\/js\/nominate-dialog\.\w{10}\.js" data-style="\.\.\/\.\.\/\.\.\/assets\/css\/nominate-dialog\.\w{10}\.css" data-work="\.\.\/\.\.\/\.\.\/assets\/js\/memory-work\.\w{10}\.js" defer><\/script>/,
    );
    expect(html).toMatch(/id="nominated" role="status" tabindex="-1" hidden/);
    expect(html).toMatch(/data-closed hidden>В момента не се приемат номинации\./);
  });

  it("keeps its count, and asks for no more, when nominations have closed", () => {
    const html = render({ nominationsOpen: false });
    expect(html).toContain('<data class="nominations" value="0">0</data>');
    expect(html).toContain("Номинациите са приключили.");
    expect(html).not.toMatch(/js\/nominat|data-nominate|id="nominated"/);
  });

  it("leads to the published site from a disk, without the script of nominations", () => {
    const html = render({}, page, "disk");
    expect(html).toContain('data-nominate href="https://archive.example.org/nominate/edno-gishe?lang=bg"');
    expect(html).not.toMatch(/js\/nominat|data-closed/);
  });

  it("may ask an endpoint on another host, and no other", () => {
    const html = render({ nominationEndpoint: "https://votes.example.org/base" });
    expect(html).toContain('data-nominate href="https://votes.example.org/base/nominate/edno-gishe?lang=bg"');
    expect(html).toContain('data-endpoint="https://votes.example.org/base/"');
    const policy = policyOf(html);
    for (const part of ["connect-src", "img-src", "media-src", "form-action"])
      expect(policy).toContain(`${part} 'self' https://votes.example.org;`);
    expect(policy).toContain("script-src 'self';");
    expect(policyOf(render())).not.toContain("example.org");
    expect(policyOf(render({ nominationEndpoint: "https://votes.example.org", nominationsOpen: false }))).not.toContain(
      "example.org",
    );
  });
});

it.each(["/bg/", "/bg/practices/", "/bg/years/2016/"])("%s has the script: it shows counts", (permalink) => {
  expect(render({}, permalink)).toContain("assets/js/nominations.");
});

it.each([
  ["/bg/about/", ["offline"]],
  ["/404.html", ["offline"]],
  ["/", []],
  ["/bg/years/", ["offline"]],
])("%s has no script that has to do with counts", (permalink, names) => {
  const scripts = [...render({}, permalink).matchAll(/<script src="[^"]*\/([\w-]+)\.\w+\.js"/g)].map(
    ([, name]) => name,
  );
  expect(scripts).toEqual(names);
});
