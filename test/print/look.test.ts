import { expect, it } from "vitest";
import { usualLook } from "../../src/core/model/look.ts";
import { templatesFolder } from "../../src/print/typst/engine.ts";
import { readPdf } from "./paper/read-pdf.ts";
import { openTestPress } from "./typst/press-texts.ts";

const larger = {
  ...usualLook.print,
  size: 12,
  margins: { ...usualLook.print.margins, top: 30, inside: 40 },
  logo: "img/mark.svg",
};

const { press } = await openTestPress({ ...usualLook, print: larger });

it("print: of site.yaml changes size, margins and logo of what Typst sets", async () => {
  const source = `#import "${templatesFolder}/sheet.typ": *
#set document(title: "Т")
#set page(margin: sheet-margins)
#set text(font: serif, size: size, lang: "bg")
Дума
#draw-logo(7mm)`;
  const { pages } = await readPdf(await press.use((line) => line.pdf(source)));
  const word = pages[0]?.text.find(({ text }) => text === "Дума");
  expect(word?.size).toBeCloseTo(12, 1);
  expect(word?.left).toBeCloseTo(40 * (72 / 25.4), 0);
  expect((word?.baseline ?? 0) / (72 / 25.4)).toBeGreaterThan(38);
});
