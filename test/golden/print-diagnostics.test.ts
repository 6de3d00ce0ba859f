import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import { formatPretty } from "../../src/core/diagnostics/printers.ts";
import { sortDiagnostics } from "../../src/core/diagnostics/sort.ts";
import { locales } from "../../src/locales/locales.ts";
import { planSelection, readQuery } from "../../src/print/book/plan-selection.ts";
import { pressBook } from "../../src/print/book/press-book.ts";
import { checkPrint } from "../../src/print/check-print.ts";
import { openPrintShop, type PrintShop } from "../../src/print/print-shop.ts";
import { locate } from "../../src/read/locate.ts";
import { prepareForPrint } from "../print/prepared-site.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

/** A press that is not there or fails is not to be had from a fixture: test/print/sheets/print-sheet.test.ts makes one. */
const withoutFixture: readonly DiagnosticCode[] = ["print/failed", "print/not-installed"];
const codes = (Object.keys(severities) as DiagnosticCode[]).filter(
  (code) => code.startsWith("print/") && !withoutFixture.includes(code),
);

/** Found when a booklet is printed to PDF. */
const codesOfBooklets: ReadonlySet<DiagnosticCode> = new Set(["print/thin-page"]);

const checkSheets = (shop: PrintShop) => checkPrint(shop, { paper: "a4", progress: () => {} });

async function checkBooklet(shop: PrintShop) {
  const { archive } = shop.site.context;
  const plans = planSelection(archive, readQuery(""), { form: "booklet", title: undefined, languages: ["bg"] });
  if ("term" in plans || !plans[0]) throw new Error("nothing to print");
  return (await pressBook(plans[0], shop, { paper: "a4", isFolded: false })).findings;
}

async function report(root: string, check: typeof checkSheets) {
  const { site, folders, sourceOf } = await prepareForPrint(root);
  const shop = await openPrintShop(site, { folders, processes: 1 });
  try {
    return { diagnostics: sortDiagnostics(locate(await check(shop), sourceOf)), sourceOf };
  } finally {
    await shop.close();
  }
}

it("there is nothing to find on a sheet without fault", async () => {
  const { diagnostics } = await report(temporaryRoot("base"), checkSheets);
  expect(diagnostics).toEqual([]);
});

describe.each(codes)("%s", (code) => {
  const folder = fixture(`diagnostics/${code}`);

  it("is reported with place and fix, in Bulgarian and English", async () => {
    expect(existsSync(folder)).toBe(true);
    const root = temporaryRoot("base", `diagnostics/${code}`);
    for (const language of ["bg", "en"]) rmSync(join(root, `report.${language}.txt`), { force: true });
    const { diagnostics, sourceOf } = await report(root, codesOfBooklets.has(code) ? checkBooklet : checkSheets);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    for (const language of ["bg", "en"] as const) {
      const reports = diagnostics.map(
        (found) => `${formatPretty(found, locales[language], { source: sourceOf(found.file), colour: false })}\n\n`,
      );
      expectGolden(reports.join(""), join(folder, `report.${language}.txt`));
    }
  });
});
