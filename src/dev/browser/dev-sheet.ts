/* The sheets of a page, as the printer would give them out, beside the page; drawn anew when the page changes. */

import { askTag, subscribe } from "./subscribe.ts";

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
  const reply = await fetch(sheets.dataset.drawing ?? "", { cache: "no-store" });
  const text = await reply.text();
  if (!reply.ok) {
    status.textContent = text;
    return;
  }
  const sides = Number(reply.headers.get("Praktika-Sides"));
  const drawings = Array.from({ length: sides }, (_, index) => drawSide(text, index, sides));
  await Promise.all(drawings.map((side) => side.decode()));
  sheets.replaceChildren(...drawings);
  const [one = "", many = ""] = JSON.parse(sheets.dataset.sides ?? "[]") as string[];
  status.textContent = sides === 1 ? one : many.replace("2", String(sides));
}

/** One side of a drawing in which all stand one below the other, equally high. */
function drawSide(drawing: string, index: number, sides: number): HTMLImageElement {
  const side = drawing.replace(/viewBox="[^"]*" width="([\d.]+)pt" height="([\d.]+)pt"/, (_, width, total) => {
    const height = total / sides;
    return `viewBox="0 ${index * height} ${width} ${height}" width="${width}pt" height="${height}pt"`;
  });
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(side)}`;
  image.alt = `${index + 1} / ${sides}`;
  return image;
}

page?.addEventListener("load", () => {
  // The page beside its sheet needs no list of findings of its own.
  page.contentDocument?.querySelector(".praktika-dev")?.remove();
});
