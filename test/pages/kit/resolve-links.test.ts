import { expect, it } from "vitest";
import { permalinks } from "../../../src/archive/permalinks.ts";
import type { Permalink } from "../../../src/core/model/ids.ts";
import { createTarget } from "../../../src/core/target.ts";
import { createRelativeUrl } from "../../../src/pages/kit/relative-url.ts";
import { resolveLinks } from "../../../src/pages/kit/resolve-links.ts";
import { archiveOf, entry, pageEntry } from "../../builders.ts";

const archive = archiveOf([entry({ id: "most" }), entry({ id: "bridge", language: "en" })], {
  pages: [pageEntry({ id: "about" })],
});
const pictures = new Map([
  [
    "media/photo.jpg",
    [
      { permalink: "/assets/pictures/photo-640.x.webp" as Permalink, width: 640 },
      { permalink: "/assets/pictures/photo-1280.x.webp" as Permalink, width: 1280 },
    ],
  ],
]);
const link = createRelativeUrl(permalinks.practice("bg", "a"), createTarget("web"));
const resolve = (html: string) => resolveLinks(html, "bg", { context: { archive, pictures }, link });

it.each([
  ['<a href="practice:most">', '<a href="../../../bg/practices/most/">'],
  ['<a href="practice:most#rezultati">', '<a href="../../../bg/practices/most/#rezultati">'],
  ['<a href="page:about">', '<a href="../../../bg/about/">'],
  ['<a href="file:media/plan.pdf">', '<a href="../../../media/plan.pdf">'],
  ['<img src="file:media/map.svg" alt="">', '<img src="../../../media/map.svg" alt="">'],
  [
    '<img src="file:media/photo.jpg" alt="">',
    '<img src="../../../media/photo.jpg" srcset="../../../assets/pictures/photo-640.x.webp 640w, ../../../assets/pictures/photo-1280.x.webp 1280w" sizes="(min-width: 40rem) 37.5rem, 100vw" alt="">',
  ],
  ['<a href="file:media/photo.jpg">', '<a href="../../../media/photo.jpg">'],
])("%s becomes an address as seen from the page", (html, resolved) => {
  expect(resolve(html)).toBe(resolved);
});

it("a practice that exists in the other language only is linked there, and the link says so", () => {
  expect(resolve('<a href="practice:bridge">')).toBe('<a href="../../../en/practices/bridge/" hreflang="en">');
});

it("a link to what is not there, such as a draft, loses its address and keeps its words", () => {
  expect(resolve('<a href="practice:draft">думи</a>')).toBe("<a>думи</a>");
});

it("all links of a text are resolved", () => {
  expect(resolve('<a href="practice:most">а</a> <a href="practice:most">б</a>')).not.toContain("practice:");
});

it("words that look like a link stay as they are", () => {
  const html = "<p>напишете [мост](practice:most) или href=&quot;practice:most&quot;</p>";
  expect(resolve(html)).toBe(html);
});

it("a name in another script is encoded once", () => {
  expect(resolve(`<a href="file:${encodeURI("media/план 1.pdf")}">`)).toBe(
    `<a href="../../../${encodeURI("media/план 1.pdf")}">`,
  );
});

it("a percent sign that encodes nothing does not stop the build", () => {
  expect(resolve('<a href="practice:100%">а</a>')).toBe("<a>а</a>");
});
