import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readPdf } from "../print/paper/read-pdf.ts";
import { hasWebKit, printInWebKit } from "../print/paper/webkit.ts";
import { demonstrationSite, openBrowser } from "../setup/shared.ts";
import { isSoak } from "../setup/soak.ts";
import { practicePages } from "./site.ts";

const isThere = isSoak && hasWebKit();
const why = isSoak
  ? "WebKitGTK is not installed on this machine"
  : "npm run soak does it, where WebKitGTK is installed";
const name = isThere ? "printed by WebKit" : `printed by WebKit (not tested: ${why})`;

/** What stands within a page has its baseline above the lower margin; a line that is cut in two has it below. */
const lowerMargin = 17 * (72 / 25.4);

describe.skipIf(!isThere)(name, () => {
  test.each([practicePages.short, practicePages.typical, practicePages.long])(
    "%s takes at most one page more or less than in Chromium, and no line leaves its page",
    async (permalink) => {
      const url = pathToFileURL(join(await demonstrationSite("files"), permalink, "index.html")).href;
      const browser = await openBrowser();
      const page = await browser.newPage();
      await page.goto(url);
      const expected = await readPdf(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
      await browser.close();
      const { pages } = await readPdf(await printInWebKit(url));
      expect(Math.abs(pages.length - expected.pages.length)).toBeLessThanOrEqual(1);
      for (const { text, height } of pages) {
        expect(text.length).toBeGreaterThan(0);
        for (const { baseline, size } of text) {
          expect(baseline).toBeLessThan(height - lowerMargin + 1);
          expect(baseline - size).toBeGreaterThan(0);
        }
      }
    },
  );
});
