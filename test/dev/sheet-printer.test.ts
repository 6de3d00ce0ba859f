import { expect, it } from "vitest";
import { describeShop } from "../../src/dev/sheet-printer.ts";
import { archiveOf } from "../builders.ts";

it("a shop is opened anew where a picture, a template or the look has changed, and only there", () => {
  const archive = archiveOf([]);
  const { media, site } = archive;
  const templates = new Map([["sheet.typ", "a"]]);
  const picture = { path: "media/a.png", source: "content/media/a.png", bytes: 1, size: undefined };
  const look = { ...site.look, print: { ...site.look.print, size: 12 } };
  const shops = [
    describeShop(archive, templates),
    describeShop({ media: new Map([[picture.path, picture]]), site }, templates),
    describeShop({ media: new Map([[picture.path, { ...picture, bytes: 2 }]]), site }, templates),
    describeShop(archive, new Map([["sheet.typ", "b"]])),
    describeShop({ media, site: { ...site, look } }, templates),
  ];
  expect(new Set(shops).size).toBe(shops.length);
  expect(describeShop(archiveOf([]), new Map(templates))).toBe(shops[0]);
});
