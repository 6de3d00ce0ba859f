import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { headingsAtEnd } from "../print/paper/headings-at-end.ts";
import { readPdf } from "../print/paper/read-pdf.ts";
import { hasWebKit, printInWebKit } from "../print/paper/webkit.ts";
import { demonstrationSite, openBrowser } from "../setup/shared.ts";
import { isSoak } from "../setup/soak.ts";

const isThere = isSoak && hasWebKit();
const why = isSoak
  ? "WebKitGTK is not installed on this machine"
  : "npm run soak does it, where WebKitGTK is installed";
const name = isThere ? "printed by WebKit" : `printed by WebKit (not tested: ${why})`;

/** What stands within a page has its baseline above the lower margin; a line that is cut in two has it below. */
const lowerMargin = 17 * (72 / 25.4);

describe.skipIf(!isThere)(name, () => {
  test("every practice takes as many pages as in Chromium, one more or less, no line leaves its page, and headings stay with pictures", async () => {
    const folder = await demonstrationSite("files");
    const urls = practicePermalinks(folder).map((path) => pathToFileURL(join(folder, path, "index.html")).href);
    const browser = await openBrowser();
    const page = await browser.newPage();
    const printed = await printInWebKit(urls);
    for (const [index, url] of urls.entries()) {
      await page.goto(url);
      const expected = await readPdf(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
      const { pages } = await readPdf(printed[index] ?? new Uint8Array());
      expect(Math.abs(pages.length - expected.pages.length), url).toBeLessThanOrEqual(1);
      // Its chart would not fit under the heading.
      if (url.includes("energien-dnevnik")) expect(headingsAtEnd(pages), url).toEqual([]);
      for (const { text, height } of pages) {
        expect(text.length, url).toBeGreaterThan(0);
        for (const { baseline, size } of text) {
          expect(baseline, url).toBeLessThan(height - lowerMargin + 1);
          expect(baseline - size, url).toBeGreaterThan(0);
        }
      }
    }
    await browser.close();
  });
});

/** Paths of all pages of practices, in both languages. */
function practicePermalinks(folder: string): readonly string[] {
  return ["bg", "en"].flatMap((language) => {
    const practices = join(folder, language, "practices");
    const found = readdirSync(practices, { withFileTypes: true });
    return found
      .filter((entry) => entry.isDirectory() && entry.name !== "page")
      .map(({ name }) => `${language}/practices/${name}`);
  });
}
