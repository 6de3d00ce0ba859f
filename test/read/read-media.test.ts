import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { readMedia } from "../../src/read/read-media.ts";

const folder = mkdtempSync(join(tmpdir(), "praktika-media-"));
mkdirSync(join(folder, "media"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, content: string | Buffer) {
  writeFileSync(join(folder, "media", name), content);
  return readMedia({ folder, name: "content" }, `content/media/${name}`);
}

const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" width="40" height="20"${attributes}>\n${inner}\n</svg>\n`;

describe("an image", () => {
  it("is measured, so that the page does not jump", () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAADElEQVR4nGNgQAcAAA4AAcDQFQ0AAAAASUVORK5CYII=",
      "base64",
    );
    expect(read("a.png", png).value).toEqual({
      path: "media/a.png",
      source: "content/media/a.png",
      bytes: png.length,
      size: { width: 3, height: 2 },
    });
    expect(read("a.svg", svg("<path d='M0 0h9'/>")).value?.size).toEqual({ width: 40, height: 20 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "of a camera that was held as %i says is measured as it is shown",
    async (orientation) => {
      const flat = sharp({ create: { width: 3, height: 2, channels: 3, background: "red" } });
      const jpeg = await flat.withMetadata({ orientation }).jpeg().toBuffer();
      // From 5 on it lies on its side (Exif 2.32, 4.6.4).
      expect(read(`${orientation}.jpg`, jpeg).value?.size).toEqual(
        orientation < 5 ? { width: 3, height: 2 } : { width: 2, height: 3 },
      );
    },
  );

  it("that is none is refused", () => {
    expect(read("b.png", "not a picture").findings).toMatchObject([{ code: "media/unreadable-image" }]);
    expect(read("b.jpg", "").findings).toMatchObject([{ parameters: { reason: "empty" } }]);
    expect(read("b.svg", "").findings).toMatchObject([{ parameters: { reason: "empty" } }]);
    expect(read("c.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>').findings).toMatchObject([
      { parameters: { reason: "no drawing" } },
    ]);
  });
});

describe("an attachment", () => {
  it("of a known type passes, whatever is in it", () => {
    expect(read("a.PDF", "%PDF").value).toEqual({
      path: "media/a.PDF",
      source: "content/media/a.PDF",
      bytes: 4,
      size: undefined,
    });
  });

  it.each(["a.exe", "a.html", "a.js", "a.htm", "a.xml", "a.svgz", "noending", "a.pdf.php"])(
    "called %s is refused",
    (name) => {
      expect(read(name, "x").findings).toMatchObject([{ code: "media/unknown-type" }]);
    },
  );
});

describe("a drawing", () => {
  it.each([
    ["gradients and references inside itself", '<use href="#a"/><rect fill="url(#g)"/><a xlink:href="#b">x</a>'],
    ["a picture that is part of it", '<image href="data:image/png;base64,AAAA"/>'],
    ["a style sheet of its own", "<style>.a{fill:url('#g');stroke:#fff}</style>"],
    ["a movement", '<animate attributeName="cx" values="1;2"/>'],
    ["the words of a text", "<text>Регион, condition = 5, подпис</text>"],
  ])("may have %s", (_, inner) => {
    const { value, findings } = read("good.svg", svg(inner));
    expect(findings).toEqual([]);
    expect(value?.size).toEqual({ width: 40, height: 20 });
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script from elsewhere", "<SCRIPT href='https://example.org/x.js'/>"],
    ["a script under another prefix", '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ["an event", '<rect onclick="alert(1)"/>'],
    ["an event after a tab", "<rect\tonload = 'alert(1)'/>"],
    ["foreign content", "<foreignObject><b/></foreignObject>"],
    ["foreign content under a prefix", "<x:foreignObject xmlns:x='http://www.w3.org/2000/svg'/>"],
    ["a page inside", '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://example.org/"/>'],
    ["an object inside", '<h:embed xmlns:h="http://www.w3.org/1999/xhtml" src="x.swf"/>'],
    ["a link that runs code", '<a href="javascript:alert(1)"><rect/></a>'],
    ["a link that hides its code", '<a href="java&#115;cript:alert(1)"><rect/></a>'],
    ["a link that becomes code", '<a href="#"><animate attributeName="href" values="&#106;avascript:alert(1)"/></a>'],
    ["a link whose name is hidden", '<set attributeName="&#104;ref" to="x"/>'],
    ["a picture from elsewhere", '<image xlink:href="https://example.org/a.png"/>'],
    ["a drawing inside an address", '<use href="data:image/svg+xml;base64,PHN2Zz4=#a"/>'],
    ["a filling from elsewhere", '<rect fill="url(https://example.org/a.svg#g)"/>'],
    ["a style sheet from elsewhere", "<style>@import 'https://example.org/a.css';</style>"],
    ["a font from elsewhere", '<style>@font-face{src:url( "//example.org/a.woff" )}</style>'],
  ])("must not have %s", (_, inner) => {
    const { value, findings } = read("bad.svg", svg(inner));
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: "media/unsafe-svg", location: { line: 2 } }]);
  });

  it("must not declare entities, which could hide all of these", () => {
    const text = `<!DOCTYPE svg [ <!ENTITY x "javascript:alert(1)"> ]>\n${svg("")}`;
    expect(read("entity.svg", text).findings).toMatchObject([{ code: "media/unsafe-svg", location: { line: 1 } }]);
  });

  it("must be UTF-8, since a browser reads what this check could not", () => {
    const hidden = Buffer.from(`\ufeff${svg("<script>alert(1)</script>")}`, "utf16le");
    expect(read("utf16.svg", hidden).value).toBeUndefined();
  });

  it("is shown where it is wrong", () => {
    const { findings } = read("where.svg", svg('<g>\n  <rect onclick="x"/>\n</g>'));
    expect(findings[0]).toMatchObject({ parameters: { found: "onclick=" }, location: { line: 3, column: 9 } });
  });
});
