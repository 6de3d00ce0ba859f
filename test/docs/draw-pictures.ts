import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../../src/print/browser.ts";
import { serveNominations } from "../e2e/endpoint.ts";
import { paintPdf } from "../e2e/paint-pdf.ts";
import { runPraktika } from "../run-praktika.ts";

/*
 * Draws the two pictures of the README from the demonstration content: `npx node test/docs/draw-pictures.ts`. Look at them before you commit.
 */

const project = fileURLToPath(new URL("../../", import.meta.url));
const shown = { page: "en/practices/mobilno-edno-gishe/", sheet: "veloavtobus-do-uchilishte" };

async function run(args: readonly string[]): Promise<void> {
  const { status, stdout, stderr } = await runPraktika(args);
  if (status !== 0) throw new Error(stdout + stderr);
}

async function drawPage(browser: Browser, file: string): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "praktika-page-"));
  try {
    const folder = join(root, "dist");
    await run(["build", "--root", root, "--content", join(project, "content"), "--out", folder]);
    const site = await serveNominations(folder, join(root, "state"));
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
      await page.goto(site.url + shown.page, { waitUntil: "networkidle" });
      await sharp(await page.screenshot())
        .png({ palette: true, colours: 64, effort: 10 })
        .toFile(file);
    } finally {
      await site.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function drawSheet(browser: Browser, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-sheet-"));
  try {
    const { status, stderr } = await runPraktika([
      "pdf",
      shown.sheet,
      "--lang",
      "bg",
      "--root",
      project,
      "--out",
      folder,
    ]);
    if (status !== 0) throw new Error(stderr);
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
