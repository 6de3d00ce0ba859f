import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";
import { edit } from "./prepared-site.ts";

const build = async (root: string) => {
  const { status, stderr } = await runPraktika(["build", "--root", root, "--lang", "en"]);
  expect(status, stderr).toBe(0);
  return stderr;
};
const pdfsIn = (root: string): readonly string[] =>
  readdirSync(join(root, "dist/pdf"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pdf"))
    .sort();

it("a site that asks for PDFs gets them with every build: all at first, then what has changed", async () => {
  const root = temporaryRoot("small-site");
  appendFileSync(join(root, "content/site.yaml"), "print: {pdf: always}\n");
  await build(root);
  const pdfs = pdfsIn(root);
  expect(pdfs).toEqual([
    "bg/edno-gishe.pdf",
    "bg/mobilno-gishe.pdf",
    "bg/treta.pdf",
    "en/edno-gishe.pdf",
    "issues/2004.bg.pdf",
  ]);
  const page = readFileSync(join(root, "dist/bg/practices/edno-gishe/index.html"), "utf8");
  expect(page).toMatch(/href="[^"]*pdf\/bg\/edno-gishe\.pdf"/);

  const times = () => pdfs.map((path) => statSync(join(root, ".praktika/pdf", path)).mtimeMs);
  const before = times();
  expect(await build(root)).toContain(" 0 written");
  edit(root, "content/practices/2016/treta.bg.md", (text) => `${text}\nОще едно изречение.\n`);
  await build(root);
  const changed = pdfs.filter((_, index) => times()[index] !== before[index]);
  expect(changed).toEqual(["bg/treta.pdf"]);
  expect(readFileSync(join(root, "dist/pdf/bg/treta.pdf"))).toEqual(
    readFileSync(join(root, ".praktika/pdf/bg/treta.pdf")),
  );
});

it("what an issue says of itself changes its book alone", async () => {
  const root = temporaryRoot("small-site");
  appendFileSync(join(root, "content/site.yaml"), "print: {pdf: always}\n");
  await build(root);
  const sheet = statSync(join(root, ".praktika/pdf/bg/edno-gishe.pdf")).mtimeMs;
  const book = readFileSync(join(root, "dist/pdf/issues/2004.bg.pdf"));
  const file = join(root, "content/issues/2004.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^title:.*$/m, "title: {bg: Друго, en: Other}"));
  await build(root);
  expect(readFileSync(join(root, "dist/pdf/issues/2004.bg.pdf")).equals(book)).toBe(false);
  expect(statSync(join(root, ".praktika/pdf/bg/edno-gishe.pdf")).mtimeMs).toBe(sheet);
});

it("a site that asks for booklets gets one for each list, and the list's page links it with pages, size and date", async () => {
  const root = temporaryRoot("small-site");
  appendFileSync(join(root, "content/site.yaml"), "print: {booklets: true}\n");
  await build(root);
  const pdfs = pdfsIn(root);
  expect(pdfs.length).toBeGreaterThan(0);
  for (const pdf of pdfs) {
    const [, list] = /^lists\/(bg\/(?:themes|years|municipalities|sizes|innovators)\/[^/]+)\.pdf$/.exec(pdf) ?? [];
    expect(list, pdf).toBeDefined();
    expect(existsSync(join(root, "dist", list ?? "", "print/index.html")), pdf).toBe(true);
    const page = readFileSync(join(root, "dist", list ?? "", "index.html"), "utf8");
    const link = new RegExp(
      `pdf/lists/${list}\\.pdf"[^>]*>Книжка за печат \\(PDF, \\d+\\sстраници, [\\d,]+\\skB, \\d+\\s`,
    );
    expect(page).toMatch(link);
  }
  expect(await build(root)).toContain(" 0 written");
});
