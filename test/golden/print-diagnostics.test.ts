import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import { formatPretty } from "../../src/core/diagnostics/printers.ts";
import { sortDiagnostics } from "../../src/core/diagnostics/sort.ts";
import { createTarget } from "../../src/core/target.ts";
import { locales } from "../../src/locales/locales.ts";
import { createBook } from "../../src/print/book/book-document.ts";
import { planBooks } from "../../src/print/book/plan-book.ts";
import { printBook } from "../../src/print/book/print-book.ts";
import { launchBrowser } from "../../src/print/browser.ts";
import { checkPrint } from "../../src/print/check/check-print.ts";
import { locate } from "../../src/read/locate.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { prepareForPrint } from "../print/prepared-site.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { expectGolden } from "./expect-golden.ts";

/** A browser that fails three times is not to be had from a fixture: test/print/sheets/print-queue.test.ts makes one. */
const codes = (Object.keys(severities) as DiagnosticCode[]).filter(
  (code) => code.startsWith("print/") && code !== "print/failed",
);

/** Found when a book is printed, not when sheets are looked at. */
const codesOfBooks: ReadonlySet<DiagnosticCode> = new Set(["print/cut-off", "print/shrunk-book"]);

/** Prints the one issue of a site as a book. */
async function reportOnBook(root: string) {
  const { site, sourceOf } = await prepareForPrint(root);
  const [plan] = planBooks(site.context.archive, "sbornik", ["bg"]);
  if (!plan) throw new Error("no such issue");
  const browser = await launchBrowser();
  try {
    const book = createBook(plan, site.context, plan.parts[0].issue.paper);
    const { findings } = await printBook(book, { browser, site }, () => undefined);
    return { diagnostics: sortDiagnostics(locate(findings, sourceOf)), sourceOf };
  } finally {
    await browser.close();
  }
}

/** The fixture `print` has sheets of its own, so that the reports do not depend on how Praktika's sheets look. */
async function reportOn(root: string) {
  return build({
    folders: resolveFolders(root, {}),
    target: createTarget("web"),
    withDrafts: false,
    write: false,
    progress: () => {},
    inspect: (site) => checkPrint(site, { paper: undefined, tabs: 1, progress: () => {}, launch: openBrowser }),
  });
}

it("there is nothing to find on a sheet without fault", async () => {
  const { diagnostics } = await reportOn(temporaryRoot("base", "print"));
  expect(diagnostics).toEqual([]);
});

describe.each(codes)("%s", (code) => {
  const folder = fixture(`diagnostics/${code}`);

  it("is reported with place and mend, in Bulgarian and English", async () => {
    expect(existsSync(folder)).toBe(true);
    const root = temporaryRoot("base", "print", `diagnostics/${code}`);
    for (const language of ["bg", "en"]) rmSync(join(root, `report.${language}.txt`), { force: true });
    const { diagnostics, sourceOf } = codesOfBooks.has(code) ? await reportOnBook(root) : await reportOn(root);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    for (const language of ["bg", "en"] as const) {
      const reports = diagnostics.map(
        (found) => `${formatPretty(found, locales[language], { source: sourceOf(found.file), colour: false })}\n\n`,
      );
      expectGolden(reports.join(""), join(folder, `report.${language}.txt`));
    }
  });
});
