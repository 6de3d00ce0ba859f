/* The sheets of a page, as the printer would give them out, beside the page; drawn anew when the page changes. */

import { askTag, subscribe } from "./subscribe.ts";

/** What is used of pdf.js, which the development server hands out. */
interface PdfLibrary {
  readonly GlobalWorkerOptions: { workerSrc: string };
  getDocument(options: { readonly data: ArrayBuffer }): { readonly promise: Promise<PdfDocument> };
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(options: object): { readonly promise: Promise<void> };
}

const paper = document.querySelector<HTMLElement>("#paper");
const state = document.querySelector<HTMLElement>("#state");
const page = document.querySelector("iframe");

if (paper && state) {
  let drawing = draw(paper, state);
  let tag = page ? askTag(page.src) : Promise.resolve(undefined);
  subscribe(async (name) => {
    const before = await tag;
    if (page) tag = askTag(page.src);
    // Printing takes its time: a page that is as it was is not printed again.
    if (name === "styles" || (await tag) !== before) drawing = drawing.then(() => draw(paper, state));
  });
}

async function draw(sheets: HTMLElement, status: HTMLElement): Promise<void> {
  const address = sheets.dataset.pdf ?? "";
  const reply = await fetch(address, { cache: "no-store" });
  if (!reply.ok) {
    status.textContent = await reply.text();
    return;
  }
  const library = "/__praktika/pdf.min.mjs";
  const { getDocument, GlobalWorkerOptions } = (await import(library)) as PdfLibrary;
  GlobalWorkerOptions.workerSrc = "/__praktika/pdf.worker.min.mjs";
  const document_ = await getDocument({ data: await reply.arrayBuffer() }).promise;
  const canvases: HTMLCanvasElement[] = [];
  for (let number = 1; number <= document_.numPages; number++) canvases.push(await drawSide(document_, number));
  sheets.replaceChildren(...canvases);
  const [one = "", many = ""] = JSON.parse(sheets.dataset.sides ?? "[]") as string[];
  status.textContent = document_.numPages === 1 ? one : many.replace("2", String(document_.numPages));
}

/** Twice as fine as it is shown: letters stay sharp on every screen. */
async function drawSide(from: PdfDocument, number: number): Promise<HTMLCanvasElement> {
  const side = await from.getPage(number);
  const viewport = side.getViewport({ scale: 2 });
  const canvas = document.createElement("canvas");
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${number} / ${from.numPages}`);
  await side.render({ canvas, viewport }).promise;
  return canvas;
}

page?.addEventListener("load", () => {
  // The page beside its sheet needs no list of findings of its own.
  page.contentDocument?.querySelector(".praktika-dev")?.remove();
});
