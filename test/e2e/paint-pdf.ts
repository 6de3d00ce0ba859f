import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

/** A page of paper as a scanner would see it: RGBA, four bytes a pixel. */
export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const origin = "http://scanner.localhost";
const files: Readonly<Record<string, string>> = {
  "/pdf.mjs": "pdfjs-dist/legacy/build/pdf.mjs",
  "/pdf.worker.mjs": "pdfjs-dist/legacy/build/pdf.worker.mjs",
};

const scanner =
  '<!doctype html><title>Scan</title><script type="module">import * as pdfjs from "/pdf.mjs"; globalThis.pdfjs = pdfjs;</script>';

/** Paints a page of a PDF, counted from 1, in the browser with pdf.js; -1 is the last one. */
export async function paintPdf(browser: Browser, pdf: Uint8Array, number: number, dotsPerInch = 150): Promise<Scan> {
  const page = await browser.newPage();
  try {
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/") return route.fulfill({ contentType: "text/html", body: scanner });
      if (pathname === "/sheet.pdf") return route.fulfill({ contentType: "application/pdf", body: Buffer.from(pdf) });
      const body = readFileSync(fileURLToPath(import.meta.resolve(files[pathname] ?? pathname)));
      return route.fulfill({ contentType: "text/javascript", body });
    });
    await page.goto(`${origin}/`);
    const { width, height, grey } = await page.evaluate(paintInPage, { number, scale: dotsPerInch / 72 });
    const data = new Uint8Array(width * height * 4).fill(255);
    for (const [index, value] of Buffer.from(grey, "base64").entries()) data.fill(value, index * 4, index * 4 + 3);
    return { width, height, data };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function paintInPage({ number, scale }: { number: number; scale: number }) {
  const { pdfjs } = globalThis as unknown as { pdfjs: typeof import("pdfjs-dist") };
  pdfjs.GlobalWorkerOptions.workerSrc = "/pdf.worker.mjs";
  const document_ = await pdfjs.getDocument({ url: "/sheet.pdf" }).promise;
  const sheet = await document_.getPage(number < 0 ? document_.numPages + 1 + number : number);
  const viewport = sheet.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await sheet.render({ canvas, viewport }).promise;
  const pixels =
    canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  let grey = "";
  for (let index = 0; index < pixels.length; index += 4) grey += String.fromCharCode(pixels[index + 1] ?? 255);
  return { width: canvas.width, height: canvas.height, grey: btoa(grey) };
}
