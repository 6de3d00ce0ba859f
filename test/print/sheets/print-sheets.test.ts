import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readSheetIndex } from "../../../src/site/sheet-index.ts";
import { fixture, runProcess, temporaryRoot } from "../../run-praktika.ts";
import { useFolder } from "../../use-folder.ts";
import { pageText, readPdf } from "../paper/read-pdf.ts";
import { edit, printSite } from "../prepared-site.ts";

const program = fileURLToPath(new URL("../../../src/cli/praktika.js", import.meta.url));
const allSheets = ["bg/edno-gishe.pdf", "bg/mobilno-gishe.pdf", "bg/treta.pdf", "en/edno-gishe.pdf"];
const source = "content/practices/2004/edno-gishe.bg.md";

function sheetsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pdf"))
    .sort();
}

/** Adds practices, so that printing takes long enough to be cut off. Returns the paths of their sheets. */
function addPractices(root: string, count: number): string[] {
  const folder = join(root, "content/practices/2016");
  const text = readFileSync(join(folder, "treta.bg.md"), "utf8");
  return Array.from({ length: count }, (_, index) => {
    writeFileSync(join(folder, `oshte-${index}.bg.md`), text.replace(/^title: .*$/m, `title: Още една, ${index}`));
    return `bg/oshte-${index}.pdf`;
  });
}

describe("printSheets", () => {
  const printedOnce = useFolder();
  let outcome: Awaited<ReturnType<typeof printSite>>;

  beforeAll(async () => {
    cpSync(fixture("small-site"), printedOnce(), { recursive: true });
    outcome = await printSite(printedOnce());
  });

  /** A copy of a site whose sheets have been printed. */
  function printedRoot(): string {
    const root = temporaryRoot();
    cpSync(printedOnce(), root, { recursive: true, preserveTimestamps: true });
    return root;
  }

  it("prints each version of each practice, tagged, with outline, title, language and author", async () => {
    expect(outcome).toEqual({ printed: 4, unchanged: 0, findings: [] });
    const folder = join(printedOnce(), ".praktika/pdf");
    expect(sheetsIn(folder)).toEqual(allSheets);
    for (const path of allSheets) {
      const pdf = await readPdf(readFileSync(join(folder, path)));
      const text = pdf.pages.map(pageText).join("\n");
      expect(pdf.isTagged).toBe(true);
      expect(pdf.language).toBe(path.slice(0, 2));
      expect(pdf.outline[0]?.title).toBe(pdf.title);
      expect(pdf.author).not.toBe("");
      expect(text).not.toContain("\u00ad");
    }
  });

  it("gives the address of the practice as text that can be copied", async () => {
    for (const path of allSheets) {
      const { pages } = await readPdf(readFileSync(join(printedOnce(), ".praktika/pdf", path)));
      const squeezed = pages
        .map(pageText)
        .join("")
        .replace(/\p{Default_Ignorable_Code_Point}|[\s\u2010-]/gu, "");
      expect(squeezed).toContain(`/practices/${path.slice(3, -4).replaceAll("-", "")}`);
    }
  });

  it("does not print again what has not changed, and prints what has", async () => {
    const root = printedRoot();
    const folder = join(root, ".praktika/pdf");
    const times = () => allSheets.map((path) => statSync(join(folder, path)).mtimeMs);
    const before = times();
    expect(await printSite(root)).toEqual({ printed: 0, unchanged: 4, findings: [] });
    expect(times()).toEqual(before);

    edit(root, source, (text) => `${text}\nОще едно изречение.\n`);
    expect(await printSite(root)).toEqual({ printed: 1, unchanged: 3, findings: [] });
    const { pages } = await readPdf(readFileSync(join(folder, "bg/edno-gishe.pdf")));
    expect(pages.map(pageText).join(" ").replace(/\s+/g, " ")).toContain("Още едно изречение.");
    expect((await printSite(root, { paper: "letter" })).printed).toBe(4);
    expect(await printSite(root)).toMatchObject({ printed: 0, unchanged: 4 });
  });

  it("takes what has been printed from the cache when the folder is gone, and puts sheets where it is told", async () => {
    const root = printedRoot();
    const pages = readSheetIndex(join(root, ".praktika/pdf"))["bg/treta.pdf"]?.pages;
    expect(pages).toBeGreaterThan(0);
    rmSync(join(root, ".praktika/pdf"), { recursive: true });
    const stick = join(root, "stick");
    expect(await printSite(root, { out: stick })).toMatchObject({ printed: 0, unchanged: 4 });
    expect(sheetsIn(stick)).toEqual(allSheets);
    expect(await printSite(root)).toMatchObject({ printed: 0, unchanged: 4 });
    expect(readSheetIndex(join(root, ".praktika/pdf"))["bg/treta.pdf"]?.pages).toBe(pages);
  });

  it("takes away the sheet of a practice that is no more", async () => {
    const root = printedRoot();
    rmSync(join(root, "content/practices/2004/edno-gishe.en.md"));
    await printSite(root);
    expect(sheetsIn(join(root, ".praktika/pdf"))).toEqual(allSheets.filter((path) => !path.startsWith("en/")));
  });

  it("goes on where a run was cut off", async () => {
    const root = temporaryRoot("small-site");
    const sheets = [...allSheets, ...addPractices(root, 6)].sort();
    const cache = join(root, ".praktika/cache/pdf");
    const temporary = join(root, "tmp");
    mkdirSync(temporary);
    const child = spawn(process.execPath, [program, "pdf", "--all", "--root", root, "--jobs", "1"], {
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await expect.poll(() => sheetsIn(cache).length, { interval: 5 }).toBeGreaterThan(0);
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    expect(readdirSync(temporary).filter((name) => name.startsWith("praktika-"))).toEqual([]);
    const kept = sheetsIn(cache);
    expect(kept.length).toBeLessThan(sheets.length);
    const times = () => kept.map((path) => statSync(join(cache, path)).mtimeMs);
    const before = times();
    const { status, stderr } = runProcess(["pdf", "--all", "--root", root]);
    expect(status, stderr).toBe(0);
    expect(times()).toEqual(before);
    expect(await printSite(root)).toMatchObject({ printed: 0, unchanged: sheets.length });
    expect(sheetsIn(join(root, ".praktika/pdf"))).toEqual(sheets);
  });
});
