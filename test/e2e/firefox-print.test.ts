import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Firefox, firefoxPath, openFirefox } from "../print/paper/firefox.ts";
import { headingsAtEnd } from "../print/paper/headings-at-end.ts";
import { pageText, readPdf } from "../print/paper/read-pdf.ts";
import { demonstrationSite, openBrowser } from "../setup/shared.ts";
import { isSoak } from "../setup/soak.ts";
import { practicePages } from "./site.ts";

const isThere = isSoak && firefoxPath !== undefined;
const why = isSoak ? "it is not installed on this machine" : "npm run soak does it, where it is installed";
const name = isThere ? "printed by Firefox" : `printed by Firefox (not tested: ${why})`;

describe.skipIf(!isThere)(name, () => {
  let firefox: Firefox;
  let chromium: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await demonstrationSite("files");
    [firefox, chromium] = await Promise.all([openFirefox(firefoxPath ?? ""), openBrowser()]);
  });

  afterAll(async () => {
    await Promise.all([firefox?.close(), chromium?.close()]);
  });

  test.each([practicePages.short, practicePages.typical, practicePages.long])(
    "%s takes as many pages as in Chromium, on A4 and Letter; no heading ends a column, and the foot is whole",
    async (permalink) => {
      const url = pathToFileURL(join(folder, permalink, "index.html")).href;
      const page = await chromium.newPage();
      await page.goto(url);
      for (const paper of ["a4", "letter"] as const) {
        const format = paper === "a4" ? "A4" : "Letter";
        const expected = await readPdf(await page.pdf({ preferCSSPageSize: true, format }));
        const { pages } = await readPdf(await firefox.print(url, { paper }));
        expect(pages.length, paper).toBe(expected.pages.length);
        expect(headingsAtEnd(pages), paper).toEqual([]);
        const last = pageText(pages.at(-1) ?? { text: [] }).replace(/\s/g, "");
        expect(last, paper).toContain(permalink.slice("/bg/practices/".length, -1));
      }
      await page.close();
    },
  );
});
