import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawQrCode } from "../../../src/pages/practice/qr-code.ts";
import { checkPages } from "../../../src/print/check/check-pages.ts";
import { measureDocument, narrowTab } from "../../../src/print/check/measure-document.ts";
import { readQr } from "../../../src/print/check/read-qr.ts";
import { readPdf } from "../../../src/print/read-pdf.ts";
import { printTab } from "../../../src/print/sheets/print-tab.ts";
import { openBrowser } from "../../setup/shared.ts";

let browser: Browser;
let tab: Page;

beforeAll(async () => {
  browser = await openBrowser();
  tab = await browser.newPage();
  await tab.emulateMedia({ media: "print" });
  await narrowTab(tab, "a4");
});

afterAll(() => browser?.close());

async function show(body: string, css = ""): Promise<void> {
  await tab.setContent(`<!doctype html><html lang="bg"><head><title>Т</title><style>
    @page { margin: 16mm 18mm 18mm 22mm; @bottom-right { content: counter(page); } }
    @media print { h1 { font-size: 20pt; } }
    body { margin: 0; font: 10pt/14pt serif; }
    .next { break-before: page; }
    .tall { height: 180mm; }
    ${css}</style></head><body><main><h1>Заглавие</h1>${body}</main></body></html>`);
}

async function findIn(body: string, css?: string): Promise<readonly string[]> {
  await show(body, css);
  const measures = await measureDocument(tab);
  const pdf = await readPdf(await printTab(tab, "a4"));
  const findings = checkPages({ file: "x.md", language: "bg", paper: "a4", isSheet: true, pdf, measures });
  return findings.map(({ code, parameters }) => `${code} ${JSON.stringify(parameters)}`);
}

const lines = (count: number): string => Array.from({ length: count }, (_, line) => `<p>Ред ${line + 1}.</p>`).join("");
const rows = (count: number): string =>
  Array.from({ length: count }, (_, row) => `<tr><td>Ред ${row + 1}</td><td>нещо</td></tr>`).join("");
const head = "<thead><tr><th>Едно</th><th>Друго</th></tr></thead>";

describe("checkPages", () => {
  it("has nothing to say of a sheet of two full sides", async () => {
    expect(await findIn(lines(50), "p { margin: 0 0 9pt; }")).toEqual([]);
  });

  it("lets a table go on over the page between its rows, with its head repeated", async () => {
    expect(await findIn(`<table>${head}<tbody>${rows(80)}</tbody></table>`, "tr { break-inside: avoid; }")).toEqual([]);
  });

  it("finds a row that is split, and says it once however many pages it takes", async () => {
    const long = "дума ".repeat(2_000);
    const found = await findIn(
      `<table>${head}<tbody><tr><td>Кратък</td><td>ред</td></tr><tr><td>Дълъг</td><td>${long}</td></tr></tbody></table>`,
      "td:last-child { width: 60mm; } td { vertical-align: top; }",
    );
    expect(found.filter((text) => text.startsWith("print/split-row"))).toEqual([
      'print/split-row {"row":"Дълъг","page":1}',
    ]);
  });

  it("finds a heading at the end of a page, and at the end of a column", async () => {
    const page = await findIn(`${lines(10)}<h2>Самотно</h2><div class="next">${lines(20)}</div>`);
    expect(page).toEqual(['print/stranded-heading {"heading":"Самотно","page":1}']);
    const column = await findIn(
      `<div class="columns">${lines(10)}<h2>Самотно</h2><div class="next-column">${lines(10)}</div></div>`,
      ".columns { columns: 2; } .next-column { break-before: column; }",
    );
    expect(column).toEqual(['print/stranded-heading {"heading":"Самотно","page":1}']);
  });

  it("lets a heading stand over a picture, and alone on a page of its own", async () => {
    const picture = '<svg role="img" aria-label="План" width="300" height="200"><rect width="300" height="200"/></svg>';
    expect(await findIn(`${lines(10)}<h2>План</h2>${picture}<div class="next">${lines(20)}</div>`)).toEqual([]);
    expect(await findIn(`<div class="next">${lines(20)}</div>`)).toEqual([]);
  });

  it("finds a page with nothing but its number, and a last page with little on it", async () => {
    const blank = await findIn(
      `${lines(10)}<div class="next"></div><div class="next">${lines(20)}</div>`,
      ".next { min-height: 1px; }",
    );
    expect(blank).toContain('print/blank-page {"page":2,"pages":3}');
    const short = await findIn(
      `<p>Първи ред.</p><div class="tall"></div><p>Последен ред.</p><p class="next">Край.</p>`,
    );
    expect(short).toEqual([expect.stringMatching(/^print\/short-last-page {"percent":\d,"pages":2}$/)]);
  });

  it("finds what is too wide by the smaller print it causes, and names it", async () => {
    const table = `<table>${head}<tbody>${rows(3)}</tbody></table>`;
    expect(await findIn(table, "table { width: 200mm; }")).toEqual([
      expect.stringMatching(/^print\/overflow {"text":"Едно Друго Ред 1 нещо.*","millimetres":30}$/),
    ]);
    const address = `https://example.org/${"x".repeat(140)}`;
    expect(await findIn(`<p>Адрес: ${address}</p>`)).toEqual([
      expect.stringMatching(/^print\/overflow {"text":"https:\/\/example\.org\/x+","millimetres":\d+}$/),
    ]);
    expect(await findIn(`<p>Адрес: ${address}</p>`, "p { overflow-wrap: anywhere; }")).toEqual([]);
  });
});

describe("readQr", () => {
  const address = "https://archive.example.org/base/bg/practices/edno-gishe/";
  const { viewBox, path } = drawQrCode(address);
  const drawing = `<svg class="qr" viewBox="${viewBox}" width="83" height="83"><path d="${path}"/></svg>`;
  const ink = ".qr path { fill: none; stroke: #000; }";

  it("reads the code of a sheet, and leaves the tab as it was", async () => {
    await show(drawing, ink);
    const before = await measureDocument(tab);
    expect(before.titleSize).toBeCloseTo((20 * 96) / 72, 1);
    expect(await readQr(tab)).toEqual({ text: address });
    expect(await measureDocument(tab)).toEqual(before);
  });

  it("reads nothing off a code that cannot be read, and knows when there is none", async () => {
    await show(drawing, ".qr path { fill: none; stroke: #f4f4f4; }");
    expect(await readQr(tab)).toEqual({ text: undefined });
    await show(lines(3));
    expect(await readQr(tab)).toBeUndefined();
  });
});
