import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { Body } from "../../../src/core/model/body.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const bodyOf = (lengths: readonly number[], lead = ""): Body => ({
  lead,
  sections: lengths.map((length, index) => ({
    kind: "other",
    id: `s${index}`,
    title: `Част ${index}`,
    plainTitle: `Част ${index}`,
    html: "а".repeat(length),
  })),
  footnotes: "",
  firstParagraph: "",
  outline: { links: [], anchors: [] },
});
const pageWith = (fields: Partial<Parameters<typeof entry>[0]>, body = bodyOf([])) =>
  load(
    renderAt("/bg/practices/most/", {
      ...contextOf(archiveOf([entry({ id: "most", ...fields })])),
      bodyOf: () => body,
    }),
  );

describe("the contents of a text", () => {
  const isShown = (body: Body): boolean => pageWith({}, body)("main a[href='#s0']").length > 0;

  it.each([
    ["6,000 characters in two parts", bodyOf([3_000, 3_000]), false],
    ["6,001 characters in two parts", bodyOf([3_000, 3_001]), true],
    ["6,001 characters, with what stands before the parts", bodyOf([3_000, 3_000], "а"), true],
    ["10,000 characters in one part", bodyOf([10_000]), false],
  ])("of %s are shown: %s", (_, body, shown) => {
    expect(isShown(body)).toBe(shown);
  });
});

describe("a contact", () => {
  it.each([
    ["044 000 123", true],
    ["+359 (44) 62-34-56", true],
    ["12345", true],
    ["1234", false],
    ["12345678901234567890", true],
    ["123456789012345678901", false],
    ["044 1, 044 2", false],
    ["044 123 (Мария)", false],
  ])("with the number %s has a link to dial: %s", (tel, isLink) => {
    expect(pageWith({ contact: { tel } })('a[href^="tel:"]').length > 0).toBe(isLink);
  });

  it.each([
    ["a@example.org", true],
    ["a@localhost", false],
    ["a@b.bg, c@d.bg", false],
    ["пишете на a@b.bg", false],
  ])("with the address %s has a link to write: %s", (email, isLink) => {
    expect(pageWith({ contact: { email } })('a[href^="mailto:"]').length > 0).toBe(isLink);
  });
});

it("a reader can ask the archive by letter whether a practice is still so, where the archive has an address", () => {
  const archive = archiveOf([entry({ id: "most" })]);
  const lettersOf = (email: string | undefined): string[] => {
    const publisher = { name: {}, shortName: undefined, url: undefined, address: {}, email };
    const page = load(renderAt("/bg/practices/most/", contextOf({ ...archive, site: { ...archive.site, publisher } })));
    return page(".still-so a")
      .map((_, link) => decodeURIComponent(page(link).attr("href") ?? ""))
      .get();
  };
  expect(lettersOf(undefined)).toEqual([]);
  expect(lettersOf("a@example.org")).toEqual([
    `mailto:a@example.org?subject=Така ли е още: Практика most&body=Практика most\n${archive.site.baseUrl}/bg/practices/most/\n\n`,
  ]);
});

it("what was written in paragraphs is shown in paragraphs", () => {
  const page = pageWith({ cost: "Едно\nдве\n\n  \nТри" });
  expect(page.html()).toMatch(/<p>Едно две<\/p>\s*<p>Три<\/p>/);
});

it("provinces are in the order in which the editor named the places, each once", () => {
  const text = pageWith({ municipalities: ["SLV20", "BGS04", "SLV11"] })("main")
    .text()
    .replace(/\s+/g, " ");
  expect(text.indexOf("Сливен")).toBeLessThan(text.indexOf("Бургас"));
});
