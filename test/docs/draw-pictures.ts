import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { serveFolder } from "../../src/dev/serve-folder.ts";
import { paintPdf } from "../e2e/paint-pdf.ts";
import { runProcess } from "../run-praktika.ts";
import { launchBrowser } from "../setup/browser.ts";

/*
 * Draws the two pictures of the README from the demonstration content: `npx node test/docs/draw-pictures.ts`. Look at them before you commit.
 */

const project = fileURLToPath(new URL("../../", import.meta.url));
const shown = { page: "en/practices/mobilno-edno-gishe/", sheet: "veloavtobus-do-uchilishte" };

function run(args: readonly string[]): void {
  const { status, stderr } = runProcess(args);
  if (status !== 0) throw new Error(stderr);
}

async function drawPage(browser: Browser, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-page-"));
  run(["build", "--root", project, "--out", folder]);
  const site = await serveFolder(folder, 0);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
    await page.goto(site.url + shown.page, { waitUntil: "networkidle" });
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(file);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drawSheet(browser: Browser, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-sheet-"));
  try {
    run(["pdf", shown.sheet, "--lang", "bg", "--root", project, "--out", folder]);
    const pdf = readFileSync(join(folder, "bg", `${shown.sheet}.pdf`));
    const { width, height, data } = await paintPdf(browser, pdf, 1, 200);
    await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .resize({ width: 900 })
      .extend({ top: 1, bottom: 1, left: 1, right: 1, background: "#999" })
      .png({ palette: true, colours: 32, effort: 10 })
      .toFile(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await launchBrowser();
try {
  await drawPage(browser, join(project, "docs/page.png"));
  await drawSheet(browser, join(project, "docs/sheet.png"));
} finally {
  await browser.close();
}
